"""The trainer's word in whatever form: `Trainers`, `Trainer's`, `ტრენერის`."""

from __future__ import annotations

import re

from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import WORD, outline_of

_VOWELS = "aeაეიოუаеиіоуя"
"""Which a word loses before another ending: ტრენერი, ტრენერების."""
_OWN = re.compile(rf"(?P<sign>[-\u2010\u2011'’ʼ])(?P<end>{WORD})")


def trainer_word(language: Keywords, typed: str) -> str:
    """The keyword of which `typed` is a form; or an empty string."""
    outline = outline_of(typed)
    known = [word for word, keyword in language.written.items() if keyword == "Trainer"]
    exact = [word for word in known if outline_of(word) == outline]
    stems = [word for word in reversed(known) if outline.startswith(_stem(word))]
    return [*exact, *stems, ""][0]


def _stem(word: str) -> str:
    return outline_of(word.rstrip(_VOWELS))


def after_trainer(language: Keywords, typed: str, behind: str) -> tuple[str, str, bool]:
    """(the keyword's word, the words behind it, whether these are the trainer's own)."""
    word = trainer_word(language, typed)
    own = _OWN.match(behind)
    if own:
        behind = behind[own.start("end") if own["sign"] in "-\u2010\u2011" else own.end() :]
    return word, behind.strip(), own is not None
