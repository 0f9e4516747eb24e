"""Take the handbook's pictures from what `make build` made: `make pictures`."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "images"
SITE = (ROOT / "dist/preview/site/siu").as_uri()
TINY = (ROOT / "build/pictures/preview/site/tiny/en").as_uri()
EVERY = (ROOT / "build/pictures/preview/site/every/en").as_uri()
PIECES = {
    "table": ".table",
    "terms": "dl",
    "footnote": ".fn",
    "checklist": ".todo",
    "detail": "details",
    "quotation": "blockquote",
    "picture": "img",
    "remember": ".card",
}
QUESTIONS = {
    "question-multiple": "What may you do",
    "question-true-false": "A long password",
    "question-number": "How many of your fingers",
}
INTERACTIONS = {
    "order": "steps",
    "match": "meanings",
    "sort": "where",
    "reflect": "end-a-call",
    "poll": "how-many",
    "rate": "sure",
    "cards": "words",
    "decide": "map",
    "scenario": "pin",
}
"""By the id of the question in the course that has one of each."""
OPEN = "document.querySelectorAll('.part').forEach(part => { part.hidden = false; })"
APART = "document.querySelectorAll('.off').forEach(question => question.classList.remove('off'))"
"""All questions of a quiz at once."""
CHROMIUM = os.environ.get("KANDIL_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


def phone(page: Page, name: str, path: str, scheme: str = "light") -> None:
    """The first screen of a page on a phone."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{SITE}/{path}")
    page.screenshot(path=OUT / f"{name}.png")


def part(page: Page, name: str, selector: str) -> None:
    """One element of the page that is open."""
    page.locator(selector).filter(visible=True).first.screenshot(path=OUT / f"{name}.png")


def lesson(page: Page) -> None:
    """A part with its drawing, what is shown, a question that was answered, and a result."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{SITE}/en/siu-3.html")
    page.locator(".then a").first.click()
    page.locator(".part:not([hidden]) .pic").first.wait_for()
    page.screenshot(path=OUT / "lesson-part.png")
    page.set_viewport_size({"width": 360, "height": 12_000})
    page.evaluate(OPEN)
    part(page, "callouts", ".safety")
    part(page, "message", ".sms")
    part(page, "address-bar", ".url")
    part(page, "quick-check", ".try")
    page.locator(".quiz .dots").wait_for()
    answer(page)
    part(page, "question-choice", ".quiz > .q:not(.off)")
    for _ in range(3):
        page.get_by_role("button", name="Next question").click()
        answer(page)
    for _ in range(2):
        show = page.get_by_role("button", name="Show my result").filter(visible=True)
        if show.count():
            show.last.click()
    part(page, "result", ".quiz > [role]")


def spread(page: Page) -> None:
    """All parts and all questions."""
    page.evaluate(OPEN)
    page.locator(".dots").first.wait_for()
    page.evaluate(APART)


def answer(page: Page) -> None:
    """The first answer of the question that is shown."""
    question = page.locator(".quiz > .q:not(.off)")
    question.locator("label").first.click()
    question.get_by_role("button", name="Check").click()


def syntax(page: Page) -> None:
    """Every piece of syntax, from the small course that uses each of them."""
    page.set_viewport_size({"width": 360, "height": 12_000})
    page.goto(f"{TINY}/tiny-1.html")
    page.evaluate(OPEN)
    for name, selector in PIECES.items():
        part(page, name, selector)
    page.goto(f"{TINY}/tiny-2.html")
    spread(page)
    for name, words in QUESTIONS.items():
        page.locator(".q", has_text=words).first.screenshot(path=OUT / f"{name}.png")


def interactions(page: Page) -> None:
    """One of each, as a learner leaves it after a press or two."""
    page.goto(f"{EVERY}/every-1.html")
    spread(page)
    page.evaluate("Math.random = () => .4; dispatchEvent(new Event('pagehide'))")
    page.evaluate(APART)
    for question, entry, place in (
        ("meanings", "PIN", "A short secret number"),
        ("where", "Your PIN", "Keep to yourself"),
    ):
        box = page.locator(f"#q_{question}")
        box.get_by_role("button", name=entry, exact=True).click()
        box.get_by_role("button", name=place, exact=True).click()
    page.locator("#q_words dt button").first.click()
    page.locator("#q_map summary").first.click()
    for name, question in INTERACTIONS.items():
        part(page, name, f"#q_{question}")


def main() -> None:
    """Every picture that the handbook and the README show."""
    OUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        phone(page, "lesson-georgian", "ka/siu-2.html")
        phone(page, "lesson-dark", "uk/siu-2.html", "dark")
        phone(page, "overview", "en/index.html")
        lesson(page)
        syntax(page)
        interactions(page)
        browser.close()


if __name__ == "__main__":
    main()
