"""All that a page prints, with what stands around it: a number alone in a cell says little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from kandil.lint.phones.drawn import drawn_words
from kandil.lint.text.sources import Sources
from kandil.model.blocks import (
    Addresses,
    CodeBlock,
    Definition,
    Heading,
    List,
    Only,
    Paragraph,
    Section,
    Table,
)
from kandil.model.course import Course
from kandil.model.inlines import Blank, Break, Code, Image, Inline, Link, walk
from kandil.model.interactions import Card, Interaction
from kandil.model.text import Text, inner_names, texts
from kandil.problems import Place
from kandil.values import dataclass

_OUTSIDE = ("http://", "https://")


@dataclass(frozen=True)
class Near:
    """Parts of a course whose words say what a number is; put together once, if anybody asks."""

    nodes: tuple[object, ...] = ()
    wider: Near | None = None
    """What says it of these parts too."""

    @cached_property
    def words(self) -> str:
        """All of them."""
        wider = self.wider.words if self.wider else ""
        own = " . ".join(text.plain for text in texts(self.nodes))
        return f"{wider} . {own}" if wider and own else wider or own


_NOTHING = Near()


@dataclass(frozen=True, slots=True)
class Printed:
    """Some words, and where."""

    words: str
    place: Place
    text: Text | None = None
    """None for code and names, which are no sentences."""
    beside: Near = _NOTHING
    """The heading, the line above, and the rest of the row."""
    question: Near = _NOTHING
    """Its words may speak of numbers that count."""
    helping: bool = False
    """Under `## Help`."""
    territories: tuple[str, ...] = ()
    """Those that it is marked for; empty: all."""

    @property
    def about(self) -> str:
        """All words beside it."""
        return self.beside.words

    @property
    def asked(self) -> str:
        """All words of its question."""
        return self.question.words


def printed(course: Course, sources: Sources) -> Iterator[Printed]:
    """Once each, though two lessons explain the same word and two quizzes share a bank."""
    told, rows = set(), _Rows(sources)
    yield Printed(course.licence, sources.key(f"{course.folder}/course.yml", "licence"))
    for name in ("title", "discreet_title", "summary", "objectives"):
        for one in _under(getattr(course, name), Printed("", Place(""))):
            yield one
    for module in course.modules:
        file = (Path(course.folder) / module.file).as_posix()
        for name in ("authors", "reviewers", "licence", "sources"):
            said = getattr(module, name)
            for words in (said,) if isinstance(said, str) else said:
                yield Printed(words, sources.key(file, name) if words else Place(file))
        drawn = drawn_words(Path(course.folder), module)
        yield from (Printed(words, place) for words, place in drawn if words)
        for one in _under(module, Printed("", Place(file))):
            if one.text is None:
                one = replace(one, place=rows.place(one))
            known = one.place.file, one.place.line, one.place.column, one.words
            if known not in told:
                told.add(known)
                yield one


class _Rows:
    """Where the first line of a code block stands; each file is looked through once."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.rows: dict[str, dict[str, int]] = {}

    def place(self, code: Printed) -> Place:
        """The first such line of the file."""
        file = code.place.file
        if file not in self.rows:
            lines = enumerate(self.sources.lines(file), 1)
            self.rows[file] = {}
            for number, line in lines:
                self.rows[file].setdefault(line.strip("> "), number)
        row = self.rows[file].get(code.words.partition("\n")[0].strip(), code.place.line)
        return replace(code.place, line=row)


def _under(node: object, here: Printed) -> list[Printed]:
    """`here` says what is known of this place."""
    found: list[Printed] = []
    _gather(node, here, found)
    return found


def _gather(node: object, here: Printed, found: list[Printed]) -> None:
    match node:
        case Text():
            beside, question, helping = here.beside, here.question, here.helping
            words, marked = _said(node), here.territories
            found.append(Printed(words, node.place, node, beside, question, helping, marked))
        case Addresses():
            words = " ".join(row.whole for row in node.rows)
            found.append(replace(here, words=words, place=node.place))
        case CodeBlock():
            found.append(replace(here, words=node.content))
        case tuple():
            _row(node, here, found)
        case Section():
            _gather(node.blocks, replace(here, helping=node.kind == "help"), found)
        case Only():
            marked = node.territories or here.territories
            _gather(node.blocks, replace(here, territories=marked), found)
        case Table():
            _gather(node.head, here, found)
            head = Near((node.head,))
            for row in node.rows:
                _gather(row, replace(here, beside=Near((row,), head)), found)
        case Definition() | Card():
            _parts(node, replace(here, beside=Near((node,))), found)
        case Interaction():
            _parts(node, replace(here, question=Near((node,))), found)
        case _:
            _parts(node, here, found)


def _parts(node: object, here: Printed, found: list[Printed]) -> None:
    kind: type = node.__class__
    for name in inner_names(kind):
        _gather(getattr(node, name), here, found)


def _row(nodes: tuple[object, ...], here: Printed, found: list[Printed]) -> None:
    """A heading speaks of what is below it, and a line that ends in a colon of its list."""
    above, lead = here, None
    for node in nodes:
        if isinstance(node, List) and lead:
            _gather(node, replace(above, beside=Near((lead,), above.beside)), found)
        else:
            _gather(node, above, found)
        if isinstance(node, Heading):
            above = replace(here, beside=Near((node.text,), here.beside))
        lead = node.text if isinstance(node, Paragraph) else None


def _said(text: Text) -> str:
    """The words, what a blank accepts, and behind them addresses outside."""
    match text.inlines:
        case (str() as whole,):
            return whole
    parts = list(walk(text.inlines))
    links = [part.target for part in parts if isinstance(part, Link)]
    outside = [target for target in links if target.startswith(_OUTSIDE)]
    return " ".join(["".join(map(_shown, parts)), *outside])


def _shown(part: Inline) -> str:
    match part:
        case str():
            return part
        case Code(content):
            return content
        case Image(alt=alt):
            return alt
        case Blank(answers, number):
            same = [f"{number.low:f}"] if number and number.low == number.high else []
            return f" {' | '.join((*answers, *same))} "
        case Break():
            return " "
    return ""
