"""What every form says, and scales that several forms have."""

from __future__ import annotations

from kandil.exporters._xlsform.form import Pick, Words
from kandil.exporters._xlsform.together import Together

DEGREE = "degree"


def promise(together: Together) -> Words:
    """Who gets the answers, before anything is asked."""
    # safety: said before anything is asked; a server notes time and account, whatever a form asks
    return together.translate(
        "Write no names. You may leave out any question. Whoever runs this training gets the "
        "answers, the time, and the account of the device that sent them."
    )


def nameless(together: Together) -> Words:
    """Below each box for words of her own."""
    # safety: words of her own can tell who somebody is
    return together.translate("Write nothing that could tell who you or others are.")


def degrees(together: Together) -> tuple[Pick, ...]:
    """How far a statement is true."""
    words = together.translate("No"), together.translate("Partly"), together.translate("Yes")
    return tuple(Pick(DEGREE, str(number), one) for number, one in enumerate(words, 1))
