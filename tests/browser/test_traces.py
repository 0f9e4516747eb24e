"""Nothing is written without consent, and what was is removed after she was asked once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from browser.learner import Learner
from browser.learner import served as folder_served
from playwright.sync_api import Page, expect

Hide = Callable[..., Learner]
KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
  databases: await indexedDB.databases(), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map(one => one.scope),
})"""
NOTHING = {"local": [], "session": [], "cookie": "", "databases": [], "caches": [], "workers": []}
DONE = "Done. These pages keep nothing on this device any more"


def clear(page: Page) -> None:
    """The link at the foot of every page, and the button to which it leads."""
    page.locator("footer a", has_text="Clear my traces").click()
    told = page.locator("#traces ~ [role=status]")
    page.get_by_text("You cannot get it back").wait_for()
    expect(told).to_be_empty()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.locator("#traces ~ [role=status]")).to_contain_text(DONE)


def test_a_whole_lesson_writes_nothing(hide: Hide) -> None:
    learner = hide()
    page = learner.open("en/quiet-1.html#in")
    page.locator(".todo [type=checkbox]").check()
    card = page.locator("#main .q").first
    card.locator("label", has_text="Who wrote it").click()
    card.locator(".go button").first.click()
    expect(page.locator(".quiz > [role=status]")).to_contain_text("1 of 1")
    page.locator("#main .move .button").click()
    page.locator("#main .q input").first.fill("7")
    page.locator(".home").click()
    clear(page)
    assert page.evaluate(KEPT) == NOTHING
    assert learner.context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize("start", ["quiet-1", "quiet-2", "index", "about"])
def test_from_any_page_she_can_remove_what_the_course_kept(
    hide: Hide, quiet: Path, tmp_path: Path, start: str
) -> None:
    """And nothing of others: a server may hold more than one course."""
    copytree(quiet / "site/quiet/en", tmp_path / "en")
    copytree(quiet / "site/quiet/en", tmp_path / "other")
    for folder in ("en", "other"):
        (tmp_path / folder / "worker.js").write_text("")
    with folder_served(tmp_path) as address:
        learner = hide(address, bypass_csp=True)
        page = learner.page
        for folder in ("other", "en"):
            page.goto(f"{address}/{folder}/{start}.html#in")
            page.evaluate("async () => { await navigator.serviceWorker.register('worker.js') }")
        page.evaluate(
            """async () => {
              ['k.quiet', 'k.quieter', 'else'].forEach(key => {
                localStorage.setItem(key, '1');
              });
              await caches.open('k.quiet');
              await caches.open('else');
            }"""
        )
        if start == "about":
            page.get_by_role("button", name="Yes, remove it").click()
        else:
            clear(page)
        expect(page.locator("#traces ~ [role=status]")).to_contain_text(DONE)
        kept = page.evaluate(KEPT)
        assert sorted(kept.pop("local")) == ["else", "k.quieter"]
        assert kept.pop("caches") == ["else"]
        assert kept.pop("workers") == [f"{address}/other/"]
        assert not any(kept.values())
        learner.requests.clear()


def test_then_it_says_what_stays_and_offers_the_neutral_page(hide: Hide) -> None:
    page = hide().open("en/quiet-1.html#in")
    clear(page)
    for words in ("the history of your browser", "downloaded files", "pictures taken", "network"):
        expect(page.locator("#traces ~ ul").first).to_contain_text(words)
    page.locator("#main").get_by_role("link", name="Show me a neutral page").click()
    expect(page).to_have_title("Lentil soup")
    page.go_back()
    expect(page).to_have_url(re.compile("quiet-1"))


def test_in_a_sandbox_it_still_says_that_it_is_done(hide: Hide) -> None:
    learner = hide()
    page = learner.page
    address = f"{learner.start}/en/about.html#traces"
    page.set_content(f'<iframe sandbox="allow-scripts" src="{address}"></iframe>')
    page.frame_locator("iframe").get_by_role("button", name="Yes, remove it").click()
    told = page.frame_locator("iframe").locator("#traces ~ [role=status]")
    expect(told).to_contain_text(DONE)


@pytest.mark.parametrize("place", ["safer", "traces", "_traces"])
def test_arriving_there_clears_nothing(hide: Hide, place: str) -> None:
    page = hide().open("en/about.html#in")
    page.evaluate("localStorage.setItem('k.quiet', '1')")
    page.reload()
    page.goto(f"{page.url[:-3]}#{place}")
    page.reload()
    expect(page.locator("#traces ~ [role=status]")).to_be_empty()
    assert page.evaluate("localStorage.length") == 1


def test_from_a_disk(hide: Hide, quiet: Path) -> None:
    page = hide((quiet / "site/quiet").as_uri()).open("en/quiet-1.html#in")
    page.evaluate("localStorage.setItem('k.quiet', '1')")
    clear(page)
    assert page.evaluate("localStorage.length") == 0
    page.evaluate("localStorage.clear()")


def test_where_storage_is_forbidden_nothing_breaks(hide: Hide) -> None:
    learner = hide()
    refuse = "Object.defineProperty(window, '{}', {{get() {{ throw new Error('no') }}}});"
    learner.page.add_init_script(refuse.format("localStorage"))
    page = learner.open("en/quiet-1.html#in")
    clear(page)
    page.locator(".exit").click()
    expect(page).to_have_title("Lentil soup")


def test_without_a_script_it_says_what_to_do(hide: Hide) -> None:
    page = hide(java_script_enabled=False).open("en/quiet-1.html#in")
    page.locator("footer a", has_text="Clear my traces").click()
    expect(page.locator("#main")).to_contain_text("If scripts are switched off, close the tab")
    expect(page.locator("#clear")).to_be_hidden()
    expect(page.locator("#traces ~ [role=status]")).to_be_empty()
