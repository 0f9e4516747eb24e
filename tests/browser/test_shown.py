"""Quick checks, shown messages and address bars: the same with a script and without."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import learner
from browser.learner import Learner
from folder import put
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from playwright.sync_api import Browser, expect
from standin import edition

LESSON = """---
id: shown-1
title: Shown
sensitivity: mention
---

> [!MESSAGE] SMS from "Post"
> Your parcel is held. Pay 1.00 today: post.example.fee.example/pay

> [!ADDRESS] Not your bank
> bank.example.**help.example**

## Question: Who owns `aid.example.form.example`?

<!-- id: owner -->

- [ ] aid.example
  > Anybody can write it there.
- [x] form.example
  > The last two parts.

> **Why:** The owner stands before the first slash.

## Question: A lock proves that a page is real.

<!-- id: lock -->

- [ ] True
  > False pages have it too.
- [x] False
  > It says who cannot read along.

> **Hint:** Think of the post.

## Question: Which of these are birds?

<!-- id: birds -->

- [x] A heron
- [x] A stork
- [ ] A mill

## Help
"""
PAGE = "shown-1.html"
Begin = Callable[..., Learner]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The lesson from left to right, and from right to left."""
    folder = tmp_path_factory.mktemp("shown")
    put(folder, {"course.yml": "id: shown\ntitle: Shown\nmodules: [shown-1]\n"})
    put(folder, {f"modules/{PAGE.replace('html', 'md')}": LESSON})
    course, problems = read_course(folder, find_questions())
    assert course, problems
    for locale in ("en", "ar-XB"):
        (folder / "made" / locale).mkdir(parents=True)
        learner.write(render(edition(course, locale)), folder / "made" / locale)
    with learner.served(folder / "made") as start:
        yield start


@pytest.fixture
def begin(browser: Browser, shown: str) -> Iterator[Begin]:
    """A learner; at the end nothing was stored or asked of anybody."""
    learners: list[Learner] = []

    def made(**context: object) -> Learner:
        learners.append(Learner(browser, shown, **context))
        return learners[-1]

    yield made
    for one in learners:
        assert one.context.storage_state() == {"cookies": [], "origins": []}
        one.close()
        assert one.errors == []
        assert not [url for url in one.requests if not url.startswith(shown)]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_tap_on_an_answer_opens_its_reason(begin: Begin, scripts: bool) -> None:
    one = begin(java_script_enabled=scripts, has_touch=True)
    page = one.open(f"en/{PAGE}")
    card, why = page.locator(".try").first, page.get_by_text("The owner stands before")
    expect(card.get_by_text("Anybody can write")).to_be_hidden()
    expect(why).to_be_hidden()
    card.get_by_text("aid.example", exact=True).tap()
    expect(card.get_by_text("Not this one. Anybody can write it there.")).to_be_visible()
    expect(why).to_be_visible()
    card.get_by_text("form.example", exact=True).tap()
    expect(card.get_by_text("This one. The last two parts.", exact=True)).to_be_visible()
    expect(page.locator(".try input, .try button, .try .k")).to_have_count(0)
    if scripts:
        assert one.heard("answer") == []


def test_what_was_tried_looks_like_no_choice_and_the_right_one_is_plain(begin: Begin) -> None:
    page = begin().open(f"en/{PAGE}")
    card = page.locator(".try").first
    mark = "one => getComputedStyle(one, '::before').content"
    rows = card.locator("details:not(.h *) > summary")
    assert rows.evaluate_all(f"all => all.map({mark})") == ['""'] * rows.count()
    wrong, right = card.locator("details:not(.y) > summary").first, card.locator(".y > summary")
    wrong.click()
    right.click()
    assert (wrong.evaluate(mark), right.evaluate(mark)) == ('"–"', '"✓"')
    expect(card.locator("details[open]:not(.y) b")).to_have_text("Not this one.")
    expect(card.locator(".y b")).to_have_text("This one.")


def test_other_types_keep_their_controls(begin: Begin) -> None:
    page = begin().open(f"en/{PAGE}")
    expect(page.locator("#q_birds [type=checkbox]")).to_have_count(3)
    expect(page.locator(".try #q_birds")).to_have_count(0)


def test_answers_by_keyboard_and_for_a_screen_reader(begin: Begin) -> None:
    page = begin().open(f"en/{PAGE}")
    group = page.get_by_role("group", name="A lock proves that a page is real.", exact=True)
    group.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(group.locator("[open]")).to_have_count(2)
    assert group.locator("summary").all_inner_texts() == ["True", "False", "Show a hint"]


def test_rows_are_large_enough_and_nothing_scrolls_sideways(begin: Begin) -> None:
    page = begin(viewport={"width": 320, "height": 640}).open(f"en/{PAGE}")
    for row in page.locator(".try summary").all():
        box = row.bounding_box()
        assert box and box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_stays_open_when_she_leaves(begin: Begin) -> None:
    page = begin().open(f"en/{PAGE}")
    page.locator(".try summary").first.click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    expect(page.locator(".try [open]")).to_have_count(0)


def test_on_paper_no_key_stands_beside_its_question_and_nothing_tells_what_she_opened(
    begin: Begin, tmp_path: Path
) -> None:
    page = begin().open(f"en/{PAGE}")
    page.pdf(path=tmp_path / "page.pdf")
    command = ["pdftotext", "-layout", tmp_path / "page.pdf", "-"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    words = "".join(words.split())  # A line may end inside an address.
    for one in ("SMSfrom", "fee.example/pay", "help.example", "Notyourbank", "form.example"):
        assert one in words
    for one in ("Thisone.", "Anybodycanwrite", "standsbeforethefirstslash"):
        assert one not in words
    page.emulate_media(media="print")
    closed = page.locator(".try").first.screenshot()
    page.evaluate("document.querySelector('.try details').open = true")
    assert page.locator(".try").first.screenshot() == closed


def test_a_message_leads_nowhere(begin: Begin) -> None:
    page = begin().open(f"en/{PAGE}")
    message = page.get_by_role("figure", name='SMS from "Post"')
    expect(message.locator("u")).to_have_text("post.example.fee.example/pay")
    expect(page.locator(".sms a, .url a")).to_have_count(0)
    line = message.locator("u").evaluate("one => getComputedStyle(one).textDecorationLine")
    ink = message.locator("u, p").evaluate_all("all => all.map(one => getComputedStyle(one).color)")
    assert line == "underline" and len({*ink}) == 1
    expect(page.get_by_role("figure", name="Not your bank").locator("mark")).to_have_text(
        "help.example"
    )


@pytest.mark.parametrize("locale", ["en", "ar-XB"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(begin: Begin, locale: str, scheme: str) -> None:
    one = begin(color_scheme=scheme)
    page = one.open(f"{locale}/{PAGE}")
    assert one.axe() == []
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert one.axe() == []


def test_addresses_run_from_left_to_right(begin: Begin) -> None:
    page = begin().open(f"ar-XB/{PAGE}")
    for part in page.locator(".sms u, .url code").all():
        assert part.evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert page.locator(".sms u").inner_text() == "post.example.fee.example/pay"
