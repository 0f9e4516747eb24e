"""The rules of a language: `locales/advice/<language>.yml`, a project's own before Kandil's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kandil.localize.locale import chain
from kandil.paths import locales, own_locales
from kandil.problems import Place, Problem

_SEVERITIES = ("error", "warning")
_HEADS = ("before", "behind", "after", "next", "lead", "told", "but", "harm", "if")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of advice, or one word, that a lesson should not have."""

    id: str
    patterns: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    """Words in the same sentence that make it right."""
    reason: str
    instead: str
    severity: str
    wording: bool
    """A word that hurts whoever says it; it may stand in quotation marks only."""
    negative: bool
    """The advice is itself a "never": a negation in it refutes nothing."""


@dataclass(frozen=True, slots=True)
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

    def ends(self, head: str, words: str, reach: int) -> bool:
        """Whether `head` is found in `words` with no more than `reach` words behind it."""
        behind = rf"(?:\W+[\w'-]+){{0,{reach}}}\W*$"
        return re.search(f"(?:{self.refuted[head].pattern}){behind}", words) is not None

    def fold(self, text: str) -> str:
        """Small letters and plain apostrophes, each in the place of its original."""
        text = text.replace("I", "ı") if self.turkic else text
        text = text.replace("İ", "i").replace("’", "'").replace("ʼ", "'").replace("\xa0", " ")
        small = text.lower()
        return small if len(small) == len(text) else text


def read_book(folder: Path, tag: str) -> Book:
    """The rules for a tag (`ro-MD`, else `ro`); reasons that are not said are those in English."""
    own = own_locales(folder)
    places = [locales(), *([own] if own and own.resolve() != locales().resolve() else [])]
    base, known, problems = _read(places, "en"), {}, []
    name = next((t for t in chain(tag) if any(_path(p, t).is_file() for p in places)), "")
    if not name:
        return Book()
    found = base if name == "en" else _read(places, name)
    english = {row["id"]: row for row in base.rows}
    for row, file in zip(found.rows, found.files, strict=True):
        try:
            known[row["id"]] = _rule({**english.get(row["id"], {}), **_said(row)})
        except (KeyError, TypeError, ValueError, re.error) as fault:
            problems.append(_broken(file, f"the rule '{row['id']}' ({_why(fault)})"))
    manner = {}
    for head in _HEADS:
        try:
            manner[head] = re.compile(found.refuted.get(head) or "(?!)")
        except (TypeError, re.error) as fault:
            problems.append(_broken(found.place, f"'{head}' ({_why(fault)})"))
            manner[head] = re.compile("(?!)")
    faults = (*found.problems, *problems)
    return Book(tuple(known.values()), manner, faults, tag.partition("-")[0] in ("tr", "az"))


@dataclass(slots=True)
class _Found:
    rows: list[dict[str, Any]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    refuted: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    place: str = ""


def _read(places: list[Path], name: str) -> _Found:
    found = _Found()
    for path in (_path(place, name) for place in places):
        if not path.is_file():
            continue
        found.place = path.as_posix()
        try:
            data = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
            rows = [row for row in data["rules"] if row["id"]]
            found.refuted.update(data.get("refuted") or {})
        except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as fault:
            found.problems.append(_broken(found.place, f"this file ({_why(fault)})"))
            continue
        found.rows += rows
        found.files += [found.place] * len(rows)
    return found


def _path(folder: Path, name: str) -> Path:
    return folder / "advice" / f"{name}.yml"


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """What suits English only is not inherited."""
    return {"unless": "", **row}


def _rule(row: dict[str, Any]) -> Rule:
    if row["severity"] not in _SEVERITIES:
        raise ValueError("severity is error or warning")
    return Rule(
        id=str(row["id"]),
        patterns=tuple(re.compile(pattern) for pattern in _listed(row["say"])),
        unless=re.compile(row["unless"]) if row["unless"] else None,
        reason=str(row["reason"]),
        instead=str(row["instead"]),
        severity=row["severity"],
        wording=row.get("kind") == "wording",
        negative=bool(row.get("negative")),
    )


def _listed(say: Any) -> Iterator[str]:
    return iter([say] if isinstance(say, str) else say)


def _why(fault: Exception) -> str:
    if isinstance(fault, KeyError):
        return f"it has no {fault}"
    return " ".join(str(fault).split())[:80]


def _broken(file: str, what: str) -> Problem:
    hint = "Write it as 'locales/advice/en.yml' of Kandil is written."
    return Problem("A006", Place(file), f"Rules for advice cannot be read: {what}", hint)
