"""`glossary.md`: words that a lesson links to, each a heading of level 2 with its explanation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kandil.model.blocks import Block
from kandil.model.course import TERM, Term
from kandil.model.inlines import Link, walk
from kandil.model.text import texts
from kandil.problems import Place, Problem, nearest
from kandil.read.block.block_reader import read_blocks
from kandil.read.block.context import ReadContext
from kandil.read.block.html import admitted
from kandil.read.inline.links import GLOSSARY
from kandil.read.source.door import link_out
from kandil.read.source.source import Source, read_text
from kandil.read.source.tokens import Group, first_line, groups, runs

Links = list[tuple[str, Place]]


def read_glossary(folder: Path) -> tuple[dict[str, Term], ReadContext]:
    """The terms of a course by the anchor that links to them; empty where there is no glossary."""
    path = folder / GLOSSARY
    name = path.as_posix()
    if not path.exists():
        return {}, ReadContext(Source(name, ()))
    if amiss := link_out(folder, path):
        return {}, ReadContext(Source(name, ()), problems=amiss)
    text, problems = read_text(path, name)
    reading = ReadContext(
        Source(name, tuple(text.split("\n"))), problems=problems, base="", folder=folder
    )
    terms: dict[str, Term] = {}
    found = groups(admitted(reading))
    for head, *body in runs(found, "h2")[1:]:  # a title above them is for the author
        term = _term(reading, head, body)
        terms[term.anchor] = term
    reading.drop_mark()
    _refuse_notes(reading)
    return terms, reading


def _term(reading: ReadContext, head: Group, body: list[Group]) -> Term:
    line, words = first_line(head), head[1].content
    title = reading.text(words, line, "term", max(reading.source.find(line, words), 0))
    blocks = read_blocks(reading, body)
    if not blocks:
        hint = "Say below it in one or two sentences what it means."
        reading.report("M014", line, 0, f"The term '{words}' has no explanation", hint)
    return Term(TERM + reading.anchors.take(words), title, blocks)


def _refuse_notes(reading: ReadContext) -> None:
    """A term may stand on many pages, beside the notes of each; its own would not stand there."""
    for _, place in reading.notes or reading.footnotes.items():
        hint = "Write its words into the explanation."
        message = "A term of the glossary has no footnotes"
        reading.problems.append(Problem("M012", place, message, hint))


def linked(terms: Mapping[str, Term], blocks: tuple[Block, ...]) -> tuple[Term, ...]:
    """The terms that a lesson's blocks link to, in the order of their first use, then those that
    their explanations link to."""
    found: dict[str, Term] = {}
    waiting = [*_targets(blocks)] if terms else []
    for target in waiting:
        term = terms.get(target[1:]) if target.startswith(f"#{TERM}") else None
        if term and term.anchor not in found:
            found[term.anchor] = term
            waiting += _targets(term)
    return tuple(found.values())


def _targets(node: Term | tuple[Block, ...]) -> Iterator[str]:
    for text in texts(node):
        yield from (part.target for part in walk(text.inlines) if isinstance(part, Link))


def unknown(terms: Mapping[str, Term], links: Links) -> list[Problem]:
    """Links to terms that the glossary does not have."""
    found = []
    written = [one.removeprefix(TERM) for one in terms]
    for target, place in links:
        name = target[1:]
        if target.startswith(f"#{TERM}") and name not in terms:
            near = nearest(name.removeprefix(TERM), written)
            make = f"Make a file '{GLOSSARY}' with a heading '## …' for each term."
            message = f"The glossary has no term '{name.removeprefix(TERM)}'"
            found.append(Problem("M004", place, message, near if written else make))
    return found
