"""A number without its area that a line to call announces, whatever stands between the two:
`Hotline for victims of violence: 1545`, `Shelter: 2 30 99 03`."""

from __future__ import annotations

import re
from functools import cache, cached_property

from kandil.lint.phones.lone import rounded
from kandil.lint.text.word_tables import table
from kandil.values import dataclass

_SHORT = re.compile(r"[1-9]\d{2,5}|[1-9]\d?[ -]\d{3}|\d{3} \d{3}|\d\d[ -]\d\d|\d([ -])\d(?:\1\d)+")
_LOCAL = re.compile(r"\d{7,11}|\d{1,4}(?:[ -]\d{2,4}){1,4}")
_FEWEST, MOST = 5, 11
"""Digits of one that is grouped as no short number is; and of the longest."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?: \d{3}){2,}")
_SPAN = re.compile(r"([012]?\d)-([012]?\d)")
"""Hours or ages: `10-18`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOP = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?…]\s")
"""The end of a sentence, and not of a word cut short."""
_SIGN = r"(?:[:=(→]|(?<!\w)-{1,2})\s?[\"«„“(]?\s?$"
_COLON = re.compile(r":\s?$")
_ENDING = r"(?:'\w{1,4}|-[^\W\d]{1,4})?\s?"
"""Of the case: `183'ü`, `112-ზე`."""
_END = r"$|[.!?;,)\]\"»“”|…]|\(|/ |24/7|[-:] ?(?!\d)|[-:] ?24"


class _Patterns:
    """Of `lines.yml`, those of all languages together."""

    def __init__(self) -> None:
        said = {key: _joined(words) for key, words in table("lines").items()}
        self.lines = re.compile(rf"(?<!\w)(?:{said['lines']})(?!\w)")
        # The letter is asked for first, since most that stands beside numbers is numbers.
        services = f"{said['lines']}|{said['answering']}"
        self.services = re.compile(rf"(?<!\w)(?=[^\W\d])(?:{services})(?!\w)")
        self.set_off = re.compile(rf"{_SIGN}|(?<!\w)(?:{said['link']})\s?$")
        self.ended = re.compile(rf"{_ENDING}(?:{_END})")
        self.free = re.compile(rf"{_ENDING}(?:{_END}|(?:{said['free']})(?!\w))")
        self.tally = re.compile(
            rf"(?<!\w)(?:{said['tally']})(?!\w)|(?:^|[,:(-])\s?(?:{said['counted']})(?!\w)"
        )
        self.counted = re.compile(rf"\s(?:{said['counted']})(?!\w)")
        self.other = re.compile(
            rf"(?<!\w)(?:{said['not']})(?: (?:n[ro]|n°|br|№))?[\s.#№(\"«„“]{{0,3}}$"
        )
        self.streets = re.compile(rf"(?<!\w)(?:{said['streets']})[\s,]{{1,3}}$")
        self.dated = re.compile(rf"(?<!\w)(?:{said['dated']})(?!\w)")


def _joined(words: object) -> str:
    return "|".join(words.values()) if isinstance(words, dict) else str(words)


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def names_line(words: str) -> bool:
    """Whether a line to call is named there."""
    return _patterns().lines.search(words) is not None


@dataclass(frozen=True)
class Announced:
    """Digits with what stands around them."""

    run: str
    before: str
    after: str

    @property
    def found(self) -> bool:
        """It is set off behind such a word, or its sentence ends with it, and counts nothing."""
        words = _patterns()
        if not self._shaped or not words.free.match(self.after):
            return False
        service = self._service
        if service is None or self._span or words.tally.search(self._sentence):
            return False
        between = self._sentence[service.end() :]
        if words.counted.match(between) or words.streets.search(between):
            return False
        if words.set_off.search(between):
            return True
        if _THOUSANDS.fullmatch(self.run) and between.strip():
            return False
        return bool(words.ended.match(self.after)) and not words.other.search(between)

    @property
    def _shaped(self) -> bool:
        """As a number is that one dials, and no hours and no round sum are."""
        if _SHORT.fullmatch(self.run):
            return True
        local = _LOCAL.fullmatch(self.run) and not rounded(self.run)
        return bool(local) and _FEWEST <= sum(map(str.isdigit, self.run)) <= MOST

    @property
    def year(self) -> bool:
        """No year, though it looks like one: behind a colon, and nothing there speaks of years."""
        said = _YEAR.fullmatch(self.run) and _COLON.search(self.before)
        return bool(said) and not _patterns().dated.search(self._sentence)

    @cached_property
    def _sentence(self) -> str:
        return _STOP.split(self.before)[-1].lstrip()

    @cached_property
    def _service(self) -> re.Match[str] | None:
        """The last before the digits."""
        found = _patterns().services.finditer(self._sentence)
        return max(found, key=re.Match.start, default=None)

    @property
    def _span(self) -> bool:
        found = _SPAN.fullmatch(self.run)
        return found is not None and int(found[1]) < int(found[2]) < 25
