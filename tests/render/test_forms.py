"""Forms A and B on the learner's pages: they count for nothing, and no format tells of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folder import put, read
from kandil.exporters._scorm.facts import course_facts
from kandil.localize.apply import localize
from kandil.localize.extract import extract
from kandil.model.course import Course
from kandil.model.structure import tellable
from kandil.render.site.pages import render
from standin import edition

_YML = """id: two
title: Two
modules: [two-1]
forms: pages
objectives:
  - {id: A, text: "Lock a phone"}
  - {id: B, text: "Choose a password"}
"""
_LESSON = """---
id: two-1
title: One
---

Words.

## Quiz: Check

<!-- id: check -->

### Question: Which is long?

<!-- id: which -->

- [x] A sentence
- [ ] A name
- [ ] A sign
"""
_QUESTION = """### Question: What of {aim} in {form}?

<!-- id: {aim}-{form}; form: {form}; objective: {objective} -->

- [x] This
  > It is so.
- [ ] That
  > It is not.
"""


def _forms(*asked: str) -> str:
    rows = (
        _QUESTION.format(aim=one[0].lower(), form=one[1], objective=one[0])
        .replace("-A;", "-1;", 1)
        .replace("-B;", "-2;", 1)
        for one in asked
    )
    return "\n".join(rows)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Written in an order that is not that of the objectives."""
    forms = _forms("BB", "AA", "BA", "AB")
    files = {"course.yml": _YML, "modules/two-1.md": _LESSON, "banks/forms.md": forms}
    return read(put(tmp_path, files), clean=True)


def _pages(course: Course) -> dict[str, str]:
    return {page.path: page.html for page in render(edition(course)).pages()}


def test_pairs_stand_in_the_order_of_the_objectives(course: Course) -> None:
    ids = [(pair.before.id, pair.after.id) for pair in course.forms]
    assert ids == [("a-1", "a-2"), ("b-1", "b-2")]


def test_form_a_stands_before_the_lessons_and_form_b_after_them(course: Course) -> None:
    pages = _pages(course)
    for path, own, other in (("before.html", "A", "B"), ("after.html", "B", "A")):
        assert [f"What of {aim} in {own}?" in pages[path] for aim in "ab"] == [True, True]
        assert f"in {other}?" not in pages[path]
    over = pages["index.html"]
    assert over.index("before.html") < over.index('<ol class="lessons') < over.index("after.html")


def test_no_other_course_has_such_pages(course: Course) -> None:
    paper = _pages(replace(course, forms_on="paper"))
    assert not {"before.html", "after.html"} & {*paper}
    assert "before.html" not in paper["index.html"]


def test_they_need_no_script_and_nothing_of_them_is_kept(course: Course) -> None:
    tracked = render(edition(replace(course, profile="full"))).tracked("lesson.js", b"")
    for page in tracked.pages():
        if page.path in ("before.html", "after.html"):
            assert page.later == ()
            asked = page.html[page.html.index("<div class=try") :].partition("<footer")[0]
            assert "data-" not in asked and "<input" not in asked
            assert "data-module" not in page.html


def test_no_lms_is_told_of_them(course: Course) -> None:
    without = replace(course, forms=(), forms_on="paper")
    paths = {"two-1": "two-1.html"}
    told = [course_facts(one, "full", paths).data() for one in (course, without)]
    assert told[0] == told[1]
    [quiz] = course.modules[0].brief.quizzes
    assert quiz.tellable == 1
    asked = [one for pair in course.forms for one in (pair.before, pair.after)]
    [block] = [one for one in course.modules[0].nodes if type(one).__name__ == "Quiz"]
    assert not any(one in block.questions for one in asked)
    assert tellable(block) == 1


def test_their_words_are_translated_with_those_of_the_course(course: Course) -> None:
    template = extract(replace(course, modules=()))
    [entry] = [one for one in template if one.msgid == "What of a in A?"]
    assert entry.msgctxt == "a-1"
    assert entry.occurrences == [("banks/forms.md", "10")]
    made, _ = localize(course, "en-XA", "preview", date(2026, 11, 24), ("en-XA",))
    assert made
    assert "What of a in A?" not in _pages(made.course)["before.html"]
