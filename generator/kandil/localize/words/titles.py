"""Titles that come from the interface, not from the course."""

from __future__ import annotations

from kandil.localize.words.territory import own_text
from kandil.model.blocks import Callout, Fixed, Kind, Quiz, Section
from kandil.model.edition import Translate
from kandil.model.text import Text
from kandil.problems import Place


class Titles:
    """In the language of an edition, each translated once."""

    def __init__(self, translate: Translate) -> None:
        self._sections = _sections(translate)
        self._callouts = _callouts(translate)
        self._quiz = own_text(translate("Check yourself"), Place(""))

    def title(self, block: Section | Callout | Quiz) -> Text:
        """That of a block for which the author wrote none."""
        if isinstance(block, Section):
            return self._sections[block.kind]
        return self._callouts[block.kind] if isinstance(block, Callout) else self._quiz


def _sections(translate: Translate) -> dict[Fixed, Text]:
    words: dict[Fixed, str] = {
        "before": translate("Before you start"),
        "why": translate("Why it matters"),
        "ideas": translate("Key ideas"),
        "do": translate("Do it"),
        "remember": translate("Remember"),
        "help": translate("Help"),
    }
    return {kind: own_text(title, Place("")) for kind, title in words.items()}


def _callouts(translate: Translate) -> dict[Kind, Text]:
    words: dict[Kind, str] = {
        "note": translate("Note"),
        "tip": translate("Tip"),
        "warning": translate("Take care"),
        "safety": translate("For your safety"),
        "detail": translate("Read more"),
        "message": translate("Message"),
        "address": translate("Address"),
    }
    return {kind: own_text(title, Place("")) for kind, title in words.items()}
