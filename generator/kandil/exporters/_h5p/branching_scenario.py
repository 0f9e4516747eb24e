"""`H5P.BranchingScenario`: a scenario. No way through it scores, and none is right or wrong
(`rulings.md` 1)."""

from __future__ import annotations

from collections.abc import Callable

from kandil.exporters._h5p.advanced_text import LIBRARY as TEXT
from kandil.exporters._h5p.advanced_text import TAGS, prose
from kandil.exporters._h5p.branching_question import FEEDBACK, branching_question
from kandil.exporters._h5p.branching_question import LIBRARY as QUESTION
from kandil.exporters._h5p.branching_question import TAGS as ASKED
from kandil.exporters._h5p.fields import (
    TITLE,
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
from kandil.exporters._h5p.markup import cleaned, escaped
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.words import ui
from kandil.localize.words.answers import stance
from kandil.model.interactions import Branching, Step

END = -1
"""The number of the only end screen."""
MOST = 50
"""Characters of what leads on from a step with one way."""
_L10N = {
    "startScreenButtonText": "Begin here",
    "endScreenButtonText": "Start again",
    "backButtonText": "Back",
    "disableProceedButtonText": "Not finished yet",
    "replayButtonText": "Start again",
    "scoreText": "Points",
    "fullscreenAria": "Whole screen",
}
_USUAL = ("useBehavioural", "enabled", "disabled")
_START: dict[str, Field] = {
    "startScreenTitle": Rich(True, TITLE),
    "startScreenSubtitle": Rich(True, TITLE),
    "startScreenImage": Picture(True),
    "startScreenAltText": Plain(True),
}
_END: dict[str, Field] = {
    "endScreenTitle": Rich(True, TITLE),
    "endScreenSubtitle": Rich(True, TITLE),
    "endScreenImage": Picture(True),
    "endScreenScore": Number(True),
    "contentId": Number(low=-1_000, high=0),
}
_STEP: dict[str, Field] = {
    "type": Sub(options=(str(QUESTION), str(TEXT))),
    "showContentTitle": Boolean(),
    "proceedButtonText": Plain(most=MOST),
    "forceContentFinished": Select(True, _USUAL),
    "nextContentId": Number(),
    "feedback": FEEDBACK,
    "contentBehaviour": Select(options=_USUAL),
}
_SCENARIO: dict[str, Field] = {
    "title": Plain(),
    "startScreen": Group(fields=_START),
    "endScreens": Many(item=Group(fields=_END)),
    "content": Many(item=Group(fields=_STEP), low=1),
    "scoringOptionGroup": Group(
        fields={
            "scoringOption": Select(options=("no-score", "static-end-score", "dynamic-score")),
            "includeInteractionsScores": Boolean(True),
        }
    ),
    "behaviour": Group(
        fields={
            "enableBackwardsNavigation": Boolean(True),
            "forceContentFinished": Boolean(True),
            "randomizeBranchingQuestions": Boolean(True),
        }
    ),
    "l10n": Group(fields=plain_texts(*_L10N)),
}
LIBRARY = Library("H5P.BranchingScenario", 1, 8, {"branchingScenario": Group(fields=_SCENARIO)})
Held = Callable[[Library, dict[str, Value], str], dict[str, Value]]
"""A library, its content and a name for it, as they stand in another content."""


def scenario(asked: Asked, question: Branching, held: Held) -> dict[str, Value]:
    """Its content: each step in the order of the source."""
    numbers = {step.anchor: number for number, step in enumerate(question.steps)}
    title = asked.inline(question.prompt, TITLE)
    start: dict[str, Value] = {"startScreenTitle": title}
    if asked.notices:
        start["startScreenSubtitle"] = escaped(" ".join(asked.notices))
    return {
        "branchingScenario": {
            "title": asked.plain([question.prompt]),
            "startScreen": start,
            "endScreens": [
                {"endScreenTitle": title, "endScreenScore": 0, "contentId": END},
            ],
            "content": [_step(asked, step, numbers, held) for step in question.steps],
            "scoringOptionGroup": {"scoringOption": "no-score"},
            "behaviour": {
                "enableBackwardsNavigation": True,
                "forceContentFinished": False,
                "randomizeBranchingQuestions": False,
            },
            "l10n": ui(asked.edition, _L10N),
        }
    }


def _step(asked: Asked, step: Step, numbers: dict[str, int], held: Held) -> Value:
    """With one way on, or none, it is prose with a button; an end does not lead back by itself."""
    moves = () if step.ending else step.moves
    title = asked.plain([step.title])
    said = stance(asked.edition, step.outcome) if step.outcome else ""
    below = f"<p><strong>{escaped(said)}</strong></p>" if said else ""
    words = f"<p><strong>{title}</strong></p>{asked.write(step.blocks)}{below}"
    ways = [(asked.plain([one.text]), numbers[one.to]) for one in moves]
    if len(ways) > 1:
        content = held(QUESTION, branching_question(cleaned(words, ASKED), ways), step.anchor)
    else:
        more = f"<p>{ways[0][0]}</p>" if ways and len(ways[0][0]) > MOST else ""
        content = held(TEXT, prose(cleaned(words + more, TAGS)), step.anchor)
    on = ways[0] if len(ways) == 1 else ("", END)
    proceed = on[0] if 0 < len(on[0]) <= MOST else asked.edition.translate("Continue")
    return {
        "type": content,
        "showContentTitle": False,
        "proceedButtonText": escaped(proceed) if proceed != on[0] else proceed,
        "forceContentFinished": "useBehavioural",
        "nextContentId": on[1],
        "feedback": {},
        "contentBehaviour": "useBehavioural",
    }
