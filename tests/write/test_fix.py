"""`check --fix` writes the ids that are missing, and changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kandil.model.course import Course, Module
from kandil.model.text import field_names
from kandil.read.course.fix import fix_course, fix_module, missing_ids
from kandil.read.lesson.slugs import LONGEST, free_slug, slug
from read.lesson import read_lesson
from read.test_fuzz import mutated

pytestmark = pytest.mark.timeout(1200)
_FRONT = "---\nid: bad\ntitle: Bad\n---\n"
_ANSWERS = "- [x] Yes\n- [ ] No\n"
_RIGHT = f"### Question: Right?\n\n<!-- id: right -->\n\n{_ANSWERS}"
_JOKE = "<!-- i18n: comment: A joke. -->"


def _course(module: Module, folder: Path) -> Course:
    return Course("bad", module.title, (replace(module, file="bad.md"),), str(folder))


def _fixed(folder: Path, text: str) -> str:
    module = read_lesson(folder, text).module
    assert module is not None
    missing = missing_ids(_course(module, folder)).get((folder / "bad.md").as_posix(), [])
    return fix_module(text, missing)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"### Question: Right?\n\n{_ANSWERS}", _RIGHT),
        (f"### Question: Right?\n{_ANSWERS}", _RIGHT),
        (
            f"### Question: Right?\n\n<!-- points: 2 -->\n\n{_ANSWERS}",
            f"### Question: Right?\n\n<!-- id: right; points: 2 -->\n\n{_ANSWERS}",
        ),
        (
            f"### Question: Right?\n\n<!--\npoints: 2\n-->\n\n{_ANSWERS}",
            f"### Question: Right?\n\n<!-- id: right;\npoints: 2\n-->\n\n{_ANSWERS}",
        ),
        (
            f"### Question: Right?\n\n{_JOKE}\n\n{_ANSWERS}",
            f"### Question: Right?\n\n<!-- id: right -->\n\n{_JOKE}\n\n{_ANSWERS}",
        ),
        (
            f"## Quiz: Check\n\n<!-- -->\n\n{_RIGHT}",
            f"## Quiz: Check\n\n<!-- id: check -->\n\n{_RIGHT}",
        ),
        *(
            (f"### {words}{body}", f"### {words}\n\n<!-- id: right -->{body}")
            for words, body in (
                ("Order: Right?", "\n\n1. One\n2. Two\n"),
                ("Match: Right?", "\n\n| A | B |\n|---|---|\n| One | 1 |\n| Two | 2 |\n"),
                ("Sort: Right?", "\n\n- **A**\n  - One\n- **B**\n  - Two\n"),
                ("Reflect: Right?", ""),
                ("Poll: Right?", "\n\n- One\n- Two\n"),
                ("Rate: Right?", "\n\n| | A | B |\n|---|---|---|\n| One | | |\n"),
                ("Cards: Right?", "\n\n| A | B |\n|---|---|\n| One | 1 |\n"),
                (
                    "Decide: Right?",
                    "\n\n- One\n  > **Safer:** a\n- Two\n  > **It depends:** b\n",
                ),
            )
        ),
    ],
)
def test_what_is_written(tmp_path: Path, before: str, after: str) -> None:
    assert _fixed(tmp_path, _FRONT + before) == _FRONT + after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(tmp_path: Path, end: str) -> None:
    text = f"{_FRONT}Words.\n\n### Question: Right?\n\n{_ANSWERS}".replace("\n", end)
    fixed = _fixed(tmp_path, text)
    assert fixed == text.replace("Right?" + end, f"Right?{end}{end}<!-- id: right -->{end}")


def test_an_id_that_is_wrong_is_left_to_its_author(tmp_path: Path) -> None:
    text = f"{_FRONT}### Question: Right?\n\n<!-- id: Not Right -->\n\n{_ANSWERS}"
    assert _fixed(tmp_path, text) == text


def test_files_are_written_once(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(f"{_FRONT}## Quiz: Q\n\n### Question: Right?\n\n{_ANSWERS}")
    module = read_lesson(tmp_path, (tmp_path / "bad.md").read_text()).module
    assert module is not None
    assert fix_course(_course(module, tmp_path)) == [((tmp_path / "bad.md").as_posix(), 2)]
    module = read_lesson(tmp_path, (tmp_path / "bad.md").read_text()).module
    assert module is not None
    assert fix_course(_course(module, tmp_path)) == []


_CHANGED = ("place", "context", "explicit_id")


def _bare(node: object) -> Iterator[object]:
    """A model without what `--fix` may change: ids' contexts, and line numbers."""
    if isinstance(node, tuple):
        for part in node:
            yield from _bare(part)
        yield len(node)
    elif hasattr(node, "__dataclass_fields__"):
        yield type(node)
        for name in field_names(type(node)):
            if name not in _CHANGED:
                yield from _bare(getattr(node, name))
    else:
        yield node


@given(lesson=mutated(), drop=st.booleans())
def test_the_model_stays_the_same(tmp_path: Path, lesson: str, drop: bool) -> None:
    if drop:
        lesson = "\n".join(ln for ln in lesson.split("\n") if not ln.startswith("<!-- id:"))
    loose = read_lesson(tmp_path, lesson)
    if loose.module is None or any(p.severity == "error" for p in loose.reading.problems):
        return
    fixed = _fixed(tmp_path, lesson)
    again = read_lesson(tmp_path, fixed)
    assert again.module is not None
    assert list(_bare(again.module.blocks)) == list(_bare(loose.module.blocks))
    assert missing_ids(_course(again.module, tmp_path)) == {}
    assert _fixed(tmp_path, fixed) == fixed
    kept = [line for line in fixed.split("\n") if line]
    assert [line for line in lesson.split("\n") if line and "<!--" not in line] == [
        line for line in kept if "<!--" not in line
    ]


@given(words=st.text(), taken=st.sets(st.text("ab-2", max_size=4), max_size=5))
def test_slugs(words: str, taken: set[str]) -> None:
    name = free_slug(words, taken.__contains__, {})
    assert name not in taken
    assert len(name) <= LONGEST
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name[0] != "-" != name[-1]


def test_a_slug_is_cut_at_a_word() -> None:
    assert (
        slug("Which password is the strongest of them all?")
        == "which-password-is-the-strongest-of-them"
    )
    assert slug("Où est l'école?") == "ou-est-lecole"
    assert slug("Який пароль найнадійніший?") == "yakiy-parol-naynadiynishiy"
    assert slug("Какой пароль?".replace("й", "и\u0306")) == "kakoy-parol"
    assert slug("რომელი პაროლია ძლიერი?") == "romeli-parolia-dzlieri"
    assert slug("Ո՞ր գաղտնաբառն է") == "or-gaghtnabarrn-e"
    assert slug("Hangi şifre ılık?") == "hangi-sifre-ilik"
    assert slug("¿…?") == "item"
    taken, last = {"right", "right-2"}, dict[str, int]()
    assert free_slug("Right?", taken.__contains__, last) == "right-3"
    taken.add("right-3")
    assert free_slug("Right!", taken.__contains__, last) == "right-4"
