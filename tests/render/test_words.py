"""The words of the scripts, whatever signs a translation holds."""

from __future__ import annotations

from dataclasses import replace

from kandil.render.site.pages import render
from standin import course, edition


def test_separators_of_lines_are_escaped_in_the_words_of_the_scripts() -> None:
    made = replace(edition(course()), translate=lambda words: f"{words}\u2028a\u2029b")
    words = render(made)._words().decode()
    assert "\u2028" not in words and "\u2029" not in words
    assert r"Check\u2028a\u2029b" in words
