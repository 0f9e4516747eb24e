"""Words of a player's interface: where the project's own say it they are used in the language of
the edition; the rest stays in plain English, as it is written here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kandil.exporters._h5p.fields import Value
from kandil.exporters._h5p.markup import escaped
from kandil.model.edition import Edition

POINTS = "Points: {points} of {number}"
CHECK = "Check the answers: each is marked as right or not."
SHOW = "Show the answers: the right ones are marked."
AGAIN = "Begin this question again, without your answers."


def ui(edition: Edition, words: Mapping[str, str], **places: str) -> dict[str, Value]:
    """Each field with its words; `{points}` becomes what the library fills in by itself."""

    def placed(found: re.Match[str]) -> str:
        return places[found[1]]

    return {
        name: escaped(re.sub(r"\{(\w+)\}", placed, edition.translate(message)))
        for name, message in words.items()
    }


def confirm(edition: Edition) -> dict[str, Value]:
    """A dialogue that the library has and no question opens."""
    words = {"header": "Check", "body": "Check", "cancelLabel": "No", "confirmLabel": "Yes"}
    return ui(edition, words)
