"""Moodle's question XML read back by the rules of its own import."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import cast, get_args

from lxml import etree

from kandil.exporters._moodle.bank import Answer, BankQuestion, Kind, Pair
from kandil.exporters._moodle.files import files_in


def read_category(element: etree._Element) -> str:
    """The path that what follows is put into."""
    return element.findtext("category/text", "").strip()


def read_question(element: etree._Element) -> BankQuestion:
    """As an import reads it. Raises `ValueError` for a type or a number that it does not know."""
    kind = element.get("type", "")
    if kind not in get_args(Kind):
        raise ValueError(f"no type of question is called '{kind}'")
    try:
        return BankQuestion(
            kind=cast(Kind, kind),
            id=element.findtext("idnumber", ""),
            name=_words(element, "name"),
            text=_words(element, "questiontext"),
            points=int(element.findtext("defaultgrade", "1")),
            general=_words(element, "generalfeedback"),
            answers=tuple(map(_answer, element.findall("answer"))),
            pairs=tuple(map(_pair, element.findall("subquestion"))),
            single=element.findtext("single", "true") == "true",
            right=_words(element, "correctfeedback"),
            wrong=_words(element, "incorrectfeedback"),
            hints=tuple(_own(hint) for hint in element.findall("hint")),
            tags=tuple(_own(tag) for tag in element.findall("tags/tag")),
        )
    except InvalidOperation:
        raise ValueError("a part of the points or a tolerance is no number") from None


def _answer(element: etree._Element) -> Answer:
    return Answer(
        _own(element),
        Decimal(element.get("fraction", "")),
        _words(element, "feedback"),
        Decimal(element.findtext("tolerance", "0")),
    )


def _pair(element: etree._Element) -> Pair:
    return Pair(_own(element), _words(element, "answer"))


def _words(element: etree._Element, name: str) -> str:
    return element.findtext(f"{name}/text", "").strip()


def _own(element: etree._Element) -> str:
    return element.findtext("text", "").strip()


def file_faults(element: etree._Element) -> Iterator[str]:
    """Pictures that a text names and has not, or has and does not name."""
    for holder in element.iter():
        text = holder.find("text")
        if text is None:
            continue
        markup = holder.get("format") == "html"
        named = {*files_in(text.text or "")} if markup else set()
        held = {file.get("name", ""): file for file in holder.findall("file")}
        yield from (f"its picture '{name}' is missing" for name in sorted(named - held.keys()))
        yield from (f"nothing shows its file '{name}'" for name in sorted(held.keys() - named))
        for name, file in held.items():
            if file.get("encoding") != "base64" or not _decodes(file.text or ""):
                yield f"its file '{name}' cannot be decoded"


def files_of(root: etree._Element) -> Iterator[tuple[str, bytes]]:
    """All that can be decoded, by their names."""
    for file in root.iter("file"):
        if _decodes(file.text or ""):
            yield file.get("name", ""), b64decode(file.text or "")


def _decodes(words: str) -> bool:
    try:
        return bool(b64decode(words, validate=True))
    except NoBase64:
        return False
