"""`glossary.md`: words that a lesson links to, each a heading of level 2 with its explanation."""

from __future__ import annotations

from pathlib import Path

from kandil.model.course import TERM, Term
from kandil.problems import Place, Problem, nearest
from kandil.read.blocks import read_blocks
from kandil.read.html import closed_tokens
from kandil.read.reading import Reading
from kandil.read.source import Source, read_text
from kandil.read.tokens import Group, first_line, groups

NAME = "glossary.md"
Links = list[tuple[str, Place]]


def read_glossary(folder: Path) -> tuple[dict[str, Term], list[Problem]]:
    """The terms of a course by the anchor that links to them; empty where there is no glossary."""
    path = folder / NAME
    if not path.is_file():
        return {}, []
    text, problems = read_text(path, path.as_posix())
    reading = Reading(Source(path.as_posix(), tuple(text.split("\n"))), problems=problems)
    terms: dict[str, Term] = {}
    for head, *body in _runs(groups(closed_tokens(reading.source, reading.problems))):
        term = _term(reading, head, body)
        terms[term.anchor] = term
    reading.drop_mark()
    return terms, reading.problems


def _runs(found: list[Group]) -> list[list[Group]]:
    """Each heading of level 2 with what stands below it; a title above them is for the author."""
    runs: list[list[Group]] = []
    for group in found:
        if group[0].type == "heading_open" and group[0].tag == "h2":
            runs.append([group])
        elif runs:
            runs[-1].append(group)
    return runs


def _term(reading: Reading, head: Group, body: list[Group]) -> Term:
    line, words = first_line(head), head[1].content
    title = reading.text(words, line, "term", max(reading.source.find(line, words), 0))
    blocks = read_blocks(reading, body)
    if not blocks:
        hint = "Say below it in one or two sentences what it means."
        reading.report("M014", line, 0, f"The term '{words}' has no explanation", hint)
    return Term(TERM + reading.anchors.take(words), title, blocks)


def linked(terms: dict[str, Term], links: Links) -> tuple[Term, ...]:
    """The terms that a lesson links to, in the order of their first use."""
    names = dict.fromkeys(target[1:] for target, _ in links if target.startswith(f"#{TERM}"))
    return tuple(terms[name] for name in names if name in terms)


def unknown(terms: dict[str, Term], links: Links) -> list[Problem]:
    """Links to terms that the glossary does not have."""
    found = []
    for target, place in links:
        name = target[1:]
        if target.startswith(f"#{TERM}") and name not in terms:
            written = [one.removeprefix(TERM) for one in terms]
            near = nearest(name.removeprefix(TERM), written)
            hint = near if written else f"Make a file '{NAME}' with a heading '## …' for each term."
            message = f"The glossary has no term '{name.removeprefix(TERM)}'"
            found.append(Problem("M004", place, message, hint))
    return found
