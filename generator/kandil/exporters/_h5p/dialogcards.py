"""`H5P.Dialogcards`: cards to turn, content and no question."""

from __future__ import annotations

from kandil.exporters._h5p.fields import (
    EMPHASIS,
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
    Value,
    plain_texts,
)
from kandil.exporters._h5p.multi_choice import CONFIRM
from kandil.exporters._h5p.question import Asked
from kandil.exporters._h5p.words import confirm, ui
from kandil.model.interactions import Cards

SIDE = EMPHASIS | {"code"}
_WORDS = {
    "answer": "Turn the card",
    "next": "Next card",
    "prev": "Card before this one",
    "retry": "Start again",
    "correctAnswer": "Yes.",
    "incorrectAnswer": "Not quite.",
    "round": "Round {round}",
    "cardsLeft": "Cards left: {left}",
    "nextRound": "Next round: {round}",
    "startOver": "Start again",
    "showSummary": "Next",
    "summary": "Your results",
    "summaryCardsRight": "Right:",
    "summaryCardsWrong": "Not right yet:",
    "summaryCardsNotShown": "Not shown yet:",
    "summaryOverallScore": "Points",
    "summaryCardsCompleted": "Known:",
    "summaryCompletedRounds": "Rounds:",
    "summaryAllDone": "Done",
    "progressText": "{card} of {total}",
    "cardFrontLabel": "Front of the card",
    "cardBackLabel": "Back of the card",
    "tipButtonLabel": "Show a hint",
    "audioNotSupported": "This browser cannot play sound.",
}
_BEHAVIOUR: dict[str, Field] = {
    "enableRetry": Boolean(True),
    "disableBackwardsNavigation": Boolean(True),
    "scaleTextNotCard": Boolean(),
    "randomCards": Boolean(),
    "maxProficiency": Number(True, 3, 7),
    "quickProgression": Boolean(True),
}
_CARD: dict[str, Field] = {
    "text": Rich(tags=SIDE),
    "answer": Rich(tags=SIDE),
    "image": Picture(True),
    "imageAltText": Plain(True),
    "tips": Group(fields={"front": Plain(True), "back": Plain(True)}),
}
LIBRARY = Library(
    "H5P.Dialogcards",
    1,
    9,
    {
        "title": Rich(True, SIDE),
        "mode": Select(options=("normal", "repetition")),
        "description": Rich(True, SIDE),
        "dialogs": Many(item=Group(fields=_CARD), low=1),
        "behaviour": Group(True, fields=_BEHAVIOUR),
        **plain_texts(*_WORDS),
        "confirmStartingOver": CONFIRM,
    },
)


def dialogcards(asked: Asked, question: Cards) -> dict[str, Value]:
    """Its content."""
    places = {"round": "@round", "left": "@number", "card": "@card", "total": "@total"}
    return {
        "title": asked.inline(question.prompt, SIDE),
        "mode": "normal",
        "description": asked.below(SIDE),
        "dialogs": [
            {
                "text": asked.inline(one.front, SIDE),
                "answer": asked.inline(one.back, SIDE),
                "tips": {},
            }
            for one in question.cards
        ],
        "behaviour": {
            "enableRetry": True,
            "disableBackwardsNavigation": False,
            "scaleTextNotCard": False,
            "randomCards": False,
        },
        **ui(asked.edition, _WORDS, **places),
        "confirmStartingOver": confirm(asked.edition),
    }
