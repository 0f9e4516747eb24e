"""How much of an edition is translated, in words, and whether that is enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kandil.localize.catalogue import State
from kandil.model.course import Course, Gate
from kandil.model.edition import Coverage, Kind
from kandil.problems import Place, Problem

INTERFACE = "ui"
COURSE = "course"


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
    """Why this edition is not built (G001), course and interface apart; empty where it may be."""
    limit = course.release_gate if kind == "release" else course.preview_gate
    words = {name: part for name, part in parts.items() if name != INTERFACE}
    reasons = list(_short(add(words.values()), limit, kind, "text"))
    if INTERFACE in parts:
        reasons += _short(parts[INTERFACE], limit, kind, "interface")
    place = Place(f"{course.folder}/course.yml")
    edition = f"{course.id}-{tag} as a {kind}"
    hint = _next(words, kind)
    return [Problem("G001", place, f"{edition}: {reason}", hint) for reason in reasons]


def _short(part: Coverage, limit: Gate, kind: Kind, name: str) -> Iterator[str]:
    """What is missing, with figures."""
    have = part.percent(shown(part, kind))
    if have < limit.translated:
        missing = part.total - shown(part, kind)
        yield f"{have} % of the {name} translated, {limit.translated} % needed: {missing} words"
    reviewed = part.guarded_reviewed * 100 // part.guarded if part.guarded else 100
    if reviewed < limit.reviewed:
        what = "titles, questions and safety notes" if name == "text" else "exit and warning words"
        missing = part.guarded - part.guarded_reviewed
        yield f"{reviewed} % of the {what} reviewed, {limit.reviewed} % needed: {missing} words"


def _next(parts: dict[str, Coverage], kind: Kind) -> str:
    """The file with the fewest words still to go."""
    missing = {name: part.total - shown(part, kind) for name, part in parts.items()}
    open_ = {name: number for name, number in missing.items() if number}
    if not open_:
        return "Review what is left: 'kandil i18n stats' shows where."
    name = min(open_, key=lambda part: (open_[part], part))
    number = open_[name]
    return f"Nearest to done: {name}.po, {number} word{'s' * (number > 1)} to go."


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
