"""Questions drawn from a store: fair, repeatable, and in matched pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
from browser.keeping import AIMS, BANK, drawn, finish, hosted, keeping, visitor
from browser.learner import Learner
from kandil.paths import themes
from playwright.sync_api import Browser, Page, expect

SEEDS = 10_000
RUN = "([code, seeds, ...rest]) => { const draw = new Function(code + '; return draw;')();"
RUN += " return seeds.map(seed => draw(seed, ...rest)); }"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page()
    yield made
    made.close()


def run(page: Page, seeds: range, aims: str, count: int, **more: Any) -> list[list[int]]:
    """What `draw.js` chooses among questions of these aims, one letter each."""
    code = (themes() / "base/player/draw.js").read_text("utf-8")
    own, before = more.get("own", 0), more.get("before", [0])
    row = [code, list(seeds), more.get("bank", "bank"), list(aims), own, count, before]
    chosen: list[list[int]] = page.evaluate(RUN, row)
    return chosen


@pytest.mark.parametrize(
    ("aims", "count", "own", "before"),
    [
        ("aaaabbbcc", 5, 0, [0]),
        ("aaaabbbcc", 5, 3, [0]),
        ("aaaabbbcc", 5, 2, [5, 5]),
        ("aaaaaa", 4, 0, [0]),
        ("abcdef", 2, 0, [2]),
    ],
)
def test_every_question_is_as_likely_as_the_others_of_its_aim(
    page: Page, aims: str, count: int, own: int, before: list[int]
) -> None:
    found = run(page, range(1, SEEDS + 1), aims, count, own=own, before=before)
    seen = Counter(one for chosen in found for one in chosen)
    for index, aim in enumerate(aims):
        share = count / len(set(aims)) / aims.count(aim)
        assert abs(seen[index] - SEEDS * share) <= 4 * sqrt(SEEDS * share * (1 - share))
    even = count // len(set(aims))
    for chosen in found:
        assert len(set(chosen)) == len(chosen) == count
        assert set(Counter(aims[one] for one in chosen).values()) <= {even, even + 1}


def test_a_scarce_aim_gives_all_it_has_and_the_others_the_rest(page: Page) -> None:
    for chosen in run(page, range(1, 200), "aaaab", 4):
        assert Counter("aaaab"[one] for one in chosen) == {"a": 3, "b": 1}
    assert all(sorted(chosen) == [0, 1, 2] for chosen in run(page, range(1, 50), "aab", 9))


def test_the_second_of_a_pair_asks_other_questions_of_the_same_aims(page: Page) -> None:
    aims = "aaaabbbbcccc"
    first = run(page, range(1, 500), aims, 5)
    second = run(page, range(1, 500), aims, 5, before=[5])
    for one, two in zip(first, second, strict=True):
        assert not set(one) & set(two)
        assert sorted(aims[i] for i in one) == sorted(aims[i] for i in two)
    # With too small a bank she meets as few again as can be.
    again = run(page, range(1, 500), "aaa", 2, before=[2])
    for one, two in zip(run(page, range(1, 500), "aaa", 2), again, strict=True):
        assert len(set(one) & set(two)) == 1


def test_a_seed_says_it_all_and_seeds_differ(page: Page) -> None:
    first = run(page, range(1, 100), "aaaabbbb", 4)
    assert first == run(page, range(1, 100), "aaaabbbb", 4)
    assert len({tuple(chosen) for chosen in first}) > 20
    assert first != run(page, range(1, 100), "aaaabbbb", 4, bank="other")


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with hosted(tmp_path_factory.mktemp("draw"), keeping()) as address:
        yield address


@pytest.fixture
def learner(browser: Browser, start: str) -> Iterator[Learner]:
    with visitor(browser, start) as made:
        yield made


def test_the_page_shows_what_was_drawn_and_counts_it(learner: Learner) -> None:
    page = learner.open("tin-1.html")
    names = drawn(learner)
    assert len(names) == 2
    assert {name[:3] for name in names} == {"lo1", "lo2"}
    places = page.locator(".quiz .q[id]:not([hidden]) .n").all_text_contents()
    assert places == ["Question 1 of 2", "Question 2 of 2"]
    finish(learner)
    result = page.locator(".quiz > [role=status]")
    expect(result).to_contain_text("You have 2 of 2 points.")
    [told] = learner.heard("quiz")
    assert (told["points"], told["of"], told["aims"]) == (2, 2, {"LO1": [1, 1], "LO2": [1, 1]})
    result.get_by_role("button").click()
    assert drawn(learner) == names
    assert learner.axe() == []


def test_a_reload_draws_anew_and_nothing_is_stored(learner: Learner) -> None:
    seen = set()
    for _ in range(12):
        learner.open("tin-1.html")
        seen.add(tuple(drawn(learner)))
    assert len(seen) > 2
    assert learner.context.storage_state()["origins"] == []


def test_the_same_seed_draws_the_same_in_any_language(browser: Browser, tmp_path: Path) -> None:
    chosen = []
    for locale in ("en", "ar-XB"):
        folder = tmp_path / locale
        folder.mkdir()
        with hosted(folder, keeping(), locale) as address, visitor(browser, address) as learner:
            learner.page.add_init_script("Math.random = () => 0.4")
            learner.open("tin-1.html")
            chosen.append(drawn(learner))
            learner.open("tin-3.html")
            chosen.append(drawn(learner))
    assert chosen[:2] == chosen[2:]
    assert not set(chosen[0]) & set(chosen[1])


def test_without_a_script_all_are_there_and_counted(browser: Browser, start: str) -> None:
    learner = Learner(browser, start, java_script_enabled=False)
    page = learner.open("tin-1.html")
    assert drawn(learner) == [question.id for question in BANK]
    expect(page.locator(".n").last).to_have_text(f"Question {len(BANK)} of {len(BANK)}")
    assert len(AIMS) == page.locator(".aims li").count()
    learner.close()
