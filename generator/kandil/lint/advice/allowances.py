"""`<!-- advice: allow just-block: the story of a mistake -->` right above a block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import field

from kandil.lint.text.sources import Sources
from kandil.model.blocks import Only, Quiz, Section
from kandil.model.course import Course
from kandil.model.text import Text, texts
from kandil.problems import Place, Problem, nearest
from kandil.values import dataclass

_COMMENT = re.compile(r"<!--\s*advice:((?:(?!<!--).)*?)-->", re.DOTALL)
_ALLOW = re.compile(r"\s*allow\s+(?P<rule>[\w-]+)\s*(?::\s*(?P<reason>.*?))?\s*$", re.DOTALL)
_HINT = "Write '<!-- advice: allow just-block: why it is right here -->'."


@dataclass(slots=True)
class Allowance:
    """One exception, and the sentences that it covers."""

    rule: str
    place: Place
    covers: frozenset[Place]
    used: bool = False


@dataclass(slots=True)
class Allowances:
    """All exceptions of a course."""

    found: list[Allowance] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """Of those that cannot be read."""
    _above: dict[tuple[str, Place], list[Allowance]] = field(default_factory=dict)
    """By rule and sentence."""
    _counted: int = 0

    def allows(self, rule: str, text: Text) -> bool:
        """Whether an exception stands above the block of this sentence; it has then been used."""
        if len(self.found) != self._counted:
            self._counted = len(self.found)
            self._above = {}
            for one in self.found:
                for place in one.covers:
                    self._above.setdefault((one.rule, place), []).append(one)
        mine = self._above.get((rule, text.place), [])
        for one in mine:
            one.used = True
        return bool(mine)

    def told(self, names: frozenset[str]) -> Iterator[Problem]:
        """What is wrong with them: without a reason, of no rule of these names, or not needed."""
        yield from self.problems
        for one in self.found:
            if one.rule not in names:
                message = f"There is no rule '{one.rule}'"
                yield Problem("A004", one.place, message, nearest(one.rule, names))
            elif not one.used:
                message = f"Nothing below needs this exception from '{one.rule}'"
                hint = "Remove it, or move it right above the block that it is for."
                yield Problem("A005", one.place, message, hint)


def read_allowances(course: Course, sources: Sources) -> Allowances:
    """Every exception in the lessons, each with a reason."""
    blocks: dict[str, list[list[Place]]] = {}
    for module in course.modules:
        for block in _blocks((module.blocks, module.trainer, module.terms)):
            blocks.setdefault(block[0].file, []).append(block)
    allowances = Allowances()
    for file, inside in blocks.items():
        text = "\n".join(sources.lines(file))
        below, line, counted = _Below(inside), 1, 0
        for comment in _COMMENT.finditer(text):
            line += text.count("\n", counted, comment.start())
            counted = comment.start()
            column = comment.start() - text.rfind("\n", 0, comment.start())
            end = line + comment[0].count("\n")
            place = Place(file, line, column)
            _read(allowances, comment[1], place, below.line(end))
    return allowances


def _read(allowances: Allowances, body: str, place: Place, covers: frozenset[Place]) -> None:
    found = _ALLOW.match(body)
    if not found or not found["reason"]:
        message = "An exception names a rule and says why"
        allowances.problems.append(Problem("A003", place, message, _HINT))
    else:
        allowances.found.append(Allowance(found["rule"], place, covers))


def _blocks(node: object) -> Iterator[list[Place]]:
    """The places of each block's sentences; a section or quiz is taken apart."""
    match node:
        case tuple():
            for part in node:
                yield from _blocks(part)
        case Section() | Only():
            yield from _blocks(node.blocks)
        case Quiz():
            yield [node.title.place]
            yield from _blocks((node.blocks, node.bank))
        case _:
            places = [text.place for text in texts(node)]
            if places:
                yield sorted(places)


class _Below:
    """The blocks of one file, in order of their lines."""

    def __init__(self, blocks: list[list[Place]]) -> None:
        self.blocks = sorted(blocks)
        self.starts = [block[0].line for block in self.blocks]
        self.many = [block for block in self.blocks if block[0].line < block[-1].line]
        self.firsts = [block[0].line for block in self.many]

    def line(self, line: int) -> frozenset[Place]:
        """The block that begins next; for an exception inside a block, its next sentence."""
        around = bisect_right(self.firsts, line) - 1
        if around >= 0 and line < self.many[around][-1].line:
            place = bisect_right(self.many[around], line, key=lambda one: one.line)
            return frozenset([self.many[around][place]])
        later = bisect_right(self.starts, line)
        return frozenset(self.blocks[later]) if later < len(self.blocks) else frozenset()
