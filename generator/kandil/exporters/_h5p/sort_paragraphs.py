"""`H5P.SortParagraphs`: things to put in order, in a file of their own: neither a quiz nor a column
may hold it."""

from __future__ import annotations

from kandil.exporters._h5p.fields import (
    OVERALL,
    TASK,
    Boolean,
    Field,
    Group,
    Library,
    Many,
    Rich,
    Select,
    Value,
    plain_texts,
)
from kandil.exporters._h5p.media import MEDIA
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.words import AGAIN, CHECK, SHOW, ui
from kandil.model.interactions import Sequencing

FEWEST = 3
"""Paragraphs."""
_LINE = TASK - {"a"}
_L10N = {
    "checkAnswer": "Check",
    "submitAnswer": "Check",
    "tryAgain": "Try again",
    "showSolution": "Show the answers",
    "up": "Move up",
    "down": "Move down",
    "disabled": "Not here",
}
_A11Y = {
    "check": CHECK,
    "showSolution": SHOW,
    "retry": AGAIN,
    "yourResult": "Points: {points} of {total}",
    "listDescription": "A list to put in order.",
    "listDescriptionCheckAnswer": "Your answer",
    "listDescriptionShowSolution": "Accepted:",
    "paragraph": "Step",
    "correct": "In its place.",
    "wrong": "Not its place.",
    "point": "Points: {points}",
    "sevenOfNine": "{number} of {total}",
    "currentPosition": "Its place in the list",
    "instructionsSelected": "Press the space bar to take it.",
    "instructionsGrabbed": "Move it with the arrows, and press the space bar again.",
    "grabbed": "Taken",
    "moved": "Moved",
    "dropped": "Put down",
    "reorderCancelled": "It is back in the list.",
    "finalPosition": "Its place in the list",
    "nextParagraph": "Next step",
    "correctParagraph": "Here belongs",
}
_BEHAVIOUR: dict[str, Field] = {
    "scoringMode": Select(options=("positions", "transitions")),
    "applyPenalties": Boolean(),
    "duplicatesInterchangeable": Boolean(True),
    "addButtonsForMovement": Boolean(True),
    "enableRetry": Boolean(True),
    "enableSolutionsButton": Boolean(True),
}
LIBRARY = Library(
    "H5P.SortParagraphs",
    0,
    11,
    {
        "media": MEDIA,
        "taskDescription": Rich(tags=TASK),
        "paragraphs": Many(item=Rich(tags=_LINE, filled=True), low=FEWEST),
        "overallFeedback": OVERALL,
        "behaviour": Group(fields=_BEHAVIOUR),
        "l10n": Group(fields=plain_texts(*_L10N)),
        "a11y": Group(fields=plain_texts(*_A11Y)),
    },
)


def sort_paragraphs(asked: Asked, question: Sequencing) -> dict[str, Value]:
    """Its content, in the right order: the player mixes it. One point for each in its place."""
    places = {"points": "@score", "total": "@total", "number": "@current"}
    return {
        "media": asked.media,
        "taskDescription": asked.words(TASK),
        "paragraphs": [asked.inline(one.text, _LINE) for one in question.items],
        "overallFeedback": asked.overall(),
        "behaviour": {
            "scoringMode": "positions",
            "applyPenalties": False,
            "duplicatesInterchangeable": True,
            "addButtonsForMovement": True,
            "enableRetry": asked.again,
            "enableSolutionsButton": True,
        },
        "l10n": ui(asked.edition, _L10N),
        "a11y": ui(asked.edition, _A11Y, **places),
    }
