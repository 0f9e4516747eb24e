"""The trainer's word in whatever form: `Trainers`, `Trainer's`, `ტრენერის`; and her other names."""

from __future__ import annotations

import re
from unicodedata import normalize

from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import WORD, outline_of, small_letters

_VOWELS = "aeაეიოუаеиіоуя"
"""Which a word loses before another ending: ტრენერი, ტრენერების."""
_OWN = re.compile(rf"(?P<sign>[-\u2010\u2011'’ʼ])(?P<end>{WORD})")
_LEADER = re.compile(
    r"facilitators?|facilitat(?:eur|rice)s?|animat(?:eur|rice)s?|kolaylastirici\w*|egitimci\w*"
    r"|фасилитатор\w*|ведущ(?:ий|ая|его|ему|ей|им|их|ими|ие)"
    r"|фасилітатор\w*|ведуч(?:ий|а|ого|ому|ої|ій|им|их|ими|і)|ფასილიტატორ\w*|წამყვან\w*"
)
"""Who leads a course, as others call the trainer."""
_TEACHER = re.compile(
    r"teachers?|instructors?|educators?|enseignante?s?|instruct(?:eur|rice)s?|professeure?s?"
    r"|учител\w*|преподавател\w*|инструктор\w*|вчител\w*|викладач\w*|інструктор\w*"
    r"|педагог\w*|ogretmen\w*|egitici\w*|მასწავლებ\w*|ინსტრუქტორ\w*|პედაგოგ\w*"
)
"""The same, or those for whom a course is, or of whom it speaks."""


def leads(typed: str) -> bool:
    """Whether a word is another name of the trainer's and of nobody else: `Facilitator`."""
    return _LEADER.fullmatch(normalize("NFC", small_letters(typed))) is not None


def teaches(typed: str) -> bool:
    """Whether a word may be the trainer's, and may name others: `Teacher`."""
    return _TEACHER.fullmatch(normalize("NFC", small_letters(typed))) is not None


def named_trainer(language: Keywords, typed: str) -> str:
    """The keyword of the trainer where `typed` is a form of it, or another name of hers."""
    other = leads(typed) or teaches(typed)
    return trainer_word(language, typed) or (language.word("Trainer") if other else "")


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
