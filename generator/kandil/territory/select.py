"""Marked blocks that an edition keeps: for its variant and its territory (docs/design/0010)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import field, is_dataclass, replace

from kandil.model.blocks import Block, Callout, Footnote, Only, Quiz, Quote, Section
from kandil.model.brief import Marked
from kandil.model.course import Course, Module
from kandil.model.inlines import Link, Note, walk
from kandil.model.text import field_names, texts
from kandil.problems import Place, Problem, nearest
from kandil.values import dataclass

_AROUND = (Callout, Footnote, Quiz, Quote, Section)
"""Kinds of blocks that hold blocks."""


def select(
    course: Course, variant: str, territory: str, lost: Set[str] | None = None
) -> tuple[Course, list[Problem]]:
    """The course of one edition, without a marked block in it; a lesson without the variant is
    that of the base.

    `lost`: addresses that the edition does not have, where these are not all of its lessons.
    """
    lost = lost_addresses(course, variant, territory) if lost is None else lost
    problems: list[Problem] = []
    cut = [_Cut(variant, territory) for _ in course.modules]
    modules = tuple(one.module(m) for one, m in zip(cut, course.modules, strict=True))
    for one, module in zip(cut, modules, strict=True):
        if lost or one.notes:
            problems += _leading_nowhere(module, lost, one.notes)
    return replace(course, modules=modules), problems


def lost_addresses(course: Course, variant: str, territory: str) -> set[str]:
    """`siu-2#heading` of all that one edition leaves out; lessons may be hollow."""
    cut = _Cut(variant, territory)
    return {
        f"{module.id}#{anchor}"
        for module in course.modules
        for part in module.brief.marked
        if not cut.wanted(part)
        for anchor in part.anchors
    }


def unknown_variant(course: Course, variant: str) -> list[Problem]:
    """A problem where no lesson of the whole course has it; lessons may be hollow."""
    known = sorted({name for module in course.modules for name in module.variants})
    if not variant or variant in known:
        return []
    place = Place(f"{course.folder}/course.yml")
    hint = nearest(variant, known) if known else "Write 'variants: […]' in the head of a lesson."
    return [Problem("M027", place, f"No lesson has the variant '{variant}'", hint)]


@dataclass(slots=True)
class _Cut:
    """Goes through one lesson; notes what is left out."""

    variant: str
    territory: str
    notes: set[str] = field(default_factory=set)

    def module(self, module: Module) -> Module:
        """The lesson; its front matter, objectives among it, is never touched."""
        kept = self.kept(module.blocks)
        return module if kept is module.blocks else replace(module, blocks=kept)

    def kept(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """A run of blocks, with what stands between marks in their place or left out."""
        found: list[Block] = []
        for block in blocks:
            if not isinstance(block, Only):
                found.append(self.deeper(block))
            elif self.wanted(block):
                found += self.kept(block.blocks)
            else:
                self.drop(block.blocks)
        same = len(found) == len(blocks) and all(a is b for a, b in zip(found, blocks, strict=True))
        return blocks if same else tuple(found)

    def wanted(self, block: Only | Marked) -> bool:
        """Whether this edition is meant."""
        return self.variant in block.variants or self.territory in block.territories

    def deeper(self, block: Block) -> Block:
        """A section or a quiz holds blocks of its own."""
        if not isinstance(block, _AROUND):
            return block
        kept = self.kept(block.blocks)
        return block if kept is block.blocks else replace(block, blocks=kept)

    def drop(self, node: object) -> None:
        """Remember the notes in what is left out."""
        if isinstance(node, tuple):
            for part in node:
                self.drop(part)
        elif is_dataclass(node) and not isinstance(node, type):
            if isinstance(node, Footnote):
                self.notes.add(node.label)
            for name in field_names(type(node)):
                self.drop(getattr(node, name))


def _leading_nowhere(module: Module, lost: Set[str], notes: Set[str]) -> Iterator[Problem]:
    for text in texts(module.blocks):
        for part in walk(text.inlines):
            gone = isinstance(part, Note) and part.label in notes
            words = "note"
            if isinstance(part, Link):
                target = part.target
                gone = (f"{module.id}{target}" if target[:1] == "#" else target) in lost
                words = "link"
            if gone:
                yield _gone(text.place, words)


def _gone(place: Place, words: str) -> Problem:
    hint = f"Mark the sentence with the {words} in the same way, or take the {words} out."
    message = f"This edition leaves out the part that a {words} in this sentence leads to"
    return Problem("M030", place, message, hint)
