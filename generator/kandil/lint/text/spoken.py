"""Who says a sentence: the lesson, or an answer that is wrong, which may well be bad advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from kandil.model.blocks import Callout, List, Paragraph, Table
from kandil.model.interactions import Card, Choice, Matching, Move, Option, Way
from kandil.model.text import Text, field_names


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as a learner takes it."""

    text: Text
    lead: Text | None = None
    """What stands above it and may refute it."""
    meant: bool = True
    """False where it is one of several things to judge: a wrong answer, a way to act."""


def said(node: Any, lead: Text | None = None, meant: bool = True) -> Iterator[Said]:
    """Every sentence under a model value, in order of the source."""
    match node:
        case Text():
            yield Said(node, lead, meant)
        case tuple():
            yield from _row(node, lead, meant)
        case Table():
            yield from _table(node, lead, meant)
        case Callout():
            yield from said(node.title, lead, meant)
            yield from said(node.blocks, node.title or lead, meant)
        case Choice(form="true_false"):
            true = any(o.right and o.word in ("True", "Yes") for o in node.options)
            yield from _parts(node, lead, meant, {"prompt": true, "stem": true})
        case Option():
            yield from _parts(node, lead, meant, {"text": node.right})
        case Way():
            yield from _parts(node, lead, meant, {"text": node.stance == "safer"})
        case Move():
            yield from said(node.text, lead, False)
        case Card():
            yield from _parts(node, lead, meant, {"front": False})
        case Matching():
            yield from _matching(node, lead, meant)
        case _ if is_dataclass(node) and not isinstance(node, type):
            yield from _parts(node, lead, meant, {})


def _parts(node: Any, lead: Text | None, meant: bool, doubts: dict[str, bool]) -> Iterator[Said]:
    for name in field_names(node.__class__):
        yield from said(getattr(node, name), lead, meant and doubts.get(name, True))


def _row(nodes: tuple[Any, ...], lead: Text | None, meant: bool) -> Iterator[Said]:
    """A line that ends in a colon speaks of the list below it."""
    above = None
    for node in nodes:
        yield from said(node, above if above and isinstance(node, List) else lead, meant)
        introduces = isinstance(node, Paragraph) and node.text.plain.rstrip().endswith(":")
        above = node.text if introduces else None


def _table(table: Table, lead: Text | None, meant: bool) -> Iterator[Said]:
    yield from said(table.head, lead, meant)
    for row in table.rows:
        for index, cell in enumerate(row):
            head = table.head[index] if index < len(table.head) else None
            yield from said(cell, head or lead, meant)


def _matching(node: Matching, lead: Text | None, meant: bool) -> Iterator[Said]:
    """What is sorted into "Old advice" is not the lesson's advice."""
    homes = {target.letter: target.text for target in node.targets}
    for name in field_names(Matching):
        if name != "items":
            yield from said(getattr(node, name), lead, meant)
    for entry in node.items:
        yield from said(entry.text, homes.get(entry.home, lead), meant)
        yield from said(entry.feedback, lead, meant)
