"""`H5P.QuestionSet`: a quiz."""

from __future__ import annotations

from collections.abc import Sequence

from kandil.exporters._h5p.blanks import LIBRARY as BLANKS
from kandil.exporters._h5p.drag_text import LIBRARY as DRAG
from kandil.exporters._h5p.fields import (
    ANSWER,
    EMPHASIS,
    OVERALL,
    PERCENT,
    Boolean,
    Field,
    Group,
    Library,
    Many,
    Number,
    Picture,
    Plain,
    Rich,
    Select,
    Sub,
    Value,
    plain_texts,
)
from kandil.exporters._h5p.multi_choice import LIBRARY as CHOICE
from kandil.exporters._h5p.true_false import LIBRARY as TRUTH
from kandil.exporters._h5p.words import ui
from kandil.model.edition import Edition
from kandil.values import dataclass

_HELD = tuple(map(str, (CHOICE, TRUTH, BLANKS, DRAG)))
_TEXTS = {
    "prevButton": "Previous question",
    "previous": "Previous question",
    "nextButton": "Next question",
    "next": "Next question",
    "finishButton": "Show my result",
    "submitButton": "Show my result",
    "jumpToQuestion": "Question {jump} of {all}",
    "questionLabel": "Question",
    "readSpeakerProgress": "Question {number} of {total}",
    "unansweredText": "Not finished yet",
    "answeredText": "Done",
    "currentQuestionText": "This question",
    "navigationLabel": "Questions",
}
_END = {
    "noResultMessage": "Done",
    "amountCorrect": "{points} of {number}",
    "scoreBarLabel": "Points: {points} of {number}",
    "scoreHeader": "Points",
    "solutionButtonText": "Show the answers",
    "retryButtonText": "Try again",
    "finishButtonText": "Done",
    "submitButtonText": "Done",
    "skipButtonText": "Next",
}
_OLD: dict[str, Field] = {
    "successGreeting": Rich(True),
    "successComment": Rich(True),
    "failGreeting": Rich(True),
    "failComment": Rich(True),
}
_OVERRIDE: dict[str, Field] = {
    "checkButton": Boolean(True),
    "showSolutionButton": Select(True, ("on", "off")),
    "retryButton": Select(True, ("on", "off")),
}
_INTRO: dict[str, Field] = {
    "showIntroPage": Boolean(),
    "title": Rich(True, ANSWER),
    "introduction": Rich(True, ANSWER | {"p"}),
    "startButtonText": Plain(True),
    "backgroundImage": Picture(True),
}
_END_GAME: dict[str, Field] = {
    "showResultPage": Boolean(),
    "showSolutionButton": Boolean(),
    "showRetryButton": Boolean(),
    "message": Rich(tags=EMPHASIS | {"code"}),
    **plain_texts(*_END),
    "overallFeedback": OVERALL,
    "oldFeedback": Group(fields=_OLD),
    "showAnimations": Boolean(),
    "skippable": Boolean(),
}
LIBRARY = Library(
    "H5P.QuestionSet",
    1,
    20,
    {
        "introPage": Group(fields=_INTRO),
        "progressType": Select(options=("textual", "dots")),
        "passPercentage": PERCENT,
        "questions": Many(item=Sub(options=_HELD), low=1),
        "texts": Group(
            fields={"textualProgress": Rich(tags=EMPHASIS | {"code"}), **plain_texts(*_TEXTS)}
        ),
        "disableBackwardsNavigation": Boolean(True),
        "randomQuestions": Boolean(),
        "poolSize": Number(True, 1),
        "endGame": Group(fields=_END_GAME),
        "override": Group(True, fields=_OVERRIDE),
    },
)


@dataclass(frozen=True, slots=True)
class Round:
    """What is set for a quiz as a whole."""

    title: str
    """Escaped."""
    introduction: str
    """Paragraphs."""
    enough: int
    """Percent of the points."""
    draw: int
    """How many of its questions a learner is asked; 0: all."""
    again: bool
    """Whether a question can be tried more than once."""


def question_set(
    edition: Edition, quiz: Round, questions: Sequence[dict[str, Value]]
) -> dict[str, Value]:
    """Its content, from questions with their libraries."""
    pool: dict[str, Value] = {"poolSize": quiz.draw} if quiz.draw else {}
    start = edition.translate("Begin here")
    progress = ui(edition, {"": "Question {number} of {total}"}, number="@current", total="@total")
    numbers = {"number": "@current", "total": "@total", "jump": "%d", "all": "%total"}
    return {
        "introPage": {
            "showIntroPage": True,
            "title": quiz.title,
            "introduction": quiz.introduction,
            "startButtonText": start,
        },
        "progressType": "textual",
        "passPercentage": quiz.enough,
        "questions": [*questions],
        "texts": {"textualProgress": progress[""], **ui(edition, _TEXTS, **numbers)},
        "disableBackwardsNavigation": False,
        "randomQuestions": bool(quiz.draw),
        **pool,
        "endGame": _end(edition, quiz),
        "override": {"checkButton": True, "retryButton": "on" if quiz.again else "off"},
    }


def _end(edition: Edition, quiz: Round) -> dict[str, Value]:
    passed = edition.translate("That is enough to pass.")
    enough = quiz.enough
    below: list[Value] = [{"from": 0, "to": enough - 1}] if enough else []
    return {
        "showResultPage": True,
        "showSolutionButton": True,
        "showRetryButton": True,
        "message": edition.translate("Your results"),
        **ui(edition, _END, points="@finals", number="@totals"),
        "overallFeedback": [*below, {"from": enough, "to": 100, "feedback": passed}],
        "oldFeedback": {},
        "showAnimations": False,
        "skippable": False,
    }
