"""Sort into groups: a list of groups, each with its items indented below."""

from __future__ import annotations

from kandil.model.interactions import Entry, Interaction, Matching, Shared, Target
from kandil.problems import Problem
from kandil.questions.letters import crowded, letter, telling, twice
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.question.lists import Line
from kandil.read.source.comments import Settings

KEYWORD = "Sort"
_HINT = "Write each group as '- **Group**' and its items, indented by two spaces, as '  - Item'."
FORM = Form(kind="groups", hint=_HINT)


def matches(body: Body, settings: Settings) -> bool:
    """A list of groups."""
    return body.keyword == KEYWORD and bool(body.lines)


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Matching, list[Problem]]:
    """Lower it to a `Matching` into groups."""
    targets = tuple(Target(letter(index), line.text) for index, line in enumerate(body.lines))
    placed = [
        (line, target.letter)
        for group, target in zip(body.lines, targets, strict=True)
        for line in group.inside
    ]
    items = tuple(
        Entry(letter(index), line.text, line.feedback, home)
        for index, (line, home) in enumerate(placed)
    )
    return Matching(form="groups", items=items, targets=targets, **shared), _faults(body, placed)


def _faults(body: Body, placed: list[tuple[Line, str]]) -> list[Problem]:
    lines = [line for line, _ in placed]
    found = [*crowded(body.lines), *crowded(lines), *twice("Q505", "group", body.lines)]
    found += _in_two(placed)
    if body.unreadable:
        return found
    first = body.lines[0].place
    if not placed:
        return [*found, Problem("Q504", first, "No item stands under a group", _HINT)]
    if len(body.lines) == 1:
        message = "There is one group, and nothing to sort"
        found.append(Problem("Q503", first, message, "Add another: '- **Group**'."))
    for group in body.lines:
        if not group.inside:
            message = f"The group '{group.text.plain}' has no items"
            found.append(Problem("Q501", group.place, message, _HINT))
    return found


def _in_two(placed: list[tuple[Line, str]]) -> list[Problem]:
    """An item that has two homes cannot be sorted; twice in one is one too many."""
    found = []
    homes: dict[str, str] = {}
    for line, home in placed:
        words = telling(line.text)
        if words and words in homes:
            where = "twice in its group" if homes[words] == home else "in two groups"
            message = f"The item '{line.text.plain}' stands {where}"
            found.append(Problem("Q502", line.place, message, "Keep it where it belongs."))
        homes.setdefault(words, home)
    return found


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """Each group with its items."""
    if not isinstance(question, Matching) or question.form != "groups":
        return False
    inside: dict[str, list[Line]] = {}
    for item in question.items:
        inside.setdefault(item.home, []).append(
            Line(item.text, question.place, None, item.feedback)
        )
    body.lines = tuple(
        Line(target.text, question.place, None, inside=tuple(inside.pop(target.letter, ())))
        for target in question.targets
    )
    return True
