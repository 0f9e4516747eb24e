"""Partial credit: within bounds, whole for the right answer alone, never less for a better one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, permutations, product
from typing import Any

import pytest
from browser.keeping import hosted
from kandil.model.interactions import Entry, Matching, Sequencing, Target
from playwright.sync_api import Browser, Page
from standin import HERE, choice, course, fill_in, module, quiz, text

LETTERS = "abcd"
SHARE = "([form, q, answers]) => { q.kind = Object.assign({}, kandil.kinds[form], q.own);"
SHARE += " if (q.right) q.kind.key = () => q.right;"
SHARE += " return answers.map(one => q.kind.share(q, one)); }"


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page whose scripts have come."""
    about = {"explicit_id": True, "place": HERE}
    entries = tuple(Entry(letter, text(letter.upper()), home=letter) for letter in "abc")
    asked = (
        choice("one", "ac"),
        fill_in("gap"),
        Sequencing(id="order", prompt=text("Order"), items=entries, **about),
        Matching(
            id="match",
            prompt=text("Match"),
            form="pairs",
            items=entries,
            targets=tuple(Target(letter, text(letter)) for letter in "abc"),
            **about,
        ),
    )
    with hosted(tmp_path_factory.mktemp("share"), course(module("tin-1", quiz(*asked)))) as start:
        made = browser.new_page()
        made.goto(f"{start}/tin-1.html")
        made.locator(".q").first.evaluate("box => box.scrollIntoView()")
        made.locator("html.js").wait_for()
        yield made
        made.close()


def shares(page: Page, form: str, q: dict[str, Any], answers: list[str]) -> dict[str, float]:
    found = page.evaluate(SHARE, [form, q, answers])
    assert all(0 <= share <= 1 for share in found)
    return dict(zip(answers, found, strict=True))


def subsets(letters: str) -> list[str]:
    sizes = range(1, len(letters) + 1)
    every = chain.from_iterable(combinations(letters, size) for size in sizes)
    return [",".join(one) for one in every]


@pytest.mark.parametrize("right", subsets(LETTERS))
def test_choices(page: Page, right: str) -> None:
    found = shares(page, "choice", {"right": right}, subsets(LETTERS))
    assert [answer for answer, share in found.items() if share == 1] == [right]
    for answer, share in found.items():
        given = set(answer.split(","))
        for letter in set(LETTERS) - given:
            more = found[",".join(sorted({*given, letter}))]
            assert more >= share if letter in right else more <= share


def test_orders(page: Page) -> None:
    answers = [",".join(one) for one in permutations(LETTERS)]
    found = shares(page, "sequencing", {"notes": list(LETTERS)}, answers)
    assert [answer for answer, share in found.items() if share == 1] == ["a,b,c,d"]
    assert found["d,c,b,a"] == 0
    for answer, share in found.items():
        row = answer.split(",")
        for at in range(len(row) - 1):
            if row[at] > row[at + 1]:
                better = [*row[:at], row[at + 1], row[at], *row[at + 2 :]]
                assert found[",".join(better)] >= share


def test_matches(page: Page) -> None:
    entries = [{"dataset": {"l": letter, "h": letter}} for letter in "abc"]
    answers = {
        placed: ",".join(
            f"{one}.{place}" for one, place in zip("abc", placed, strict=True) if place
        )
        for placed in product(("", *"abc"), repeat=3)
    }
    found = shares(page, "matching", {"entries": entries}, list(answers.values()))
    assert [answer for answer, share in found.items() if share == 1] == ["a.a,b.b,c.c"]
    for placed, answer in answers.items():
        for at, letter in enumerate("abc"):
            better = (*placed[:at], letter, *placed[at + 1 :])
            assert found[answers[better]] >= found[answer]
