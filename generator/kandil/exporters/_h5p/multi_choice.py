"""`H5P.MultiChoice`: pick one, or all that apply."""

from __future__ import annotations

from kandil.exporters._h5p.fields import (
    ANSWER,
    EMPHASIS,
    OVERALL,
    PERCENT,
    QUESTION,
    SPACE,
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
from kandil.exporters._h5p.words import AGAIN, CHECK, POINTS, SHOW, confirm, ui
from kandil.localize.words.answers import option_words
from kandil.model.interactions import Choice, Option

_UI = {
    "checkAnswerButton": "Check",
    "submitAnswerButton": "Check",
    "showSolutionButton": "Show the answers",
    "tryAgainButton": "Try again",
    "tipsLabel": "Show a hint",
    "scoreBarLabel": POINTS,
    "tipAvailable": "A hint:",
    "feedbackAvailable": "Read more",
    "readFeedback": "Read more",
    "wrongAnswer": "Not quite.",
    "correctAnswer": "Yes.",
    "shouldCheck": "This one.",
    "shouldNotCheck": "Not this one.",
    "noInput": "Give an answer first.",
    "a11yCheck": CHECK,
    "a11yShowSolution": SHOW,
    "a11yRetry": AGAIN,
}
_SAID: dict[str, Field] = {
    "tip": Rich(True, EMPHASIS | {"a", "code"}),
    "chosenFeedback": Rich(True, ANSWER | {"a"}),
    "notChosenFeedback": Rich(True, ANSWER | {"a"}),
}
_ANSWER = Group(
    fields={
        "text": Rich(tags=ANSWER, filled=True),
        "correct": Boolean(),
        "tipsAndFeedback": Group(True, fields=_SAID),
    }
)
_BEHAVIOUR: dict[str, Field] = {
    "enableRetry": Boolean(True),
    "enableSolutionsButton": Boolean(True),
    "enableCheckButton": Boolean(True),
    "type": Select(options=("auto", "multi", "single")),
    "singlePoint": Boolean(),
    "randomAnswers": Boolean(),
    "showSolutionsRequiresInput": Boolean(True),
    "confirmCheckDialog": Boolean(),
    "confirmRetryDialog": Boolean(),
    "autoCheck": Boolean(),
    "passPercentage": PERCENT,
    "showScorePoints": Boolean(),
}
CONFIRM = Group(
    fields={"body": Rich(tags=SPACE), **plain_texts("header", "cancelLabel", "confirmLabel")}
)
LIBRARY = Library(
    "H5P.MultiChoice",
    1,
    16,
    {
        "media": MEDIA,
        "question": Rich(tags=QUESTION),
        "answers": Many(item=_ANSWER, low=1),
        "overallFeedback": OVERALL,
        "UI": Group(fields=plain_texts(*_UI)),
        "behaviour": Group(True, fields=_BEHAVIOUR),
        "confirmCheck": CONFIRM,
        "confirmRetry": CONFIRM,
    },
)


def multi_choice(asked: Asked, question: Choice) -> dict[str, Value]:
    """Its content; one point, however many answers are right."""
    return {
        "media": asked.media,
        "question": asked.words(QUESTION),
        "answers": [_answer(asked, one) for one in question.options],
        "overallFeedback": asked.overall(),
        "UI": ui(asked.edition, _UI, points=":num", number=":total"),
        "behaviour": {
            "enableRetry": asked.again,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "type": "multi" if question.form == "multiple" else "single",
            "singlePoint": True,
            "randomAnswers": question.shuffle is not False,
            "showSolutionsRequiresInput": True,
            "confirmCheckDialog": False,
            "confirmRetryDialog": False,
            "autoCheck": False,
            "passPercentage": 100,
            "showScorePoints": True,
        },
        "confirmCheck": confirm(asked.edition),
        "confirmRetry": confirm(asked.edition),
    }


def _answer(asked: Asked, option: Option) -> Value:
    words = asked.inline(option_words(asked.edition, option), ANSWER)
    said = " ".join(asked.inline(one, ANSWER | {"a"}) for one in option.feedback)
    return {
        "text": words,
        "correct": option.right,
        "tipsAndFeedback": {"tip": "", "chosenFeedback": said, "notChosenFeedback": ""},
    }
