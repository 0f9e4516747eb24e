"""What a reviewer looks for in every page of the tiny course, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from golden.packages import LOCALES, members, placed
from kandil.exporters import find_exporters, usual
from lxml import etree

LETTERS = {"en": "[A-Za-z]", "uk": "[А-яҐЄІЇґєії]", "ar": "[\u0620-\u064a]"}
NAMES = {"alt", "defer", "checked", "hidden", "data-s", "data-private"}
"""Attributes that mean something when they are empty."""


@pytest.fixture(scope="module", params=sorted(usual(find_exporters())))
def pages(request: pytest.FixtureRequest, dist: Path) -> dict[str, etree._Element]:
    parser = etree.HTMLParser(encoding="utf-8")
    files = members(placed(dist, request.param))
    return {n: etree.HTML(content, parser) for n, content in files if n.endswith(".html")}


def spoken(root: etree._Element) -> Iterator[tuple[str, str]]:
    """(language, words) of each text that a learner sees; names of languages are their own."""
    for text in root.xpath("//body//text()[normalize-space()][not(ancestor::script)]"):
        holder = text.getparent().getparent() if text.is_tail else text.getparent()
        if not holder.xpath("ancestor-or-self::code | ancestor-or-self::a[@hreflang]"):
            yield holder.xpath("ancestor-or-self::*[@lang][1]/@lang")[-1], str(text)


def test_words_are_marked_with_their_language(pages: dict[str, etree._Element]) -> None:
    for name, root in pages.items():
        for language, words in spoken(root):
            foreign = [other for other in LETTERS if other != language]
            if language != "en":
                foreign.remove("en")  # `CC-BY-SA`, `PIN`, `12345`: Latin stands in every language.
            found = [other for other in foreign if re.search(LETTERS[other], words)]
            assert not found, f"{name}: {words!r} is marked {language}"


def test_what_fell_back_has_a_direction(pages: dict[str, etree._Element]) -> None:
    fallen = [e for root in pages.values() for e in root.xpath("//*[contains(@class, 'untrans')]")]
    assert fallen
    assert all(e.get("lang") == "en" and e.get("dir") == "ltr" for e in fallen)


def test_a_question_falls_back_as_a_whole(pages: dict[str, etree._Element]) -> None:
    for name, root in pages.items():
        for question in root.xpath("//div[contains(@class, 'q untranslated')]"):
            own = "ancestor-or-self::*[@lang][1][@lang != 'en']"
            words = question.xpath(f".//fieldset//text()[not({own})] | .//details/p//text()")
            assert words and not re.search(LETTERS["uk"] + "|" + LETTERS["ar"], "".join(words)), (
                name
            )


def test_headings_go_down_one_by_one(pages: dict[str, etree._Element]) -> None:
    for name, root in pages.items():
        levels = [int(e.tag[1]) for e in root.xpath("//h1 | //h2 | //h3 | //h4")]
        assert levels.count(1) == 1 and levels[0] == 1, name
        assert all(b <= a + 1 for a, b in pairwise(levels)), name


def test_no_attribute_is_empty(pages: dict[str, etree._Element]) -> None:
    for name, root in pages.items():
        for element in root.iter(etree.Element):
            empty = {key for key, value in element.attrib.items() if not value.strip()}
            assert empty <= NAMES, f"{name}: {element.tag} {empty}"


def test_a_draft_is_owned_up_to_on_every_page_but_the_exit(
    pages: dict[str, etree._Element],
) -> None:
    for name, root in pages.items():
        local = any(re.search(rf"\b{tag}[/-]", name) for tag in LOCALES if tag != "en")
        if local and not name.endswith(("recipe.html", "start.html")):
            said = "//p[@class='band'] | //h1/following-sibling::*[1][@class='where']"
            assert root.xpath(said), name
