"""Figures of `facts.yml` in the words of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from folder import lesson, put, settings
from kandil.build.prepare import prepare
from kandil.build.reading import read
from kandil.build.wanted import Wanted
from kandil.commands import app
from kandil.localize.words.formats import figure
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.facts import Unit
from kandil.model.inlines import Emphasis, Image
from kandil.model.text import texts
from typer.testing import CliRunner

DAY = date(2026, 11, 24)
DATES = "checked: 2026-11-24, best_by: 2027-11-24"
FACTS = f"""\
online: {{value: 53.25, unit: "%", year: 2023, source: "ITU & others", {DATES}}}
people: {{value: 2.6, unit: billion, year: 2024, source: ITU, {DATES}}}
asked: {{value: 12000, year: 2022, source: Survey, {DATES}}}
"""
PO = """\
msgid ""
msgstr "Language: uk\\n"

msgid "Of women, *{fact.online}* were online in {fact.online.year}."
msgstr "У {fact.online.year} році в мережі були *{fact.online}* жінок."
"""


def editions(folder: Path, body: str, *locales: str, **files: str) -> list[Edition]:
    more = {f"{name.replace('__', '/')}.md": words for name, words in files.items()}
    gates = "gates: {preview: {translated: 0%}}\n"
    course = {
        "course.yml": settings("bad", more=gates),
        "facts.yml": FACTS,
        "modules/bad.md": lesson(body),
    }
    put(folder, {**course, **more, "locales/uk/bad/bad.po": PO})
    found, problems = read(folder)
    assert found, problems
    wanted = Wanted("preview", DAY, locales or ("en",))
    return prepare(found, problems, wanted, lambda _: None).editions


def one(folder: Path, body: str, locale: str = "en", **files: str) -> Module:
    [edition] = editions(folder, body, locale, **files)
    return edition.course.modules[0]


def said(module: Module) -> str:
    return " ".join(text.plain for text in texts((module.blocks, module.terms)))


def test_a_sentence_says_the_value_its_year_and_its_source(tmp_path: Path) -> None:
    words = "In {fact.online.year}, {fact.online} of women, says {fact.online.source}."
    assert said(one(tmp_path, words)) == "In 2023, 53.25% of women, says ITU & others."


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en-XA", "⟦ÖÖƒ ŵööɱééñ, 53.25% ŵééŕéé ööñļîîñéé îîñ 2023.⟧"),
        ("ar-XB", "\u202eOf women\u202c, 53.25% \u202ewere online in\u202c 2023."),
    ],
)
def test_pseudo_locales_keep_them(tmp_path: Path, locale: str, wanted: str) -> None:
    words = "Of women, *{fact.online}* were online in {fact.online.year}."
    assert said(one(tmp_path, words, locale)) == wanted


def test_a_translation_writes_numbers_as_its_language_does(tmp_path: Path) -> None:
    words = "Of women, *{fact.online}* were online in {fact.online.year}."
    [text] = texts(one(tmp_path, words, "uk").blocks)
    assert text.inlines == ("У 2023 році в мережі були ", Emphasis(("53,25%",)), " жінок.")


def test_words_that_fell_back_write_them_as_their_own_language_does(tmp_path: Path) -> None:
    words = "Of women, *{fact.online}* were online in {fact.online.year}.\n\nAsked: {fact.asked}."
    _, text = texts(one(tmp_path, words, "uk").blocks)
    assert (text.lang, text.plain) == ("en", "Asked: 12,000.")


def test_they_stand_in_all_that_a_learner_reads(tmp_path: Path) -> None:
    """Headings, cells, answers, feedback, what a picture shows, banks and the glossary."""
    body = (
        "## Of {fact.online}\n\n| A | B |\n|---|---|\n| {fact.people} | {fact.asked} |\n\n"
        "A [word](../glossary.md#word) and ![{fact.online} of ten](../images/a.svg) here.\n\n"
        "### Question: Which?\n\n- [x] {fact.online}\n  > Yes, {fact.people}.\n- [ ] None\n\n"
        "## Quiz: Check\n\n<!-- from: all; draw: 1 -->\n"
    )
    bank = "## Question: How many are {fact.asked}?\n\n- [x] All\n- [ ] None\n"
    svg = {"images/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    put(tmp_path, svg)
    module = one(tmp_path, body, glossary="## Word\n\nOf {fact.people}.\n", banks__all=bank)
    pictures = [x.alt for text in texts(module) for x in text.inlines if isinstance(x, Image)]
    assert pictures == ["53.25% of ten"]
    words = "Of 53.25% A B 2.6 billion 12,000 A word and 53.25% of ten here. Which? 53.25% Yes, "
    assert said(module) == (
        f"{words}2.6 billion. None Check How many are 12,000? All None Word Of 2.6 billion."
    )


def test_code_marks_show_it_as_it_stands(tmp_path: Path) -> None:
    assert said(one(tmp_path, "Write `{fact.online}` for {fact.online}.")) == (
        "Write {fact.online} for 53.25%."
    )


def test_the_list_of_a_lesson_holds_each_once_and_none_of_the_trainers(tmp_path: Path) -> None:
    body = "{fact.people} and {fact.people.year}, {fact.online.source}."
    body += "\n\n## Trainer: A\n\n{fact.asked}."
    module = one(tmp_path, body)
    assert [fact.plain for fact in module.figures] == [
        "2.6 billion (ITU, 2024. Good until November 24, 2027.)",
        "53.25% (ITU & others, 2023. Good until November 24, 2027.)",
    ]
    assert [text.plain for text in texts(module.trainer)][-1] == "12,000."


def test_a_part_that_an_edition_leaves_out_adds_nothing_to_the_list(tmp_path: Path) -> None:
    body = "{fact.online}\n\n<!-- only: GE -->\n\n{fact.people}\n\n<!-- end -->"
    assert [fact.said for fact in one(tmp_path, body).figures] == ["53.25%"]


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("65", "%", {"en": "65%", "uk": "65%", "ru": "65\xa0%", "tr": "%65", "ka": "65%"}),
        ("53.205", "%", {"en": "53.205%", "tr": "%53,205"}),
        ("-0.5", "%", {"en": "-0.5%"}),
        ("12345.5", "", {"en": "12,345.5", "uk": "12\xa0345,5", "tr": "12.345,5"}),
        ("244", "million", {"en": "244 million", "uk": "244 мільйони", "ka": "244 მილიონი"}),
        ("1200", "million", {"en": "1.2 billion"}),
        ("2.6", "billion", {"en": "2.6 billion", "tr": "2,6 milyar", "ckb": "2,600,000,000"}),
        ("12.5", "thousand", {"en": "12.5 thousand", "ckb": "12,500", "en-XA": "12.5 thousand"}),
    ],
)
def test_numbers_as_a_locale_writes_them(
    value: str, unit: Unit, written: Mapping[str, str]
) -> None:
    assert {tag: figure(Decimal(value), unit, tag) for tag in written} == written


def test_laying_out_a_lesson_keeps_them(tmp_path: Path) -> None:
    body = "*  {fact.online}   in\n   {fact.online.year}"
    editions(tmp_path, body)
    CliRunner().invoke(app, ["format", tmp_path.as_posix()])
    laid = (tmp_path / "modules/bad.md").read_text("utf-8")
    assert "- {fact.online}   in\n  {fact.online.year}\n" in laid
