"""The words of the scripts, whatever signs a translation holds."""

from __future__ import annotations

import re
from dataclasses import replace

from kandil.render.site.pages import render
from standin import choice, course, edition, fill_in, module, quiz


def test_separators_of_lines_are_escaped_in_the_words_of_the_scripts() -> None:
    made = replace(edition(course()), translate=lambda words: f"{words}\u2028a\u2029b")
    words = dict(render(made).assets())["quiz.js"].decode()
    assert "\u2028" not in words and "\u2029" not in words
    assert r"Check\u2028a\u2029b" in words


def test_each_script_brings_the_words_that_it_says_and_no_others() -> None:
    both, one = quiz(choice("a", "b"), fill_in("c")), quiz(choice("d", "b"))
    made = edition(course(module("one", both), module("two", one)))
    words = {name: brought(content.decode()) for name, content in render(made).assets()}
    assert {"check", "next", "sign"} < words["quiz.js"] and "fold" not in words["quiz.js"]
    assert words["fill_in.js"] == {"sign", "fold"} and words["page.js"] == set()


def brought(code: str) -> set[str]:
    """Names of the words at the head of a script."""
    head = re.match(r"Object\.assign\(kandil\.words,{(.*?)}\);{", code)
    return set(re.findall(r'(?:^|,)(\w+):["[\d]', head[1])) if head else set()
