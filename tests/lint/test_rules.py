"""A project's own rules: more is free, less needs a reason, and a gap says its answer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from kandil.lint.advice.refuted import Passage, finds
from kandil.lint.advice.rules import Book, Rule, read_book
from kandil.lint.text.filled import wordings
from kandil.model.inlines import Blank, Inlines, Range, Strong

WEAK = "  - {id: just-block, say: 'zzz', reason: r, instead: i, severity: error%s}\n"
BECAUSE = ", because: we teach it"


def book(folder: Path, tag: str, **files: str) -> Book:
    (folder / "locales" / "advice").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / "locales" / "advice" / f"{name.replace('_', '-')}.yml"
        path.write_text(text, "utf-8")
    return read_book(folder, tag)


def rule(found: Book, name: str = "just-block") -> Rule:
    return next(one for one in found.rules if one.id == name)


def codes(found: Book) -> list[str]:
    return [one.code for one in found.problems]


def hears(found: Book, sentence: str) -> set[str]:
    return {one.id for one in found.rules if finds(one, found, Passage(found.fold(sentence)))}


def test_a_rule_is_added_without_a_reason(tmp_path: Path) -> None:
    own = "rules:\n  - {id: ours, say: 'magic', reason: r, instead: i, severity: warning}\n"
    found = book(tmp_path, "en", en=own)
    assert codes(found) == []
    assert hears(found, "It is magic: just block him.") == {"ours", "just-block"}


def test_a_rule_that_finds_less_needs_a_reason_and_has_no_effect_without(tmp_path: Path) -> None:
    found = book(tmp_path, "en", en="rules:\n" + WEAK % "")
    assert codes(found) == ["A007"]
    assert hears(found, "Just block him.") == {"just-block"}
    found = book(tmp_path, "en", en="rules:\n" + WEAK % BECAUSE)
    assert codes(found) == []
    assert hears(found, "Just block him.") == set()


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        ("revenge-porn", "kind: wording, say: ['\\brevenge[- ]porn\\w*', x]", []),
        ("revenge-porn", "say: '\\brevenge[- ]porn\\w*'", ["A007"]),
        ("revenge-porn", "kind: wording, unless: law, say: '\\brevenge[- ]porn\\w*'", ["A007"]),
        ("throw-phone", "kind: wording, say: x", ["A007"]),
    ],
)
def test_what_may_find_less(tmp_path: Path, name: str, more: str, code: list[str]) -> None:
    own = f"rules:\n  - {{id: {name}, reason: r, instead: i, severity: error, {more}}}\n"
    assert codes(book(tmp_path, "en", en=own)) == code


def test_the_severity_of_english_holds_for_all_languages_if_it_has_a_reason(
    tmp_path: Path,
) -> None:
    shipped = rule(book(tmp_path, "uk")).severity
    soft = "rules:\n" + WEAK.replace("severity: error", "severity: warning")
    assert rule(book(tmp_path, "uk", en=soft % BECAUSE)).severity == "warning" != shipped
    found = book(tmp_path, "uk", en=soft % "")
    assert (rule(found).severity, codes(found)) == (shipped, ["A007"])


def test_a_file_for_a_country_keeps_the_rules_of_its_language(tmp_path: Path) -> None:
    own = "rules:\n  - {id: ours, say: 'диво', reason: r, instead: i, severity: error}\n"
    found = book(tmp_path, "uk-UA", uk_UA=own)
    assert codes(found) == []
    assert hears(found, "Це диво: просто заблокуйте його.") == {"ours", "just-block"}


def test_how_advice_is_refuted_is_not_replaced_without_a_reason(tmp_path: Path) -> None:
    found = book(tmp_path, "en", en="refuted: {behind: '.'}\n")
    assert codes(found) == ["A007"]
    assert hears(found, "Just block him.") == {"just-block"}
    found = book(tmp_path, "en", en="refuted: {behind: '.', because: a trial}\n")
    assert (codes(found), hears(found, "Just block him.")) == ([], set())


def test_a_language_of_the_project_alone_needs_no_reason(tmp_path: Path) -> None:
    own = "refuted: {before: 'nie'}\nrules:\n  - {id: just-block, say: 'zablokuj', instead: i}\n"
    found = book(tmp_path, "pl", pl=own)
    assert (codes(found), rule(found).severity) == ([], "error")


@pytest.mark.parametrize(
    ("inlines", "said"),
    [
        (("Words.",), ["Words."]),
        (("A ", Blank(("b", "c")), " d"), ["A b d", "A c d"]),
        (("A ", Strong((Blank(("b",)),)), " or ", Blank(("c", "d"))), ["A b or c", "A b or d"]),
        (("Every ", Blank(number=Range(Decimal(90), Decimal(90))), " days"), ["Every 90 days"]),
    ],
)
def test_a_gap_says_each_of_its_answers(inlines: Inlines, said: list[str]) -> None:
    assert wordings(inlines) == said


def test_what_lacks_because_english_is_broken_is_told_once(tmp_path: Path) -> None:
    rows = {"en": "{id: ours, say: '(', reason: r, severity: error}", "uk": "{id: ours, say: диво}"}
    found = book(tmp_path, "uk", **{name: f"rules:\n  - {row}\n" for name, row in rows.items()})
    assert [one.place.file.rpartition("/")[2] for one in found.problems] == ["en.yml"]
