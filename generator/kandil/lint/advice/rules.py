"""The rules of a language: Kandil's, with a project's own among them or in their stead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, lru_cache
from pathlib import Path

from kandil.lint.advice.rule_file import BECAUSE, HEADS, Row, RuleFile, listed, read_rule_file
from kandil.lint.text.needed import Index, Needed, needed
from kandil.localize.locale import chain
from kandil.paths import locales, own_locales
from kandil.problems import Place, Problem
from kandil.read.source.yaml_nodes import Value
from kandil.values import dataclass

_NEEDED = ("say", "reason", "instead", "severity")
_NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of advice, or one word, that a lesson should not have."""

    id: str
    patterns: tuple[re.Pattern[str], ...]
    needed: Needed
    """Words of which any text holds one in which they find something."""
    unless: re.Pattern[str] | None
    """Words in the same sentence that make it right."""
    reason: str
    instead: str
    severity: str
    wording: bool
    """A word that hurts whoever says it; it may stand in quotation marks only."""
    negative: bool
    """The advice is itself a "never": a negation in it refutes nothing."""


@dataclass(frozen=True)
class Book:
    """What is known of one language."""

    rules: tuple[Rule, ...] = ()
    refuted: dict[str, re.Pattern[str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    turkic: bool = False
    """Its small letter of I has no dot."""

    @property
    def names(self) -> frozenset[str]:
        """Ids that an exception may name."""
        return frozenset(rule.id for rule in self.rules)

    @cached_property
    def _index(self) -> Index[Rule]:
        return Index((rule.needed, rule) for rule in self.rules)

    def concerned(self, texts: Iterable[str]) -> Iterator[list[Rule]]:
        """For each folded text, the rules that may find something in it."""
        return self._index.concerned(texts)

    def ends(self, head: str, words: str, reach: int) -> bool:
        """Whether `head` is found in `words` with no more than `reach` words behind it."""
        return _ending(self.refuted[head].pattern, reach).search(words) is not None

    def fold(self, text: str) -> str:
        """Small letters and plain apostrophes, each in the place of its original."""
        text = text.replace("I", "ı") if self.turkic else text
        text = text.replace("İ", "i").replace("’", "'").replace("ʼ", "'").replace("\xa0", " ")
        small = text.lower()
        return small if len(small) == len(text) else text


@dataclass(slots=True)
class _Shelf:
    """The rows in force, from the general to the special and from Kandil's to the project's."""

    english: Mapping[str, Mapping[str, Value]]
    """What each rule has in English: a language says only what differs."""
    doubtful: bool = False
    """The rules in English have a fault: what is lacking may stand there."""
    rules: dict[str, Rule] = field(default_factory=dict)
    values: dict[str, Mapping[str, Value]] = field(default_factory=dict)
    shipped: set[str] = field(default_factory=set)
    refuted: dict[str, re.Pattern[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, file: RuleFile, own: bool) -> None:
        """A file over those before it; what is weaker than Kandil's needs its reason."""
        self.problems += file.problems
        for row in file.rows:
            self._put(row)
        changed = [h for h, said in file.refuted.items() if self.refuted.get(h, said) != said]
        if own and changed and not file.because:
            message = f"'refuted' replaces how Kandil knows that advice is refuted ({changed[0]})"
            self.problems.append(_unexplained(message, file.place, "refuted"))
        else:
            self.refuted.update(file.refuted)

    def _put(self, row: Row) -> None:
        values = {**self.english.get(row.id, {}), "unless": "", **row.values}
        lacking = [key for key in _NEEDED if not values.get(key)]
        if lacking and self.doubtful:
            return
        if lacking:
            message = f"The rule '{row.id}' has no '{lacking[0]}'"
            hint = f"Write '{lacking[0]}: …' into it."
            self.problems.append(Problem("A006", row.at(""), message, hint))
            return
        rule = _rule(values)
        if row.own and row.id in self.shipped and not str(row.values.get(BECAUSE) or "").strip():
            for key, less in _less(rule, self.rules[row.id]):
                message = f"The rule '{row.id}' of this project is weaker than Kandil's: {less}"
                self.problems.append(_unexplained(message, row.at(key), "the rule"))
                return
        if not row.own:
            self.shipped.add(row.id)
        self.rules[row.id], self.values[row.id] = rule, values


def read_book(folder: Path, tag: str) -> Book:
    """The rules for a tag (`ro`, then `ro-MD`); reasons that are not said are those in English."""
    english = _shelf(folder, "en", {})
    files = chain(tag)
    if files == ("en",):
        shelf = english
    elif not any(path.is_file() for name in files for path, _ in _paths(folder, name)):
        return Book(refuted=dict.fromkeys(HEADS, _NEVER), turkic=_turkic(tag))
    else:
        shelf = _shelf(folder, tag, english.values, bool(english.problems))
        shelf.problems += [one for one in english.problems if one not in shelf.problems]
    refuted = {head: shelf.refuted.get(head, _NEVER) for head in HEADS}
    return Book(tuple(shelf.rules.values()), refuted, tuple(shelf.problems), _turkic(tag))


def _turkic(tag: str) -> bool:
    return tag.partition("-")[0] in ("tr", "az")


def _shelf(
    folder: Path, tag: str, english: Mapping[str, Mapping[str, Value]], doubtful: bool = False
) -> _Shelf:
    shelf = _Shelf(english, doubtful)
    for name in reversed(chain(tag)):
        for path, own in _paths(folder, name):
            if path.is_file():
                shelf.add(read_rule_file(path, own), own)
    return shelf


def _paths(folder: Path, name: str) -> Iterator[tuple[Path, bool]]:
    """Kandil's file of a language, then the project's."""
    yield locales() / "advice" / f"{name}.yml", False
    own = own_locales(folder)
    if own and own.resolve() != locales().resolve():
        yield own / "advice" / f"{name}.yml", True


@lru_cache(100)
def _ending(pattern: str, reach: int) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?:\W+[\w'-]+){{0,{reach}}}\W*$")


@lru_cache(1000)
def _sayings(patterns: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], ...], Needed]:
    """Remembered, since every language is read with the English rules."""
    return tuple(map(re.compile, patterns)), needed(patterns)


def _rule(values: Mapping[str, Value]) -> Rule:
    patterns, words = _sayings(tuple(map(str, listed(values["say"]))))
    return Rule(
        id=str(values["id"]),
        patterns=patterns,
        needed=words,
        unless=re.compile(str(values["unless"])) if values["unless"] else None,
        reason=str(values["reason"]),
        instead=str(values["instead"]),
        severity=str(values["severity"]),
        wording=values.get("kind") == "wording",
        negative=values.get("negative") == "true",
    )


def _less(own: Rule, shipped: Rule) -> Iterator[tuple[str, str]]:
    """Where a rule may find less than the one it stands for: the key, and in words."""
    if own.severity == "warning" != shipped.severity:
        yield "severity", "it only warns"
    if set(shipped.patterns) - set(own.patterns):
        yield "say", "it leaves out patterns"
    if own.unless and own.unless != shipped.unless:
        yield "unless", "it has more exceptions"
    if own.wording != shipped.wording:
        yield "kind", "it looks elsewhere"
    if shipped.negative and not own.negative:
        yield "negative", "it lets a 'never' pass"


def _unexplained(message: str, place: Place, what: str) -> Problem:
    hint = f"Add to {what}: 'because: why this project needs it'. Until then Kandil's is used."
    return Problem("A007", place, message, hint)
