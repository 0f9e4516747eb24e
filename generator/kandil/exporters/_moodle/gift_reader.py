"""GIFT read back by the rules of Moodle's own import: what it would make of each paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from kandil.exporters._moodle.bank import ANY, Answer, BankQuestion, Kind, Pair
from kandil.exporters._moodle.gift_writer import SIGNS
from kandil.exporters._moodle.shares import WHOLE
from kandil.values import dataclass

CATEGORY = "$CATEGORY:"
_HELD = {f"\\{sign}": chr(0xE000 + place) for place, sign in enumerate(SIGNS)} | {"\\n": "\ue010"}
"""Signs behind a backslash, set aside as signs of no script while the others are looked for."""
_ESCAPED = re.compile(r"\\[\\~=#{}:n]")
_FREED = {ord(held): sign[1].replace("n", "\n") for sign, held in _HELD.items()}
_ID = re.compile(r"\[id:([^\x00-\x1f\x7f]+?)\]")
_TAG = re.compile(r"\[tag:([^\x00-\x1f\x7f]+?)\]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_FORMAT = re.compile(r"\A\[(?:html|plain|markdown|moodle)\]")
_TRUE_FALSE = ("T", "TRUE", "F", "FALSE")


class GiftError(Exception):
    """A paragraph that an import stops at; the message says why."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines without an empty one."""

    line: int
    """Of the file, from 1."""
    words: str

    @property
    def category(self) -> str:
        """The path that follows are put into; empty in a question."""
        words = _without_comments(self.words)
        return words.removeprefix(CATEGORY).strip() if words.startswith(CATEGORY) else ""


def paragraphs(text: str) -> Iterator[Paragraph]:
    """In their order."""
    rows: list[str] = []
    for number, row in enumerate([*text.splitlines(), ""], 1):
        if row.strip():
            rows.append(row.strip())
        elif rows:
            yield Paragraph(number - len(rows), "\n".join(rows))
            rows = []


def read_question(paragraph: Paragraph) -> BankQuestion:
    """As an import reads it. Raises `GiftError`."""
    held = _ESCAPED.sub(lambda found: _HELD[found[0]], _without_comments(paragraph.words))
    if not held.startswith("::") or held.count("::") < 2:
        raise GiftError("a question without a name between double colons")
    _, name, rest = held.split("::", 2)
    before, open_, inside = rest.partition("{")
    inside, close, after = inside.partition("}")
    if bool(open_) != bool(close) or "{" in after or "}" in before + after:
        raise GiftError("answers that do not begin and end once")
    answers, _, general = inside.rpartition("####") if "####" in inside else (inside, "", "")
    read = _read(answers.strip()) if open_ else _Read("description")
    comments = "\n".join(row for row in paragraph.words.splitlines() if row.startswith("//"))
    told = _ID.search(comments)
    return BankQuestion(
        kind=read.kind,
        id=told[1] if told else "",
        name=_free(name),
        text=_free(before + ("_____" + after if after.strip() else "")),
        general=_free(general),
        answers=read.answers,
        pairs=read.pairs,
        single=read.single,
        tags=tuple(_TAG.findall(comments)),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands in braces."""

    kind: Kind
    answers: tuple[Answer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    single: bool = True


def _read(words: str) -> _Read:
    """The first sign that says so decides which type it is."""
    if not words:
        return _Read("essay")
    if words.startswith("#"):
        return _Read("numerical", tuple(_numbers(words[1:])))
    if "~" in words:
        rows = [one for one in words.replace("=", "~=").split("~") if one.strip()]
        return _Read("multichoice", tuple(map(_choice, rows)), single="=" in words)
    if "=" in words and "->" in words:
        return _Read("matching", pairs=tuple(map(_pair, _parted(words))))
    if words.partition("#")[0].strip() in _TRUE_FALSE:
        return _Read("truefalse", _true_false(words))
    return _Read("shortanswer", tuple(map(_typed, _parted(words))))


def _parted(words: str) -> list[str]:
    return [one for one in words.split("=") if one.strip()]


def _choice(words: str) -> Answer:
    words = words.strip()
    if words.startswith("="):
        return _answer(words[1:], WHOLE)
    return _typed(words, Decimal(0))


def _typed(words: str, usual: Decimal = WHOLE) -> Answer:
    words = words.strip()
    weight = _WEIGHT.match(words)
    return _answer(
        words[weight.end() :] if weight else words, Decimal(weight[1]) if weight else usual
    )


def _answer(words: str, percent: Decimal) -> Answer:
    said, _, feedback = words.partition("#")
    return Answer(_free(said), percent, _free(feedback))


def _pair(words: str) -> Pair:
    stem, arrow, target = words.partition("->")
    if not arrow:
        raise GiftError("an item without an arrow to where it belongs")
    return Pair(_free(stem), _free(target))


def _true_false(words: str) -> tuple[Answer, ...]:
    """True first."""
    verdict, wrong, right, *_ = (*words.split("#", 2), "", "")
    true = verdict.strip() in _TRUE_FALSE[:2]
    whole, none = Answer("", WHOLE, _free(right)), Answer("", Decimal(0), _free(wrong))
    first, second = (whole, none) if true else (none, whole)
    return (
        Answer("true", first.percent, first.feedback),
        Answer("false", second.percent, second.feedback),
    )


def _numbers(words: str) -> Iterator[Answer]:
    rows, wrong, said = words.partition("~")
    for one in map(_typed, _parted(rows)):
        number, _, tolerance = one.words.partition(":")
        try:
            yield Answer(number, one.percent, one.feedback, Decimal(tolerance or 0))
            Decimal(number)
        except InvalidOperation:
            raise GiftError(f"'{one.words}' is no number") from None
    if wrong:
        yield Answer(ANY, Decimal(0), _free(said.lstrip().removeprefix("#")))


def _without_comments(words: str) -> str:
    rows = words.splitlines()
    return "\n".join(row for row in rows if not row.startswith("//")).strip()


def _free(words: str) -> str:
    return _FORMAT.sub("", words.strip()).translate(_FREED).strip()
