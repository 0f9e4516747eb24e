"""Poll: a plain list, from which she chooses one; nothing is right or wrong."""

from __future__ import annotations

from kandil.model.interactions import Choice, Interaction, Option, Shared
from kandil.problems import Problem
from kandil.questions.letters import letter, unchosen
from kandil.read.question.forms import Form
from kandil.read.question.items import Body
from kandil.read.question.lists import Line
from kandil.read.source.comments import Settings

KEYWORD = "Poll"
FORM = Form(
    kind="bullets",
    hint="Write the answers as a list: '- …'.",
    labels=("Hint", "Why"),
    role="answer",
    scored=False,
    shuffle=True,
)


def matches(body: Body, settings: Settings) -> bool:
    """A list without tick boxes."""
    return body.keyword == KEYWORD and bool(body.lines)


def read(body: Body, settings: Settings, shared: Shared) -> tuple[Choice, list[Problem]]:
    """Lower it to a `Choice`; answers such as never, sometimes, always keep their order."""
    options = tuple(
        Option(letter(index), line.text, False, line.feedback)
        for index, line in enumerate(body.lines)
    )
    shuffle, found = bool(settings.shuffle), unchosen(body.lines, body.unreadable)
    return Choice(form="single", options=options, shuffle=shuffle, **shared), found


def write(question: Interaction, body: Body, settings: Settings) -> bool:
    """A plain list."""
    if not isinstance(question, Choice) or question.scored:
        return False
    body.lines = tuple(
        Line(option.text, question.place, None, option.feedback)
        for option in question.options
        if option.text
    )
    settings.shuffle = question.shuffle or None
    return True
