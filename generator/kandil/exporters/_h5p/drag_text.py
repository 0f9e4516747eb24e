"""`H5P.DragText`: words to drag into gaps; things to match, and steps to put in order. It marks a
gap with `*` and a hint with `:`, and has no sign to write these signs themselves."""

from __future__ import annotations

from decimal import Decimal

from kandil.exporters._h5p.fields import (
    OVERALL,
    TASK,
    Boolean,
    Field,
    Group,
    Library,
    Plain,
    Rich,
    Value,
    plain_texts,
)
from kandil.exporters._h5p.markup import escaped
from kandil.exporters._h5p.media import MEDIA
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.words import AGAIN, CHECK, POINTS, SHOW, ui
from kandil.localize.words.formats import decimal
from kandil.model.interactions import Entry, Matching, Sequencing, Target

_SIGNS = frozenset("*:\\\n")
_WORDS = {
    "checkAnswer": "Check",
    "submitAnswer": "Check",
    "tryAgain": "Try again",
    "showSolution": "Show the answers",
    "dropZoneIndex": "Gap {number}",
    "empty": "Gap {number}: empty",
    "contains": "Gap {number}: {item}",
    "ariaDraggableIndex": "{number} of {total}",
    "tipLabel": "Show a hint",
    "correctText": "Yes.",
    "incorrectText": "Not quite.",
    "resetDropTitle": "Start again",
    "resetDropDescription": "Empty this gap?",
    "grabbed": "It is taken. Now choose its place.",
    "cancelledDragging": "It is back in the list.",
    "correctAnswer": "Accepted:",
    "feedbackHeader": "Read more",
    "a11yCheck": CHECK,
    "a11yShowSolution": SHOW,
    "a11yRetry": AGAIN,
}
_PLACES = {"number": "@index", "item": "@draggable", "total": "@count"}
_BEHAVIOUR: dict[str, Field] = {
    "enableRetry": Boolean(),
    "enableSolutionsButton": Boolean(),
    "enableCheckButton": Boolean(True),
    "instantFeedback": Boolean(True),
}
LIBRARY = Library(
    "H5P.DragText",
    1,
    10,
    {
        "media": MEDIA,
        "taskDescription": Rich(tags=TASK),
        "textField": Plain(),
        "distractors": Plain(True),
        "overallFeedback": OVERALL,
        **plain_texts("scoreBarLabel", *_WORDS),
        "behaviour": Group(True, fields=_BEHAVIOUR),
    },
)


def takes(question: Matching | Sequencing) -> bool:
    """Whether its words can be written beside the signs that the library has. A sequence of fewer
    than three steps is none."""
    targets = question.targets if isinstance(question, Matching) else ()
    entries: tuple[Entry | Target, ...] = (*question.items, *targets)
    found = "".join(one.text.plain for one in entries)
    enough = len(question.items) > 2 or isinstance(question, Matching)
    return enough and not _SIGNS & set(found)


def matched(asked: Asked, question: Matching) -> dict[str, Value]:
    """Its content: behind each thing the gap where its place is dragged to; one point a thing."""
    homes = {one.letter: escaped(one.text.plain) for one in question.targets}
    lines = [f"{escaped(one.text.plain)}: *{homes[one.home]}*" for one in question.items]
    taken = {one.home for one in question.items}
    left = [f"*{words}*" for letter, words in homes.items() if letter not in taken]
    return _content(asked, lines, left)


def ordered(asked: Asked, question: Sequencing) -> dict[str, Value]:
    """Its content: a gap with a number for each step."""
    words = (escaped(one.text.plain) for one in question.items)
    numbers = (decimal(Decimal(n), asked.edition.locale) for n in range(1, 1_000))
    return _content(asked, [f"{n}. *{step}*" for n, step in zip(numbers, words, strict=False)], [])


def _content(asked: Asked, lines: list[str], distractors: list[str]) -> dict[str, Value]:
    # The hint belongs to the first gap.
    if tip := asked.tip("*:\\"):
        lines[0] = f"{lines[0].removesuffix('*')}{tip}*"
    more: dict[str, Value] = {"distractors": " ".join(distractors)} if distractors else {}
    return {
        "media": asked.media,
        "taskDescription": asked.words(TASK),
        "textField": "\n".join(lines),
        **more,
        "overallFeedback": asked.overall(),
        **ui(asked.edition, {"scoreBarLabel": POINTS}, points=":num", number=":total"),
        **ui(asked.edition, _WORDS, **_PLACES),
        "behaviour": {
            "enableRetry": asked.again,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "instantFeedback": False,
        },
    }
