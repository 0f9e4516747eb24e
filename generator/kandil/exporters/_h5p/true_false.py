"""`H5P.TrueFalse`: one statement. What is right is a STRING there."""

from __future__ import annotations

from kandil.exporters._h5p.fields import (
    QUESTION,
    Boolean,
    Field,
    Group,
    Library,
    Plain,
    Rich,
    Select,
    Value,
    plain_texts,
)
from kandil.exporters._h5p.media import MEDIA
from kandil.exporters._h5p.multi_choice import CONFIRM
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.words import AGAIN, CHECK, POINTS, SHOW, confirm, ui
from kandil.localize.words.answers import option_words
from kandil.model.interactions import Choice, Option

MOST = 2048
"""Characters of what is said of an answer."""
_TRUE = ("True", "Yes")
_L10N = {
    "score": POINTS,
    "scoreBarLabel": POINTS,
    "checkAnswer": "Check",
    "submitAnswer": "Check",
    "showSolutionButton": "Show the answers",
    "tryAgain": "Try again",
    "wrongAnswerMessage": "Not quite.",
    "correctAnswerMessage": "Yes.",
    "a11yCheck": CHECK,
    "a11yShowSolution": SHOW,
    "a11yRetry": AGAIN,
}
_BEHAVIOUR: dict[str, Field] = {
    "enableRetry": Boolean(),
    "enableSolutionsButton": Boolean(),
    "enableCheckButton": Boolean(True),
    "confirmCheckDialog": Boolean(),
    "confirmRetryDialog": Boolean(),
    "autoCheck": Boolean(),
    "feedbackOnCorrect": Plain(True, MOST),
    "feedbackOnWrong": Plain(True, MOST),
}
LIBRARY = Library(
    "H5P.TrueFalse",
    1,
    8,
    {
        "media": MEDIA,
        "question": Rich(tags=QUESTION),
        "correct": Select(options=("true", "false")),
        "l10n": Group(fields=plain_texts("trueText", "falseText", *_L10N)),
        "behaviour": Group(fields=_BEHAVIOUR),
        "confirmCheck": CONFIRM,
        "confirmRetry": CONFIRM,
    },
)


def true_false(asked: Asked, question: Choice) -> dict[str, Value]:
    """Its content; where the author asks for yes and no, these are the words."""
    [true] = [one for one in question.options if one.word in _TRUE]
    [false] = [one for one in question.options if one.word not in _TRUE]
    right, wrong = (true, false) if true.right else (false, true)
    return {
        "media": asked.media,
        "question": asked.words(QUESTION),
        "correct": "true" if true.right else "false",
        "l10n": {
            "trueText": option_words(asked.edition, true).plain,
            "falseText": option_words(asked.edition, false).plain,
            **ui(asked.edition, _L10N, points="@score", number="@total"),
            **ui(asked.edition, {"scoreBarLabel": POINTS}, points=":num", number=":total"),
        },
        "behaviour": {
            "enableRetry": asked.again,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "confirmCheckDialog": False,
            "confirmRetryDialog": False,
            "autoCheck": False,
            "feedbackOnCorrect": _said(asked, right, asked.praise),
            "feedbackOnWrong": _said(asked, wrong, asked.help),
        },
        "confirmCheck": confirm(asked.edition),
        "confirmRetry": confirm(asked.edition),
    }


def _said(asked: Asked, option: Option, more: str) -> str:
    """What the author says of this answer, then of any right or wrong one; whole sentences."""
    return " ".join(filter(None, (asked.plain(option.feedback), more)))[:MOST]
