"""`H5P.Essay`: words of her own. It must have a keyword to count, and is told to count none."""

from __future__ import annotations

from kandil.exporters._h5p.fields import (
    OVERALL,
    TASK,
    Boolean,
    Field,
    Group,
    Library,
    Many,
    Number,
    Plain,
    Rich,
    Select,
    Value,
    plain_texts,
)
from kandil.exporters._h5p.media import MEDIA
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.words import ui
from kandil.model.interactions import LongFillIn

SAMPLE = frozenset(("strong", "a"))
_WORDS = {
    "checkAnswer": "Done",
    "submitAnswer": "Done",
    "tryAgain": "Try again",
    "showSolution": "Show one possible answer",
    "feedbackHeader": "Read more",
    "solutionTitle": "Show one possible answer",
    "remainingChars": "Characters left: {left}",
    "notEnoughChars": "Give an answer first.",
    "messageSave": "Done",
    "ariaYourResult": "{points} of {number}",
    "ariaNavigatedToSolution": "Show one possible answer",
    "ariaCheck": "Done",
    "ariaShowSolution": "Show one possible answer",
    "ariaRetry": "Try again",
}
_OPTIONS: dict[str, Field] = {
    "points": Number(low=0),
    "occurrences": Number(low=1),
    "caseSensitive": Boolean(),
    "forgiveMistakes": Boolean(),
    "feedbackIncluded": Plain(True, 1000),
    "feedbackMissed": Plain(True, 1000),
    "feedbackIncludedWord": Select(options=("keyword", "alternative", "answer", "none")),
    "feedbackMissedWord": Select(options=("keyword", "none")),
}
_KEYWORD: dict[str, Field] = {
    "keyword": Plain(),
    "alternatives": Many(True, item=Plain()),
    "options": Group(fields=_OPTIONS),
}
_BEHAVIOUR: dict[str, Field] = {
    "minimumLength": Number(True, 0),
    "maximumLength": Number(True, 0),
    "inputFieldSize": Select(options=("1", "3", "10")),
    "enableRetry": Boolean(True),
    "ignoreScoring": Boolean(True),
    "pointsHost": Number(low=0),
    "percentagePassing": Number(True, 0, 100),
    "percentageMastering": Number(True, 0, 100),
    "overrideCaseSensitive": Select(True, ("on", "off")),
    "overrideForgiveMistakes": Select(True, ("on", "off")),
    "linebreakReplacement": Select(options=(" ", "\n")),
}
_SOLUTION: dict[str, Field] = {
    "introduction": Rich(True, SAMPLE),
    "sample": Rich(True, SAMPLE),
}
LIBRARY = Library(
    "H5P.Essay",
    1,
    5,
    {
        "media": MEDIA,
        "taskDescription": Rich(tags=TASK),
        "placeholderText": Plain(True),
        "solution": Group(fields=_SOLUTION),
        "keywords": Many(item=Group(fields=_KEYWORD), low=1),
        "overallFeedback": OVERALL,
        "behaviour": Group(fields=_BEHAVIOUR),
        **plain_texts(*_WORDS),
    },
)


def essay(asked: Asked, question: LongFillIn) -> dict[str, Value]:
    """Its content, without a score."""
    sample = " ".join(asked.inline(one, SAMPLE) for one in question.model_answer)
    own = asked.edition.translate("Your answer")
    options: Value = {
        "points": 0,
        "occurrences": 1,
        "caseSensitive": False,
        "forgiveMistakes": False,
        "feedbackIncludedWord": "none",
        "feedbackMissedWord": "none",
    }
    solution: dict[str, Value] = {"sample": sample} if sample else {}
    return {
        "media": asked.media,
        "taskDescription": asked.words(TASK),
        "placeholderText": own,
        "solution": solution,
        "keywords": [{"keyword": own, "options": options}],
        "overallFeedback": [{"from": 0, "to": 100}],
        "behaviour": {
            "inputFieldSize": "10",
            "enableRetry": True,
            "ignoreScoring": True,
            "pointsHost": 1,
            "linebreakReplacement": " ",
        },
        **ui(asked.edition, _WORDS, left="@chars", points="@score", number="@total"),
    }
