"""Seeded sentences: bad advice is found, its refutation is not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from kandil.lint.advice.refuted import Passage, finds
from kandil.lint.advice.rules import Book, read_book

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("seeds_*.md"))


@cache
def book(tag: str) -> Book:
    found = read_book(HERE, tag)
    assert found.problems == ()
    return found


def seeds(kind: str) -> list[tuple[str, str, str]]:
    found = []
    for file in FILES:
        rule = ""
        for line in file.read_text("utf-8").split("\n"):
            if line.startswith("## "):
                rule = line[3:]
            elif line.startswith(f"{kind}: "):
                found.append((file.stem.removeprefix("seeds_"), rule, line[len(kind) + 2 :]))
    return found


def found_in(tag: str, sentence: str) -> set[str]:
    rules = book(tag)
    return {r.id for r in rules.rules if finds(r, rules, Passage(rules.fold(sentence)))}


@pytest.mark.parametrize(("tag", "rule", "sentence"), seeds("bad"))
def test_bad_advice_is_found(tag: str, rule: str, sentence: str) -> None:
    assert rule in found_in(tag, sentence)


@pytest.mark.parametrize(("tag", "rule", "sentence"), seeds("good"))
def test_good_advice_and_a_refutation_are_left_alone(tag: str, rule: str, sentence: str) -> None:
    assert found_in(tag, sentence) == set()


@pytest.mark.parametrize("tag", [file.stem.removeprefix("seeds_") for file in FILES])
def test_each_rule_has_a_seed_of_both_kinds(tag: str) -> None:
    names = sorted(book(tag).names)
    for kind in ("bad", "good"):
        assert sorted({rule for where, rule, _ in seeds(kind) if where == tag and rule}) == names


@pytest.mark.parametrize("tag", ["uk", "ru", "ka", "tr", "uk-UA"])
def test_the_languages_of_the_region_have_the_rules_of_english(tag: str) -> None:
    assert book(tag).names == book("en").names


def test_a_language_without_rules_has_none() -> None:
    assert book("pl").rules == ()


def test_patterns_are_written_for_small_letters() -> None:
    for tag in ("en", "uk", "ru", "ka", "tr"):
        for rule in book(tag).rules:
            for pattern in rule.patterns:
                assert not re.search(r"(?<!\\)(?<!\?)[A-ZА-ЯЇІЄҐ]", pattern.pattern), (tag, rule.id)


@pytest.mark.parametrize(
    "marks", ["“”", '""', "«»", "„“", "„”", "‘’", "‚‘", "''", "»«", "‹›", "「」", "``"]
)
def test_quotes_of_every_kind_mark_a_quotation(marks: str) -> None:
    assert found_in("en", f"Some laws say {marks[0]}revenge porn{marks[1]} of it.") == set()
    assert found_in("en", f"It is {marks[0]}bad{marks[1]} revenge porn.") == {"revenge-porn"}
