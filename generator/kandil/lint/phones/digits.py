"""Whether digits in a sentence are a number to call, and no year, amount, code or date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from kandil.lint.phones.known import RUN
from kandil.lint.text.word_tables import row
from kandil.territory.dialling import spelled, unsigned

_DATE = re.compile(
    r"(?:19|20)\d\d([ ./-])\d{1,2}\1\d{1,2}|\d{1,2}([ ./-])\d{1,2}\2(?:\d\d|(?:19|20)\d\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ /-]+(?:19|20)?\d\d)*")
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[ .]\d{3})*")
_RANGE = re.compile(r"([1-9]\d*(?: \d{3})*) ?- ?([1-9]\d*(?: \d{3})*)")
_DECIMAL = re.compile(r"\d+\.\d{4,}(?: \d{3,5})*|\d+\.\d{3}(?: \d{3}){2,}")
_PART = r"(?:\(\d{1,5}\)|\d++)"
_TIGHT = re.compile(
    rf"(?:\(\+ ?\d[\d ]{{0,6}}\) ?|\+ ?)?{_PART}(?:(?: / (?=\d{{3}} ?\d)|[ ./-])?{_PART})*+"
)
"""Digits of one number; a hyphen with spaces stands between two."""
_ROW = "01234567890"
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_NOTE = re.compile(r" ?\((?:19|20)\d\d\)$")
"""The year of a resolution behind its number."""
_JOINT = re.compile(r"[ ()-]|\) | \(|\)-| / ?")
_SHORT = re.compile(r"[1-9]\d{2,5}|\d{3} \d{3}|\d{2,3}[ -]\d{2,3}")
_ADDRESS = re.compile(
    r"(?:wa\.me/|\bt\.me/|signal\.\w+/#p/|[?&#/](?:phone|number|tel|p)="
    r"|\b(?:tel|sms|smsto|mms|callto|facetime(?:-audio)?|whatsapp|viber|skype|sip):[/a-z?=&]*)"
    r"(?:\+|%2b)?$"
)
DIGIT = re.compile(r"[\d¹²³⁴-⁹⁰₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒]")
"""Of any script, raised, lowered, in circles and brackets."""
_BEFORE, _AFTER = 60, 40
"""Letters in which a word that speaks of calling may stand."""
_AROUND = 160
"""Letters that are looked at on each side, however long the text is."""
_MOST = 15
"""Digits of the longest number in the world (E.164)."""
_OHS = re.compile(
    r"(?<=\d)[OoОоΟο]+(?![^\W\d_])|(?<![^\W\d_])[OoОоΟο]+(?=\d)"
    r"|(?<!\w)[OОΟ](?=[ -]\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4})+)"
)
"""The letter, written for the digit: `O 800 123 456`, `0 8OO 123 456`."""
_PARTED = re.compile(
    r"(?<![^\W_])(?:\+?\d{1,9}|\(\+?\d{1,4}\))(?:[_*·•∙‧~|]{1,2}\d{1,6}){1,9}(?![^\W_])"
)
"""`0_800_123_456`; only where it begins as no amount and no sum does."""


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


@dataclass(frozen=True)
class Digits:
    """One run of digits, with what stands around it; what is asked of it twice is remembered."""

    run: str
    before: str
    after: str
    words: Words
    helping: bool
    """Under `## Help`, or in a table or list that is about numbers."""

    @cached_property
    def groups(self) -> list[str]:
        """As they are set apart."""
        return re.findall(r"\d+", self.run)

    @cached_property
    def whole(self) -> str:
        """Without what sets them apart."""
        return "".join(self.groups)

    @cached_property
    def abroad(self) -> bool:
        """Written so that it works from another country."""
        return self.run.startswith(("+", "(+")) or self.whole.startswith("00")

    @cached_property
    def decimal(self) -> bool:
        """A fraction or a coordinate, however long."""
        return _DECIMAL.fullmatch(self.run) is not None

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

    @cached_property
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
        if not self._alone or self.decimal or _DATE.fullmatch(self.run):
            return False
        if _plain(self.whole) or (_is_book(self.whole) and not self.abroad):
            return False
        if not self._said and self._example:
            return False
        return self._international or self._national or (self._said and self._callable)

    @cached_property
    def _said(self) -> bool:
        return not self._counts and bool(
            self.helping
            or self.words.strict.search(self.before)
            or self.words.behind.search(self.after)
        )

    @cached_property
    def _counts(self) -> bool:
        """It counts something, or names a page, a law, a code."""
        return bool(
            self.words.unit.match(self.after)
            or self.words.other.search(self.before)
            or _YEARS.fullmatch(self.run)
        )

    @cached_property
    def _alone(self) -> bool:
        """No part of a word, an address, a code with stars, a decimal or a time."""
        glued = re.search(r"(?:[^\W_]_*|[@#*/=&.,:-])$", self.before) and not re.search(
            r"(?:^|\s|[^\W\d]{2}\w|[^\W\d]\w{2})[:.,/]$", self.before
        )
        return not glued and not re.match(r"_*[^\W_]|[@=…]|[#*.,:/]\w|-\d", self.after)

    @property
    def _example(self) -> bool:
        return bool(
            self.words.like.search(self.before[-_BEFORE:]) or self.words.like.match(self.after)
        )

    @property
    def _international(self) -> bool:
        if self._counts:
            return False
        if not self.abroad:
            return self.run == self.whole and unsigned(self.whole)
        return 8 <= len(self.whole.lstrip("0")) <= _MOST

    @property
    def _national(self) -> bool:
        """A zero first, or parts as no amount has them."""
        groups, joints = self.groups, {*re.findall(r"(?<=\d)\D+(?=\d)", self.run)}
        if not 6 <= len(self.whole) <= 13 or self._counts or _range(self.run):
            return False
        if max(map(len, groups)) < 3 and not (groups[0][0] == "0" and len(self.whole) > 8):
            return False
        if groups[0][0] == "0":
            if joints == {"/"} and len(groups) == 2:
                return 1 < len(groups[0]) < 6 and len(groups[1]) > 4
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


def spelt(words: str) -> str:
    """As `spelled`; what was written so that a program reads no number is made plain too."""
    if not DIGIT.search(words):
        return spelled(words)
    text = spelled(_OHS.sub(lambda found: "0" * len(found[0]), words))
    return _PARTED.sub(_unparted, text)


def _unparted(found: re.Match[str]) -> str:
    plain = re.sub(r"[^\d+()]+", " ", found[0])
    long = sum(map(str.isdigit, plain)) > 7
    return plain if long and plain.startswith(("0", "+", "(", "8 ")) else found[0]


def digits_in(text: str, words: Words, helping: bool, wide: bool = False) -> Iterator[Digits]:
    """Every run in a text that `spelt` has made plain."""
    for one in (RUN if wide else _TIGHT).finditer(text):
        run = _NOTE.sub("", one[0])
        framed = re.fullmatch(r"\(\d+\)", run) is not None
        start, end = one.start() + framed, one.end() - framed
        if sum(map(str.isdigit, run)) > 2:
            run = run.strip("()") if framed else run
            before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
            found = Digits(run, before, after, words, helping)
            yield from [found] if wide or len(found.whole) <= _MOST else _apart(found)


def _apart(row: Digits) -> Iterator[Digits]:
    """Several numbers in a row, with nothing but a blank between them."""
    yield row
    groups = row.run.split(" ")
    for place, group in enumerate(groups):
        if sum(map(str.isdigit, group)) > 6:
            before = row.before if place == 0 else " "
            after = row.after if place == len(groups) - 1 else " "
            yield replace(row, run=group, before=before, after=after)


def _range(run: str) -> bool:
    """`100 000-200 000`: it rises; `212 807-8400` does not."""
    found = _RANGE.fullmatch(run)
    low, high = (found[side].replace(" ", "") for side in (1, 2)) if found else ("1", "0")
    return (len(low), low) <= (len(high), high)


def _is_book(number: str) -> bool:
    """An ISBN, whose words may stand elsewhere."""
    return len(number) == 13 and number.startswith(("978", "979"))


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
