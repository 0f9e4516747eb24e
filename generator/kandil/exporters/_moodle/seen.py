"""What people see of a bank, whatever its questions are written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kandil.exporters._moodle.bank import BankQuestion
from kandil.verify.contents import Contents
from kandil.verify.shown import Shown, read_shown

_PLAIN = ("shortanswer", "numerical", "truefalse")
_PAGE = "bank.html"


def seen(
    file: str, names: Iterable[str], questions: Iterable[BankQuestion], digits: bool
) -> Iterator[Shown]:
    """`names`: of categories. Each question as a page would show it; with `digits` only what has
    enough of them to be a number to call."""
    rows = [f"<p>{escape(name)}</p>" for name in names]
    rows += ["".join(_rows(question)) for question in questions]
    yield from seen_page(file, "".join(rows), digits)


def seen_page(file: str, markup: str, digits: bool) -> Iterator[Shown]:
    """A piece of markup that stands in a file of another kind."""
    yield from _read(_PAGE, file, markup.encode(), digits)


def seen_drawing(file: str, name: str, content: bytes, digits: bool) -> Iterator[Shown]:
    """The words of a picture, if it is a drawing."""
    if name.lower().endswith(".svg"):
        yield from _read("drawing.svg", file, content, digits)


def _read(name: str, file: str, content: bytes, digits: bool) -> Iterator[Shown]:
    page = Contents([name], lambda _: content)
    for one in read_shown(page, digits):
        yield one._replace(file=file)


def _rows(question: BankQuestion) -> Iterator[str]:
    yield f"<p>{escape(question.name)}</p><div>{question.text}</div>"
    for one in question.answers:
        words = escape(one.words) if question.kind in _PLAIN else one.words
        yield f"<div>{words}</div><div>{one.feedback}</div>"
    for pair in question.pairs:
        yield f"<div>{pair.stem}</div><div>{pair.target}</div>"
    for said in (question.general, question.right, question.wrong, *question.hints):
        yield f"<div>{said}</div>"
    yield from (f"<p>{escape(tag)}</p>" for tag in question.tags)
