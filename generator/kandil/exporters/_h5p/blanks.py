"""`H5P.Blanks`: gaps to write into. It marks a gap with `*`, other answers with `/`, and has no
sign to write these signs themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape

from kandil.exporters._h5p.fields import (
    OVERALL,
    TASK,
    Boolean,
    Field,
    Group,
    Library,
    Many,
    Rich,
    Value,
    plain_texts,
)
from kandil.exporters._h5p.media import MEDIA
from kandil.exporters._h5p.multi_choice import CONFIRM
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.words import AGAIN, CHECK, POINTS, SHOW, confirm, ui
from kandil.localize.words.answers import accepted
from kandil.model.brief import gaps
from kandil.model.edition import Edition
from kandil.model.inlines import Blank, Emphasis, Inlines, Link, Strong, plain
from kandil.model.interactions import FillIn
from kandil.model.text import texts

MOST = 31
"""Blocks with gaps."""
LINE = frozenset(("strong", "em", "del", "u", "code"))
_WORDS = {
    "showSolutions": "Show the answers",
    "tryAgain": "Try again",
    "checkAnswer": "Check",
    "submitAnswer": "Check",
    "notFilledOut": "Give an answer first.",
    "answerIsCorrect": "Yes.",
    "answerIsWrong": "Not quite.",
    "answeredCorrectly": "Yes.",
    "answeredIncorrectly": "Not quite.",
    "solutionLabel": "Accepted:",
    "inputLabel": "Gap {gap}",
    "inputHasTipLabel": "A hint:",
    "tipLabel": "Show a hint",
    "scoreBarLabel": POINTS,
    "a11yCheck": CHECK,
    "a11yShowSolution": SHOW,
    "a11yRetry": AGAIN,
    "a11yCheckingModeHeader": "Check",
}
_BEHAVIOUR: dict[str, Field] = {
    name: Boolean(True)
    for name in (
        "enableRetry",
        "allowRetryIfCorrect",
        "enableSolutionsButton",
        "enableCheckButton",
        "autoCheck",
        "caseSensitive",
        "showSolutionsRequiresInput",
        "separateLines",
        "confirmCheckDialog",
        "confirmRetryDialog",
        "acceptSpellingErrors",
    )
}
LIBRARY = Library(
    "H5P.Blanks",
    1,
    14,
    {
        "media": MEDIA,
        "text": Rich(tags=TASK),
        "questions": Many(item=Rich(tags=LINE), low=1, high=MOST),
        "overallFeedback": OVERALL,
        **plain_texts(*_WORDS),
        "behaviour": Group(True, fields=_BEHAVIOUR),
        "confirmCheck": CONFIRM,
        "confirmRetry": CONFIRM,
    },
)


def takes(question: FillIn) -> bool:
    """Whether its gaps can be written with the signs that the library has."""
    found = [*texts(question.body)]
    words = "".join(plain(_with(one.inlines, lambda blank: "")) for one in found)
    single = all(one.number is None or one.number.low == one.number.high for one in gaps(question))
    answers = "".join(answer for one in gaps(question) for answer in one.answers)
    return len(found) <= MOST and single and "*" not in words and not set(answers) & set("*/:")


def blanks(asked: Asked, question: FillIn) -> dict[str, Value]:
    """Its content; one point a gap."""
    return {
        "media": asked.media,
        "text": asked.words(TASK),
        "questions": _lines(asked, question),
        "overallFeedback": asked.overall(),
        **ui(asked.edition, _WORDS, points=":num", number=":total", gap="@num"),
        "behaviour": {
            "enableRetry": asked.again,
            "allowRetryIfCorrect": False,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "autoCheck": False,
            "caseSensitive": question.case or question.exact,
            "showSolutionsRequiresInput": True,
            "separateLines": False,
            "confirmCheckDialog": False,
            "confirmRetryDialog": False,
            "acceptSpellingErrors": False,
        },
        "confirmCheck": confirm(asked.edition),
        "confirmRetry": confirm(asked.edition),
    }


def _lines(asked: Asked, question: FillIn) -> list[Value]:
    """Each sentence with its gaps; the hint stands at the first of them."""
    # What is written into the sentence is escaped with it.
    tips = [unescape(asked.tip("*:"))]

    def gap(blank: Blank) -> str:
        words = "/".join(_accepted(asked.edition, blank))
        return f"*{words}{tips.pop() if tips else ''}*"

    found = [replace(one, inlines=_with(one.inlines, gap)) for one in texts(question.body)]
    return [asked.inline(one, LINE) for one in found]


def _accepted(edition: Edition, blank: Blank) -> tuple[str, ...]:
    """A number in the signs of the locale and with a point: nobody should fail by a comma."""
    answers = accepted(edition, blank)
    if blank.number is None:
        return answers
    return tuple(dict.fromkeys((*answers, f"{blank.number.low:f}")))


def _with(inlines: Inlines, write: Callable[[Blank], str]) -> Inlines:
    return tuple(
        write(part)
        if isinstance(part, Blank)
        else replace(part, children=_with(part.children, write))
        if isinstance(part, Emphasis | Strong | Link)
        else part
        for part in inlines
    )
