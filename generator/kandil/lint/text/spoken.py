"""Who says a sentence: the lesson, or an answer that is wrong, which may well be bad advice."""

from __future__ import annotations

from kandil.model.blocks import Callout, List, Paragraph, Table
from kandil.model.interactions import Card, Choice, Matching, Move, Option, Way
from kandil.model.text import Text, inner_names
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as a learner takes it."""

    text: Text
    lead: Text | None = None
    """What stands above it and may refute it."""
    meant: bool = True
    """False where it is one of several things to judge: a wrong answer, a way to act."""


def said(node: object) -> list[Said]:
    """Every sentence under a model value, in order of the source."""
    found: list[Said] = []
    _gather(node, None, True, found)
    return found


def _gather(node: object, lead: Text | None, meant: bool, found: list[Said]) -> None:
    match node:
        case Text():
            found.append(Said(node, lead, meant))
        case tuple():
            _row(node, lead, meant, found)
        case Table():
            _table(node, lead, meant, found)
        case Callout():
            _gather(node.title, lead, meant, found)
            _gather(node.blocks, node.title or lead, meant and node.kind != "message", found)
        case Choice(form="true_false"):
            true = any(o.right and o.word in ("True", "Yes") for o in node.options)
            _parts(node, lead, meant, found, {"prompt": true, "stem": true})
        case Option():
            _parts(node, lead, meant, found, {"text": node.right})
        case Way():
            _parts(node, lead, meant, found, {"text": node.stance == "safer"})
        case Move():
            _gather(node.text, lead, False, found)
        case Card():
            _parts(node, lead, meant, found, {"front": False})
        case Matching():
            _matching(node, lead, meant, found)
        case _:
            _parts(node, lead, meant, found, {})


def _parts(
    node: object, lead: Text | None, meant: bool, found: list[Said], doubts: dict[str, bool]
) -> None:
    kind: type = node.__class__
    for name in inner_names(kind):
        _gather(getattr(node, name), lead, meant and doubts.get(name, True), found)


def _row(nodes: tuple[object, ...], lead: Text | None, meant: bool, found: list[Said]) -> None:
    """A line that ends in a colon speaks of the list below it."""
    above = None
    for node in nodes:
        below = isinstance(node, List) and above and above.plain.rstrip().endswith(":")
        _gather(node, above if below else lead, meant, found)
        above = node.text if isinstance(node, Paragraph) else None


def _table(table: Table, lead: Text | None, meant: bool, found: list[Said]) -> None:
    _gather(table.head, lead, meant, found)
    for row in table.rows:
        for index, cell in enumerate(row):
            head = table.head[index] if index < len(table.head) else None
            _gather(cell, head or lead, meant, found)


def _matching(node: Matching, lead: Text | None, meant: bool, found: list[Said]) -> None:
    """What is sorted into "Old advice" is not the lesson's advice."""
    homes = {target.letter: target.text for target in node.targets}
    for name in inner_names(Matching):
        if name != "items":
            _gather(getattr(node, name), lead, meant, found)
    for entry in node.items:
        _gather(entry.text, homes.get(entry.home, lead), meant, found)
        _gather(entry.feedback, lead, meant, found)
