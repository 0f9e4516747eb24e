"""`Notes for the trainer`, `ტრენერისთვის`: words that name the trainer as their reader.

The keyword stands in them behind others or with an ending, and keeps nothing from the learners.
"""

from __future__ import annotations

import re
from typing import Literal

from kandil.read.block.trainers import named_trainer
from kandil.read.source.keywords import Keywords
from kandil.read.source.spelling import WORD

Addressed = Literal["whole", "part", ""]
"""All of the words say so; some of them; none."""
_FOR = {"for", "pour", "для"}
_BEHIND = {"için"}
_ENDING = "თვის"
_SMALL = {
    *("of", "the", "all", "our", "to", "s"),
    *("à", "le", "la", "les", "l", "du", "de", "des", "d", "aux", "au"),
    *("всех", "наших", "всіх", "tüm", "ყველა"),
}
"""Not "a": for whom one looks, "for a trainer", is no reader."""
_ONLY = {"only", "seulement", "uniquement", "только", "лише", "тільки"}
_ONLY |= {"yalnızca", "sadece", "მხოლოდ"}
_PASSED = _FOR | _BEHIND | _SMALL | _ONLY
_NOTES = re.compile(
    r"notes?|guid(?:es?|ance)|instructions?|tips|plan|consignes?|conseils|fiche"
    r"|заметк[аи]|примечани[ея]|памятка|инструкци[яи]|советы"
    r"|нотатк[аи]|примітк[аи]|інструкці[яї]|поради"
    r"|შენიშვნ(?:ა|ები)|ჩანაწერები|ინსტრუქცია|რჩევები|notlar[ıi]?|notu|kılavuzu?|talimatlar[ıi]?"
)


def addressed(language: Keywords, words: str) -> tuple[Addressed, str, str]:
    """(how far the words name the trainer as their reader, the keyword's word, the others)."""
    found = re.findall(WORD, words)
    at = next((n for n, one in enumerate(found) if named_trainer(language, one)), None)
    if at is None:
        return "", "", ""
    small = [one.lower() for one in found]
    kept = [n for n, one in enumerate(small) if n == at or one not in _PASSED]
    place = kept.index(at)
    beside = kept[max(place - 1, 0) : place + 2]
    notes = [n for n in beside if _NOTES.fullmatch(small[n])]
    if not notes and not _is_reader(small, at):
        return "", "", ""
    others = [n for n in kept if n != at]
    whole = all(_NOTES.fullmatch(small[n]) for n in others)
    word, rest = named_trainer(language, found[at]), " ".join(found[n] for n in others)
    return "whole" if whole else "part", word, rest


def _is_reader(small: list[str], at: int) -> bool:
    """Whether the words around the trainer's say "for": `pour le formateur`, `eğitmen için`."""
    before = [one for one in small[max(at - 2, 0) : at] if one not in _SMALL]
    sole = len(small) > 1 and all(n == at or one in _ONLY for n, one in enumerate(small))
    return (
        sole
        or not _FOR.isdisjoint(before[-1:])
        or not _BEHIND.isdisjoint(small[at + 1 : at + 2])
        or small[at].endswith(_ENDING)
    )
