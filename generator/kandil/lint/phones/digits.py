"""Whether digits in a sentence are a number to call, and no year, amount, code or date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from kandil.lint.phones.announced import MOST, Announced
from kandil.lint.phones.disguised import book, even
from kandil.lint.phones.known import RUN
from kandil.lint.phones.lone import last_words, local, named, nine
from kandil.lint.phones.words import Words
from kandil.territory.dialling import unsigned
from kandil.values import dataclass

_DATE = re.compile(
    r"(?:19|20)\d\d([ ./-])\d{1,2}\1\d{1,2}"
    r"|(?:[0-2]?\d|3[01])([ ./-])(?:[0-2]?\d|3[01])\2(?:\d\d|(?:19|20)\d\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:[ /-]+(?:19|20)?\d\d)*")
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[ .]\d{3})*")
_RANGE = re.compile(r"([1-9]\d*(?: \d{3})*) ?- ?([1-9]\d*(?: \d{3})*)")
_DECIMAL = re.compile(r"\d+\.\d{4,}(?: \d{3,5})*|\d+\.\d{3}(?: \d{3}){2,}")
_PART = r"(?:\(\d{1,5}\)|\d++)"
_SINGLE = (
    r"\d(?P<joint> {1,3}|_| ?[^\w\s()+%‰°$€£₴₾₺]{1,3} ?)\d(?:(?P=joint)\d){1,11}"
    r"(?!\d)(?![ ./-]{0,3}(?!24\b)\d)"
)
"""Digits one by one, with the same between them: `9-1-1`; hours may follow."""
_TIGHT = re.compile(
    rf"{_SINGLE}|(?:\(\+ ?\d[\d ]{{0,6}}\) ?|\+ ?)?{_PART}"
    rf"(?:(?! 24/7\b)(?: / (?=\d{{3}}[ -]?\d)|[ ./-])?{_PART})*+"
)
"""Digits of one number; a hyphen with spaces stands between two."""
_LISTED = re.compile(r"[,;]|\. ")
"""Between things that are counted up."""
_ROW = "01234567890"
_NOTE = re.compile(r" ?\((?:19|20)\d\d\)$")
"""The year of a resolution behind its number."""
_JOINT = re.compile(r"[ ()-]|\) | \(|\)-| / ?")
_STROKE = re.compile(r"0\d{1,4} ?/ ?\d{3,4}(?:[ -]\d{2,4}){1,2}")
"""`032/463-920`, as most write it between Zagreb and Skopje."""
_LAW = re.compile(r"(?:19|20)\d\d-\d{1,3}")
"""A year, and the place of an act in it: `2018-493`."""
_SHORT = re.compile(r"[1-9]\d{2,5}|\d{3} \d{3}|\d{2,3}[ -]\d{2,3}")
_ADDRESS = re.compile(
    r"(?:wa\.me/|\bt\.me/|signal\.\w+/#p/|[?&#/](?:phone|number|tel|p)="
    r"|\b(?:tel|sms|smsto|mms|callto|facetime(?:-audio)?|whatsapp|viber|skype|sip):[/a-z?=&]*)"
    r"(?:\+|%2b)?$"
)
_HANDLE = re.compile(r"(?<![\w.@])@[^\W\d]*$")
"""`@nino599123456`: a whole number in a name; a year or a birthday is shorter."""
_BEFORE, _AFTER = 60, 40
"""Letters in which a word that speaks of calling may stand."""
_AROUND = 120
"""Letters that are looked at on each side, however long the text is."""
_GLUED = 8
"""Letters in which a word ends that is written together with the digits."""
_SIX = re.compile(r"[1-9]\d([ .-])\d\d\1\d\d")
_MOST = 15
"""Digits of the longest number in the world (E.164)."""
_ABROAD = 11
"""Digits from which `+995 800 505 248` is no amount that has grown."""


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
        parted = self._joint or re.fullmatch(r"\d+(?:[ -]\d+)?", self.run)
        if len(self.whole) > 5 or not parted or self._counts or not self._alone:
            return False
        return self._close if self._joint and not self._free else self._near

    @property
    def counted(self) -> bool:
        """As long as 116 006, and yet an amount or the numbers of some pages."""
        return len(self.whole) < 7 and self._counts and not self._near

    @cached_property
    def _spoken(self) -> bool:
        """Of calling, somewhere before it: without that, nothing closer need be looked for."""
        return self.words.calling.search(self.before) is not None

    @cached_property
    def _near(self) -> bool:
        calling = self.words.calling
        return bool(
            self.helping
            or (self._spoken and calling.search(re.split(r"[.!?]\s", self.before)[-1][-_BEFORE:]))
            or calling.search(re.split(r"[.!?](?:\s|$)", self.after)[0][:_AFTER])
        )

    @property
    def dialled(self) -> bool:
        """Whether it is written as only a telephone number is, or said to be one."""
        if _ADDRESS.search(self.before):
            return len(self.whole) > 6
        if _HANDLE.search(self.before):
            return len(self.whole) > 8
        if self._alone and self._labelled:
            return True
        if not self._alone or self.decimal or _DATE.fullmatch(self.run):
            return False
        if _plain(self.whole) and not self._close and not self._announced:
            return False
        if book(self.groups) and not self.abroad:
            return False
        if self._international or self._national or self._named:
            return not self._example or self._said
        return (self._callable and self._said) or self._announced

    @cached_property
    def _said(self) -> bool:
        if self._counts:
            return False
        if self._joint and not self._free:
            return self._close
        strict = self._spoken and self.words.strict.search(self.before)
        return bool(self.helping or strict or self._close)

    @cached_property
    def _announced(self) -> bool:
        """A line to call is named before it, whatever stands between."""
        if len(self.whole) > MOST or not self._alone:
            return False
        if len(self.whole) > 6 and self._filed:
            return False
        told = Announced(self.run, self.before, self.after)
        return told.found and (told.year or not self._counts)

    @property
    def _filed(self) -> bool:
        """An amount or a paper is named before it, though beside a line to call."""
        words = self.words
        return bool(
            words.amount.search(last_words(self.before)) or words.numbered.search(self.before)
        )

    @cached_property
    def _close(self) -> bool:
        """Nothing but such words beside it."""
        lonely = self.helping and not re.search(r"\w", self.before + self.after)
        close = self._spoken and self.words.close.search(self.before)
        return lonely or bool(close or self.words.behind.search(self.after))

    @cached_property
    def _joint(self) -> str:
        """What stands between digits that are said one by one; else empty."""
        found = re.fullmatch(_SINGLE, self.run)
        return found["joint"] if found else ""

    @cached_property
    def _free(self) -> bool:
        """One by one as no list, score or version is written, nor a row such as `3-2-1`."""
        rows = even(self.groups) and self.groups[0] != self.groups[1]
        return not rows and re.fullmatch(r" *-? *", self._joint) is not None

    @cached_property
    def _counts(self) -> bool:
        """It counts something, or names a page, a law, a code."""
        return bool(
            self.words.unit.match(self.after)
            or (len(self.whole) < 6 and self.words.many.match(self.after))
            or (self.words.other.search(self.before) and not self._signed)
            or _YEARS.fullmatch(self.run)
            or (self._joint and self.words.named.search(self.before))
            or self._paper
        )

    @property
    def _signed(self) -> bool:
        """`call № 0800 123 456`: a long number behind no more than this sign."""
        return len(self.whole) > 6 and self.before.rstrip().endswith("№") and self._near

    @cached_property
    def _paper(self) -> bool:
        """The number of an order, a device, an account; one that begins as a telephone number does
        needs the word "number" before it."""
        if self.abroad and not self.run.startswith("00"):
            return False
        bare = not re.match(r"0[1-9]", self.run) and self.words.paper.search(self.before)
        return bool(bare or self.words.numbered.search(self.before)) and not self._near

    @property
    def _labelled(self) -> bool:
        """Six digits behind "tel.", which elsewhere are a date or an amount."""
        return bool(_SIX.fullmatch(self.run) and self.words.label.search(self.before))

    @cached_property
    def _alone(self) -> bool:
        """No part of a word, an address, a code with stars, a decimal or a time."""
        near = self.before[-_GLUED:]
        glued = re.search(r"(?:[^\W_]_*|[@#*/=&.,:-])$", near) and not re.search(
            r"(?:^|\s|[^\W\d]{2}\w|[^\W\d]\w{2})[:.,/]$", near
        )
        return not glued and not re.match(r"_*[^\W_]|[@=…]|[#*.,:/]\w|-(?:\d|x\b)", self.after)

    @property
    def _example(self) -> bool:
        return bool(
            self.words.like.search(self.before[-_BEFORE:]) or self.words.like.match(self.after)
        )

    @property
    def _international(self) -> bool:
        if not self.abroad:
            return self.run == self.whole and unsigned(self.whole) and not self._counts
        if not 8 <= len(self.whole.lstrip("0")) <= _MOST or self._counts:
            return False
        return len(self.whole) >= _ABROAD or not self._amount

    @property
    def _amount(self) -> bool:
        """Of thousands; `+` before it says that it has grown."""
        return _AMOUNT.fullmatch(self.run.lstrip("+ ")) is not None

    @property
    def _national(self) -> bool:
        """A zero first, or parts as no amount has them."""
        groups, joints = self.groups, {*re.findall(r"(?<=\d)\D+(?=\d)", self.run)}
        if not 6 <= len(self.whole) <= 13 or self._counts:
            return False
        if _range(self.run) or even(groups) or _LAW.fullmatch(self.run):
            return False
        if len(groups) > 2 and _YEARS.fullmatch(groups[0]):
            return False
        if max(map(len, groups)) < 3 and not (groups[0][0] == "0" and len(self.whole) > 8):
            return False
        if groups[0][0] == "0":
            if joints == {"/"} and len(groups) == 2:
                return 1 < len(groups[0]) < 6 and len(groups[1]) > 4
            if _STROKE.fullmatch(self.run):
                return 7 + (len(groups[0]) < 3) < len(self.whole) < 12
            least = 9 if len(groups) == 1 else 6
            return len(self.whole) >= least and all(map(_JOINT.fullmatch, joints))
        parted = len(groups) > 2 or "-" in joints or "(" in self.run
        return (
            parted
            and len(self.whole) > 6
            and not self._amount
            and (all(map(_JOINT.fullmatch, joints)))
        )

    @property
    def _named(self) -> bool:
        """Nine digits that are somebody's; thousands look alike."""
        if self._counts:
            return False
        words, told = self.words, (self.run, self.before, self.after)
        bare = nine(self.run) and words.bare.search(self.before)
        return bool(bare) or named(*told, words.amount) or local(*told, words.excused)

    @property
    def _free_call(self) -> bool:
        """As no list that counts up: a 0 first, as many digits as a number has, and no order."""
        falls = any(low > high for low, high in pairwise(self.groups))
        return self.whole[0] == "0" and len(self.whole) > 8 and falls

    @property
    def _callable(self) -> bool:
        if _LISTED.search(self._joint) and not self._free_call:
            return False
        digits = self.whole if self._joint else self.run
        return 7 <= len(self.whole) <= 13 or bool(_SHORT.fullmatch(digits))


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


def _plain(number: str) -> bool:
    """Digits in a row, all alike, or of two kinds: what is said of a weak PIN."""
    if len(number) < 4:
        return False
    return number in _ROW or number in _ROW[::-1] or len({*number}) < (3 if number > "6" else 2)
