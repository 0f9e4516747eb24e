"""How much of an edition is translated, in words, and whether that is enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kandil.localize.entries import State
from kandil.model.course import Course, Gate
from kandil.model.edition import Coverage, Kind
from kandil.problems import Place, Problem

INTERFACE = "ui"
COURSE = "course"
WAITS = ("G001", "G005")
"""Not enough is translated yet: of an edition, of a lesson in a preview."""
_REVIEW = "Review what is left: 'kandil i18n stats' shows where."
_REVIEWED = {
    "text": "titles, questions and safety notes",
    "course's own words": "course's own titles",
    "interface": "exit and warning words",
}
"""What a gate asks to be reviewed."""


def cover(counted: Iterable[tuple[int, State, bool]]) -> Coverage:
    """Sum (words, state, guarded) of each unit."""
    words: dict[str, int] = dict.fromkeys(
        ("total", "draft", "outdated", "translated", "reviewed", "guarded", "guarded_reviewed"), 0
    )
    for number, state, guarded in counted:
        words["total"] += number
        if state != "empty":
            words[state] += number
        if guarded:
            words["guarded"] += number
            words["guarded_reviewed"] += number * (state == "reviewed")
    return Coverage(**words)


def add(parts: Iterable[Coverage]) -> Coverage:
    """All of them together."""
    rows = list(parts)
    return Coverage(
        **{name: sum(getattr(row, name) for row in rows) for name in Coverage.__slots__}
    )


def shown(part: Coverage, kind: Kind) -> int:
    """Words that an edition may show in its own language."""
    return part.translated + part.reviewed + (part.draft if kind == "preview" else 0)


def gate(course: Course, tag: str, kind: Kind, parts: dict[str, Coverage]) -> list[Problem]:
    """Why this edition is not built (G001), else which lessons a preview must do without (G005)."""
    place = Place(f"{course.folder}/course.yml")
    edition = f"{course.id}-{tag} as a {kind}"
    limit = _limit(course, kind)
    found = [
        Problem("G001", place, f"{edition}: {reason}: {_words(missing)} to go", _next(group, kind))
        for name, group in _groups(course, kind, parts)
        for reason, missing in _short(add(group.values()), limit, kind, name)
    ]
    return found or list(_waiting(course, tag, kind, parts))


def lacking(course: Course, kind: Kind, parts: dict[str, Coverage]) -> dict[str, str]:
    """Lessons that a preview is built without, by their ids, and why (`rulings.md` 39).

    A release has every lesson or none.
    """
    if kind == "release":
        return {}
    limit = _limit(course, kind)
    why = {
        module.id: "; ".join(reason for reason, _ in _short(parts[module.id], limit, kind, "text"))
        for module in course.modules
        if module.id in parts
    }
    return {name: reason for name, reason in why.items() if reason}


def _limit(course: Course, kind: Kind) -> Gate:
    return course.release_gate if kind == "release" else course.preview_gate


def _groups(
    course: Course, kind: Kind, parts: dict[str, Coverage]
) -> Iterator[tuple[str, dict[str, Coverage]]]:
    """What must pass as a whole. In a preview each lesson passes alone, and one is enough."""
    words = {name: part for name, part in parts.items() if name != INTERFACE}
    if kind == "release":
        yield "text", words
    elif COURSE in words:
        yield "course's own words", {COURSE: words.pop(COURSE)}
        if len(lacking(course, kind, parts)) == len(course.modules):
            yield "text", words
    if INTERFACE in parts:
        yield "interface", {INTERFACE: parts[INTERFACE]}


def _waiting(course: Course, tag: str, kind: Kind, parts: dict[str, Coverage]) -> Iterator[Problem]:
    """Each lesson that is left out, and how many words would bring it in."""
    short = lacking(course, kind, parts)
    for module in course.modules:
        if module.id in short:
            part = parts[module.id]
            more = -(-part.total * course.preview_gate.translated // 100) - shown(part, kind)
            hint = f"With {_words(more)} more in {module.id}.po a preview has this lesson."
            message = f"{module.id} is left out in {tag}: {short[module.id]}"
            hint = hint if more > 0 else _REVIEW
            yield Problem("G005", module.title.place, message, hint)


def _short(part: Coverage, limit: Gate, kind: Kind, name: str) -> Iterator[tuple[str, int]]:
    """What is missing, in percent and in words."""
    have = part.percent(shown(part, kind))
    if have < limit.translated:
        missing = part.total - shown(part, kind)
        some = f"{have} % of the {name}"
        said = f"people have translated {some}" if kind == "release" else f"{some} translated"
        yield f"{said}, {limit.translated} % needed", missing
    reviewed = part.guarded_reviewed * 100 // part.guarded if part.guarded else 100
    if reviewed < limit.reviewed:
        what = _REVIEWED[name]
        missing = part.guarded - part.guarded_reviewed
        said = f"people have reviewed {reviewed} % of the {what}"
        yield f"{said}, {limit.reviewed} % needed", missing


def _words(number: int) -> str:
    return f"{number} word{'s' * (number != 1)}"


def _next(parts: dict[str, Coverage], kind: Kind) -> str:
    """The file with the fewest words still to go."""
    missing = {name: part.total - shown(part, kind) for name, part in parts.items()}
    open_ = {name: number for name, number in missing.items() if number}
    if not open_:
        return _REVIEW
    name = min(open_, key=lambda part: (open_[part], part))
    return f"Nearest to done: {name}.po, {_words(open_[name])} to go."


def table(parts: dict[str, Coverage]) -> str:
    """Words by state, a line a file, for `kandil i18n stats`."""
    heads = ("", "words", "missing", "draft", "outdated", "translated", "reviewed", "done")
    rows = [heads, *(_row(name, part) for name, part in parts.items())]
    rows.append(_row("all", add(parts.values())))
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join([*lines, _next(parts, "release")])


def _row(name: str, part: Coverage) -> tuple[str, ...]:
    missing = part.total - shown(part, "preview") - part.outdated
    figures = (part.total, missing, part.draft, part.outdated, part.translated, part.reviewed)
    return (name, *map(str, figures), f"{part.percent(shown(part, 'release'))} %")
