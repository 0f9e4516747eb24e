"""Which words each text of a lesson gets: translation, fallback or source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace

from kandil.localize.checks import check
from kandil.localize.compared_answers import copied_answers, same_answers
from kandil.localize.coverage import cover
from kandil.localize.doubts import usual_length
from kandil.localize.entries import Entry, State
from kandil.localize.layers import Layer, Stack
from kandil.localize.units import Unit
from kandil.model.edition import Coverage, Kind
from kandil.model.inlines import Inlines
from kandil.model.text import Text
from kandil.problems import Problem, errors
from kandil.values import dataclass


@dataclass(slots=True)
class Chosen:
    """What came of it."""

    texts: dict[int, Text] = field(default_factory=dict)
    """By `id()` of the source's `Text`, for as long as that lives."""
    problems: list[Problem] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)
    drafts: bool = False
    """True where a learner sees words that nobody reviewed and somebody should have."""


@dataclass(frozen=True, slots=True)
class _Pick:
    unit: Unit
    entry: Entry
    inlines: Inlines


def choose(found: Iterable[Unit], layers: Stack, kind: Kind) -> Chosen:
    """Block by block; a question is all or nothing, for one translated answer among foreign ones
    gives the key away.
    """
    every = tuple(found)
    chooser = _Chooser(layers, kind, every)
    groups: dict[int, list[Unit]] = {}
    for unit in every:
        groups.setdefault(id(unit.question or unit.text), []).append(unit)
    for group in groups.values():
        chooser.group(group)
    chooser.chosen.coverage = cover(chooser.counted.values())
    return chooser.chosen


class _Chooser:
    def __init__(self, layers: Stack, kind: Kind, every: tuple[Unit, ...]):
        self.stack, self.kind = layers, kind
        self.usual = {layer.tag: _usual(layer, every, kind) for layer in layers.layers}
        self.chosen = Chosen()
        self.counted: dict[tuple[str, str], tuple[int, State, bool]] = {}

    def group(self, group: list[Unit]) -> None:
        """The parts of a question, or one text alone."""
        for layer in self.stack.layers:
            picks = [self.pick(unit, layer) for unit in group]
            if not layer.lang:
                self.count(group, picks, layer)
            if self.complete(picks, layer):
                self.take(group, picks, layer.lang)
                return
        self.take(group, [None] * len(group), self.stack.last)

    def pick(self, unit: Unit, layer: Layer) -> _Pick | None:
        """The nearest translation that may be shown and is whole."""
        for entry in layer.entries(unit.text.key):
            if entry.shown(self.kind):
                checked = check(unit, entry, self.foreign(layer), self.usual[layer.tag])
                self.chosen.problems += checked.problems
                if not checked.damaged:
                    return _Pick(unit, entry, checked.inlines)
        return None

    def foreign(self, layer: Layer) -> str:
        """Its language; empty where that is the source's own, which may say the same."""
        return layer.tag if layer.lang or self.stack.last else ""

    def complete(self, picks: list[_Pick | None], layer: Layer) -> bool:
        """Every part is there, the source standing in where it is the edition's own language."""
        if None in picks and (layer.lang or self.stack.last):
            return False
        answers = [(p.unit, p.inlines, p.entry) for p in picks if p and p.unit.answer]
        problems = same_answers(answers)
        self.chosen.problems += problems
        if self.foreign(layer):
            self.chosen.problems += copied_answers(answers)
        return not errors(problems)

    def take(self, group: list[Unit], picks: list[_Pick | None], lang: str) -> None:
        """Show these words, in this language."""
        for unit, pick in zip(group, picks, strict=True):
            inlines = pick.inlines if pick else unit.text.inlines
            self.chosen.texts[id(unit.text)] = replace(unit.text, inlines=inlines, lang=lang)
            if pick and not unit.trainer and (pick.entry.state == "draft" or _unread(pick)):
                self.chosen.drafts = True

    def count(self, group: list[Unit], picks: list[_Pick | None], layer: Layer) -> None:
        """The state of each identity that a learner meets, once."""
        for unit, pick in zip(group, picks, strict=True):
            if unit.trainer:
                continue
            state = pick.entry.state if pick else self.waiting(unit, layer)
            self.counted[unit.text.key] = unit.words, state, unit.guarded

    def waiting(self, unit: Unit, layer: Layer) -> State:
        """Why there is nothing to show: a draft in a release, outdated, damaged or empty."""
        if not self.stack.last:
            return "reviewed"
        hidden = (e.state for e in layer.entries(unit.text.key) if not e.shown(self.kind))
        return next((state for state in hidden if state != "empty"), "empty")


def _usual(layer: Layer, every: tuple[Unit, ...], kind: Kind) -> float:
    found = ((unit.text.source, layer.entries(unit.text.key)) for unit in every)
    pairs = (
        (source, entry.words[0])
        for source, entries in found
        for entry in entries
        if entry.shown(kind)
    )
    return usual_length(pairs, layer.tag)


def _unread(pick: _Pick) -> bool:
    return pick.unit.guarded and pick.entry.state == "translated"
