"""The page's side of what is accepted in a gap: the rows of one table, and each sign alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from browser.keeping import hosted, visitor
from folder import lesson, put, read, settings
from kandil.model.folding import fold_rules, folded, seen
from playwright.sync_api import Browser
from typed import TYPED, Typed

PLAYER = Path("themes/base/player")
GIVE = """words => words.map((typed, at) => {
  const box = document.getElementById('q_row-' + at);
  const gaps = box.querySelectorAll('fieldset input');
  gaps[0].value = typed;
  if (gaps[1]) gaps[1].value = '30';
  box.querySelector('.go button').click();
  return box.classList.contains('done');
})"""
LOCALES = ("en", "tr", "uk")
"""Nothing but the decimal sign, and the letter i, could hang on the language of a page."""


def written(rows: list[Typed], folder: Path, locale: str) -> Path:
    """A course of one lesson with a question for each row."""
    said = settings("typed-1", name="typed", more=f"language: {locale}\n")
    asked = [
        f"### Question: Row {at}\n\n<!-- id: row-{at}; {row.settings} -->\n\n{row.sentence}\n"
        for at, row in enumerate(rows)
    ]
    body = lesson("\n".join(asked), name="typed-1")
    return put(folder, {"course.yml": said, "modules/typed-1.md": body})


@pytest.mark.parametrize("locale", LOCALES)
def test_a_gap_takes_what_is_meant(browser: Browser, tmp_path: Path, locale: str) -> None:
    rows = [row for row in TYPED if locale == (row.locale if row.locale in LOCALES else "en")]
    course = read(written(rows, tmp_path / "typed", locale), clean=True)
    (tmp_path / "pages").mkdir()
    with hosted(tmp_path / "pages", course, locale) as start, visitor(browser, start) as learner:
        found = learner.open("typed-1.html").evaluate(GIVE, [row.words for row in rows])
    assert [row for row, right in zip(rows, found, strict=True) if right is not row.right] == []


PAIRS = (
    ("fold", folded),
    ("one => fold(one, {case: ''})", partial(folded, case=True)),
    ("one => fold(one, {exact: ''})", seen),
)
SAMPLE = "σдբבطजမዐខᠠ好"
"""A letter of each script that has rules of its own."""
AROUND = "{0}a{0}b е{0} б{0}\u0301 A{0} {0}"


def signs() -> Iterator[str]:
    """Every sign that a keyboard may give: the first plane of Unicode, one in a hundred of the
    Chinese and Korean ones, which are all alike."""
    for code in range(0x20, 0x10000):
        alike = 0x3400 <= code < 0xA000 or 0xAC00 <= code < 0xD7A4
        written = unicodedata.category(chr(code)) not in ("Cc", "Cn", "Cs", "Co")
        if written and (not alike or code % 100 == 0):
            yield chr(code)


def test_no_sign_is_folded_otherwise_than_in_the_generator(browser: Browser) -> None:
    words = [AROUND.format(sign) for sign in signs()]
    page = browser.new_page()
    page.evaluate("rules => { window.words = {fold: rules}; }", fold_rules(SAMPLE))
    for name in ("number", "fold"):
        page.add_script_tag(content=(PLAYER / f"{name}.js").read_text("utf-8"))
    for code, ours in PAIRS:
        theirs = page.evaluate(f"words => words.map(word => ({code})(word))", words)
        other = [word for word, one in zip(words, theirs, strict=True) if ours(word) != one]
        assert [ascii(word) for word in other] == []
    page.close()
