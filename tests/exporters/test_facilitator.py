"""What a trainer prints, and that nothing of it is a learner's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from folder import put
from kandil.build import reading
from kandil.build.pipeline import build
from kandil.build.prepare import prepare
from kandil.build.reading import read
from kandil.build.request import Request
from kandil.build.wanted import Wanted
from kandil.exporters.exporter import Audience
from kandil.exporters.facilitator import Facilitator
from kandil.localize.messages import messages
from kandil.model.edition import Kind
from kandil.problems import errors
from kandil.render.handouts.pages import Handouts

DAY = date(2026, 11, 24)
_YML = """id: two
title: Locks
modules: [two-1, two-2]
objectives:
  - {id: A, text: "Lock a phone"}
"""
_LESSON = """---
id: two-1
title: A lock for a phone
minutes: 20
---

## Key ideas

Read about [glass](#what-breaks) and the [other lesson](two-2.md).[^1]

### What breaks

Glass.

### Question: What opens a lock?

<!-- id: opens -->

- [x] A key
  > It fits.
- [ ] A spoon
  > It bends.

### And more

> [!DETAIL] More on keys
> They are old.

[^1]: A learner's note.

## Scenario: The door

<!-- id: door -->

Ana stands before a door, and [glass](#what-breaks) lies there.

- [She knocks](#knock)
- [She waits](#wait)

### Knock

<!-- outcome: good -->

It opens.

### Wait

<!-- outcome: neutral -->

Rain falls.

- [Start again](#scenario-the-door)

## Quiz: Check

<!-- id: check -->

### Question: Which lock is strong?

<!-- id: strong -->

- [x] The long one
  > Length helps.
- [ ] The red one
  > Colour is nothing.
- [ ] The loud one
  > Noise is nothing.

## Trainer: How to teach

**Likely questions.** The purple heron asks.[^1] See [glass](#what-breaks).

[^1]: A trainer's note.

## Trainer: 30 minutes

**Activity** (5): draw a lock.
"""
_BARE = "---\nid: two-2\ntitle: Nothing yet\n---\n\nWords.\n"
_FORMS = """### Question: Which key?

<!-- id: one; form: A; objective: A -->

- [x] This
  > So.
- [ ] That
  > No.

### Question: Which door?

<!-- id: two; form: B; objective: A -->

- [x] Here
  > So.
- [ ] There
  > No.
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    files = {"course.yml": _YML, "banks/forms.md": _FORMS}
    files |= {"modules/two-1.md": _LESSON, "modules/two-2.md": _BARE}
    return put(tmp_path / "course", files)


def built(course: Path, dist: Path, *formats: str, **settings: object) -> Path:
    request = Request((course,), "preview", DAY, ("en",), formats, dist=dist, **settings)
    outcome = build(request)
    assert errors(outcome.problems) == []
    return dist / "preview/trainers/two/en"


def words(path: Path) -> str:
    return " ".join(
        re.sub(r"<[^>]+>", " ", path.read_text("utf-8").partition("</style>")[2]).split()
    )


def test_a_lesson_has_its_plans_and_what_to_expect(course: Path, tmp_path: Path) -> None:
    sheets = built(course, tmp_path, "facilitator")
    said = words(sheets / "two-1.html")
    order = [
        "A lock for a phone",
        "The purple heron asks",
        "30 minutes",
        "draw a lock",
        "Key ideas",
    ]
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
    assert "✓ A key This one. It fits." in said and "○ A spoon Not this one. It bends." in said
    assert "More on keys" in said and "<details" not in (sheets / "two-1.html").read_text()
    assert "Nobody has written plans" in words(sheets / "two-2.html")
    assert "Nobody has written plans" not in said


def test_notes_of_the_trainer_and_of_the_learner_are_two_places(
    course: Path, tmp_path: Path
) -> None:
    html = (built(course, tmp_path, "facilitator") / "two-1.html").read_text()
    assert len(re.findall(r'id="?n1\b', html)) == len(re.findall(r'id="?n2\b', html)) == 1
    assert "A trainer's note" in html and "A learner's note" in html


def test_the_paper_quiz_has_no_answer_and_its_key_all(course: Path, tmp_path: Path) -> None:
    sheets = built(course, tmp_path, "facilitator")
    quiz, key = (words(sheets / f"two-1-{kind}.html") for kind in ("quiz", "key"))
    assert "Which lock is strong?" in quiz and "The red one" in quiz
    for secret in ("✓", "Length helps", "This one"):
        assert secret not in quiz
        assert secret in key
    assert "Write no name" in quiz
    assert not (sheets / "two-2-quiz.html").exists()


def test_scenario_cards_say_which_card_is_next(course: Path, tmp_path: Path) -> None:
    sheets = built(course, tmp_path, "facilitator")
    said = words(sheets / "two-1-cards.html")
    assert "She knocks Go to card 2" in said and "She waits Go to card 3" in said
    assert "Start again Go to card 1" in said
    assert "Safer. Knock" in said and "It depends. Wait" in said
    html = (sheets / "two-1-cards.html").read_text()
    assert 'href="two-1.html#what-breaks"' in html


def test_each_form_is_a_sheet_and_both_have_a_key(course: Path, tmp_path: Path) -> None:
    sheets = built(course, tmp_path, "facilitator")
    a, b, key = (words(sheets / f"{name}.html") for name in ("form-a", "form-b", "forms-key"))
    assert "Which key?" in a and "Which door?" not in a
    assert "Which door?" in b and "Which key?" not in b
    assert "✓" not in a + b and key.count("✓") == 2


@pytest.mark.parametrize(
    ("more", "said"), [("sensitive: yes\ndiscreet_title: Doors\n", True), ("", False)]
)
def test_who_teaches_a_sensitive_course_has_passed_two_lessons(
    more: str, said: bool, course: Path, tmp_path: Path
) -> None:
    (course / "course.yml").write_text(_YML + more)
    for path in (course / "modules").glob("*.md"):
        path.write_text(path.read_text().replace("title:", "discreet_title: Lesson\ntitle:", 1))
    index = built(course, tmp_path, "facilitator") / "index.html"
    assert ("passes TFR-7" in words(index)) == said
    assert ("<title>Doors<" in index.read_text()) == said


@pytest.mark.parametrize("kind", ["preview", "release"])
def test_every_sheet_says_that_no_specialist_has_read_it(
    kind: Kind, course: Path, tmp_path: Path
) -> None:
    build(Request((course,), kind, DAY, ("en",), ("facilitator",), tmp_path))
    sheets = [*(tmp_path / kind).rglob("*.html")]
    assert len(sheets) == 13
    for sheet in sheets:
        assert "Not yet reviewed by a specialist." in words(sheet), sheet.name


def test_every_sheet_of_a_draft_says_so(course: Path) -> None:
    found, problems = read(course)
    assert found
    [made] = prepare(found, problems, Wanted("preview", DAY), lambda doing: None).editions
    draft = replace(made, locale="uk", drafts=frozenset({"two-1"}))
    sheets = [*Handouts(draft).lesson_pages(draft.course.modules[0])]
    assert len(sheets) == 4
    for sheet in sheets:
        assert "This translation has not been reviewed by a person." in sheet.markup, sheet.path


def test_sheets_need_no_script(course: Path, tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    put(course, {"images/a.svg": picture})
    (course / "modules/two-2.md").write_text(f"{_BARE}\n![A line](../images/a.svg)\n")
    sheets = built(course, tmp_path, "facilitator")
    assert "<img" in (sheets / "two-2.html").read_text()
    for path in sheets.glob("*.html"):
        html = path.read_text()
        assert "<script" not in html and "script-src" not in html
        assert "@page{size:A4" in html and "loading" not in html


def test_no_word_of_the_trainers_sheets_is_in_a_learners_package(
    course: Path, tmp_path: Path
) -> None:
    built(course, tmp_path)
    names = {path.name for path in (tmp_path / "preview").iterdir()}
    assert {"site", "scorm12", "trainers"} <= names
    for name in names - {"trainers"}:
        for path in (tmp_path / "preview" / name).rglob("*.html"):
            said = path.read_text()
            assert "purple heron" not in said and "Should this training happen?" not in said


class Leaky(Facilitator):
    """Says that it is for learners, and asks for the trainer's sheets all the same."""

    name: ClassVar[str] = "leaky"
    audience: ClassVar[Audience] = "learner"


def test_a_learners_format_is_refused_them(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kandil.build.pipeline.find_exporters", lambda: {"leaky": Leaky()})
    with pytest.raises(ValueError, match="'leaky' is for learners"):
        build(Request((course,), "preview", DAY, ("en",), dist=tmp_path))
    assert not [*tmp_path.rglob("go.html")]


def test_several_processes_make_the_same_sheets(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = built(course, tmp_path / "alone", "facilitator")
    monkeypatch.setattr(reading, "_LEAST", 0)
    monkeypatch.setattr(reading, "cores", lambda: 2)
    apart = built(course, tmp_path / "apart", "facilitator")
    assert dict(_files(alone)) == dict(_files(apart))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield from ((path.name, path.read_bytes()) for path in folder.iterdir())


def test_no_edition_waits_for_the_words_of_the_sheets() -> None:
    counts = {one.one: one.counts for one in messages()}
    assert not counts["Should this training happen?"]
    assert counts["Begin here"]
    assert counts["Go to card {number}"], "a learner reads it too"
