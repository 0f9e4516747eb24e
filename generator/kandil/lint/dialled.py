"""Whether digits in a sentence are a number to call, and no year, amount, code or date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kandil.lint.known import RUN
from kandil.lint.tables import row

_DATE = re.compile(
    r"(?:19|20)\d\d([ ./-])\d{1,2}\1\d{1,2}|\d{1,2}([ ./-])\d{1,2}\2(?:\d\d|(?:19|20)\d\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ /-]+(?:19|20)?\d\d)*")
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[ .]\d{3})*")
_RANGE = re.compile(r"[1-9]\d*(?: \d{3})* ?- ?[1-9]\d*(?: \d{3})*")
_PART = r"(?:\(\d{1,5}\)|\d+)"
_TIGHT = re.compile(rf"(?:\+ ?)?{_PART}(?:[ ./-]?{_PART})*")
"""Digits of one number; a hyphen with spaces stands between two."""
_ROW = "01234567890"
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_NOTE = re.compile(r" ?\((?:19|20)\d\d\)$")
"""The year of a resolution behind its number."""
_JOINT = re.compile(r"[ ()-]|\) | \(|\)-")
_SHORT = re.compile(r"[1-9]\d{2,5}|\d{3} \d{3}|\d{2,3}[ -]\d{2,3}")
_ADDRESS = re.compile(r"(?:wa\.me/|\bt\.me/|[?&](?:phone|number)=|tel:)(?:\+|%2b)?$")
_BEFORE, _AFTER = 60, 40
"""Letters in which a word that speaks of calling may stand."""


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of one language (`phones.yml`)."""

    calling: re.Pattern[str]
    strict: re.Pattern[str]
    """Right before a number: nothing else can be meant."""
    behind: re.Pattern[str]
    other: re.Pattern[str]
    """Right before a number of something else."""
    unit: re.Pattern[str]
    like: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Digits:
    """One run of digits, with what stands around it."""

    run: str
    before: str
    after: str
    words: Words
    helping: bool
    """Under `## Help`, or in a table or list that is about numbers."""

    @property
    def groups(self) -> list[str]:
        """As they are set apart."""
        return re.findall(r"\d+", self.run)

    @property
    def whole(self) -> str:
        """Without what sets them apart."""
        return "".join(self.groups)

    @property
    def abroad(self) -> bool:
        """Written so that it works from another country."""
        return self.run.startswith("+") or self.whole.startswith("00")

    @property
    def hinted(self) -> bool:
        """Short, and a word nearby speaks of calling: enough for a number that is known."""
        if len(self.whole) > 5 or not re.fullmatch(r"\d+(?:[ -]\d+)?", self.run):
            return False
        return not self._counts and self._alone and self._near

    @property
    def counted(self) -> bool:
        """As long as 116 006, and yet an amount or the numbers of some pages."""
        return len(self.whole) < 7 and self._counts and not self._near

    @property
    def _near(self) -> bool:
        calling = self.words.calling
        return bool(
            self.helping
            or calling.search(re.split(r"[.!?]\s", self.before)[-1][-_BEFORE:])
            or calling.search(re.split(r"[.!?](?:\s|$)", self.after)[0][:_AFTER])
        )

    @property
    def dialled(self) -> bool:
        """Whether it is written as only a telephone number is, or said to be one."""
        if _ADDRESS.search(self.before):
            return len(self.whole) > 6
        if not self._alone or _DATE.fullmatch(self.run) or _plain(self.whole):
            return False
        if not self._said and self._example:
            return False
        return self._international or self._national or (self._said and self._callable)

    @property
    def _said(self) -> bool:
        return not self._counts and bool(
            self.helping
            or self.words.strict.search(self.before)
            or self.words.behind.search(self.after)
        )

    @property
    def _counts(self) -> bool:
        """It counts something, or names a page, a law, a code."""
        return bool(
            self.words.unit.match(self.after)
            or self.words.other.search(self.before)
            or _YEARS.fullmatch(self.run)
        )

    @property
    def _alone(self) -> bool:
        """No part of a word, an address, a code with stars, a decimal or a time."""
        glued = re.search(r"[\w@#*/=&.,:-]$", self.before) and not re.search(
            r"(?:^|\s|\w{3})[:.,/]$", self.before
        )
        return not glued and not re.match(r"[\w@#*=…]|[.,:/]\w|-\d", self.after)

    @property
    def _example(self) -> bool:
        return bool(
            self.words.like.search(self.before[-_BEFORE:]) or self.words.like.match(self.after)
        )

    @property
    def _international(self) -> bool:
        return self.abroad and 8 <= len(self.whole.lstrip("0")) <= 15 and not self._counts

    @property
    def _national(self) -> bool:
        """A zero first, or parts as no amount has them."""
        groups, joints = self.groups, {*re.findall(r"(?<=\d)\D+(?=\d)", self.run)}
        if not 6 <= len(self.whole) <= 13 or self._counts or _RANGE.fullmatch(self.run):
            return False
        if max(map(len, groups)) < 3 and not (groups[0][0] == "0" and len(self.whole) > 8):
            return False
        if groups[0][0] == "0":
            dotted = len(groups) > 2 and joints in ({"."}, {"/"}) and not _IP.fullmatch(self.run)
            return len(self.whole) >= (9 if len(groups) == 1 else 6) and (
                dotted or all(map(_JOINT.fullmatch, joints))
            )
        parted = len(groups) > 2 or "-" in joints or "(" in self.run
        return (
            parted
            and len(self.whole) > 6
            and not _AMOUNT.fullmatch(self.run)
            and (all(map(_JOINT.fullmatch, joints)))
        )

    @property
    def _callable(self) -> bool:
        return 7 <= len(self.whole) <= 13 or bool(_SHORT.fullmatch(self.run))


def digits_in(text: str, words: Words, helping: bool, wide: bool = False) -> list[Digits]:
    """Every run in a text that `spelled` has made plain."""
    found = []
    for one in (RUN if wide else _TIGHT).finditer(text):
        run = _NOTE.sub("", one[0])
        framed = re.fullmatch(r"\(\d+\)", run) is not None
        start, end = one.start() + framed, one.end() - framed
        if sum(map(str.isdigit, run)) > 2:
            run = run.strip("()") if framed else run
            found.append(Digits(run, text[:start], text[end:], words, helping))
    return found


def _plain(number: str) -> bool:
    """Digits in a row, all alike, or of two kinds: what is said of a weak PIN."""
    if len(number) < 4:
        return False
    return number in _ROW or number in _ROW[::-1] or len({*number}) < (3 if number > "6" else 2)


@cache
def words_of(tag: str) -> Words:
    """Those of the language; of a language without a list, the English ones."""
    said = row("phones", tag) or row("phones", "en")
    link = rf"(?:[\s:(.–—\"«„“]{{1,4}}(?:{said['link']})\b){{0,3}}[\s:(.,–—\"«„“-]{{0,4}}$"
    return Words(
        calling=re.compile(f"{said['call']}|{said['line']}"),
        strict=re.compile(rf"(?:{said['call']})[^\d.!?;,]{{0,40}}$|(?:{said['line']}){link}"),
        behind=re.compile(said["behind"]),
        other=re.compile(rf"(?:(?<!\w)(?:{said['not']}|№|[$€£₴₾₺]))[\s:(\"«„“]{{0,2}}$"),
        unit=re.compile(rf"['’-]?\w{{0,3}}\s?(?:%|‰|°|[$€£₴₾₺]|(?:{said['unit']}))"),
        like=re.compile(rf"(?<!\w)(?:{said['like']})\b"),
    )
