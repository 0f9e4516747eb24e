"""`H5P.InteractiveBook`: a lesson, a chapter for each of its blocks."""

from __future__ import annotations

from collections.abc import Iterable

from kandil.exporters._h5p.column import LIBRARY as COLUMN
from kandil.exporters._h5p.fields import (
    Boolean,
    Group,
    Library,
    Many,
    Plain,
    Rich,
    Sub,
    Value,
    plain_texts,
)
from kandil.exporters._h5p.words import ui
from kandil.model.edition import Edition

MOST = 50
"""Chapters."""
_WORDS = {
    "read": "Begin here",
    "displayTOC": "Show the parts",
    "hideTOC": "Hide the parts",
    "nextPage": "Next part",
    "previousPage": "Part before this one",
    "chapterCompleted": "Done",
    "partCompleted": "{done} of {total} done",
    "incompleteChapter": "Not finished yet",
    "navigateToTop": "To the top",
    "markAsFinished": "Done",
    "fullscreen": "Whole screen",
    "exitFullscreen": "Leave the whole screen",
    "bookProgressSubtext": "{done} of {total} parts",
    "interactionsProgressSubtext": "{done} of {total} questions",
    "submitReport": "Send",
    "restartLabel": "Start again",
    "summaryHeader": "Your results",
    "allInteractions": "All questions",
    "unansweredInteractions": "Questions without an answer",
    "noInteractions": "No questions",
    "score": "Points",
    "summaryAndSubmit": "Your results",
    "noChapterInteractionBoldText": "No question has an answer yet.",
    "noChapterInteractionText": "Give an answer first.",
    "yourAnswersAreSubmittedForReview": "Sent",
    "bookProgress": "Parts",
    "interactionsProgress": "Questions",
    "totalScoreLabel": "Points",
}
_SCORES = {
    "scoreText": "{points} of {number}",
    "leftOutOfTotalCompleted": "{left} of {number}",
}
_BEHAVIOUR = {
    "baseColor": Plain(),
    "defaultTableOfContents": Boolean(),
    "progressIndicators": Boolean(),
    "progressAuto": Boolean(),
    "displaySummary": Boolean(),
    "enableRetry": Boolean(),
}
_A11Y = {"progress": "Part {number} of {total}", "menu": "Show the parts"}
LIBRARY = Library(
    "H5P.InteractiveBook",
    1,
    11,
    {
        "showCoverPage": Boolean(),
        "bookCover": Group(fields={"coverDescription": Rich(True), "coverMedium": Sub(True)}),
        "chapters": Many(item=Sub(options=(str(COLUMN),)), low=1, high=MOST),
        "behaviour": Group(fields=_BEHAVIOUR),
        **plain_texts(*_WORDS, *_SCORES),
        "a11y": Group(fields=plain_texts(*_A11Y)),
    },
)


def book(
    edition: Edition, chapters: Iterable[dict[str, Value]], *, summary: bool
) -> dict[str, Value]:
    """Its content, from columns with their library; `summary`: it ends with a page of results."""
    return {
        "showCoverPage": False,
        "bookCover": {},
        "chapters": [*chapters],
        "behaviour": {
            "baseColor": "#0a5260",
            "defaultTableOfContents": True,
            "progressIndicators": True,
            "progressAuto": True,
            "displaySummary": summary,
            "enableRetry": True,
        },
        **ui(edition, _WORDS, done="@count", total="@total"),
        "partCompleted": ui(edition, {"": _WORDS["partCompleted"]}, done="@pages", total="@total")[
            ""
        ],
        **ui(edition, _SCORES, points="@score", number="@maxscore", left="@left"),
        "a11y": ui(edition, _A11Y, number="@page", total="@total"),
    }
