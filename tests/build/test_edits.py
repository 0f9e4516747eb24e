"""Whatever was edited: an incremental run makes what a cold one makes, and says the same."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from examples import some
from folder import put
from hypothesis import example, given
from hypothesis import strategies as st
from kandil import paths
from kandil.build import memo
from kandil.build.again import build_again, check_again
from kandil.build.basis import Basis
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.wanted import Asked
from kandil.commands.check import _check
from kandil.localize.words import credits as ending
from kandil.problems import Problem, errors
from pytest import MonkeyPatch
from territory.sample import contact, territory

PARTS = ".kandil-cache/parts"
DAY = date(2026, 11, 24)
COURSE = {
    "c/course.yml": "id: c\ntitle: A course\nmodules: [c-1, c-2]\n",
    "c/modules/c-1.md": "---\nid: c-1\ntitle: One\nbest_by: 2026-12-31\n---\n\n"
    "Read [the next](c-2.md) and a [word](../glossary.md#lock). Of all, {fact.all} do.\n\n"
    "![A dot](../images/dot.svg)\n\n"
    "## Quiz: Check\n\n<!-- id: check -->\n\n### Question: Which?\n\n<!-- id: which -->\n\n"
    "- [x] This\n  > Yes.\n- [ ] That\n  > No.\n- [ ] More\n  > No.\n",
    "c/modules/c-2.md": "---\nid: c-2\ntitle: Two\n---\n\nWords of the second lesson.\n\n## Help\n",
    "c/glossary.md": "## Lock\n\nA lock keeps a door shut.\n",
    "c/facts.yml": 'all: {value: 9, unit: "%", year: 2025, source: S, checked: 2026-11-01, '
    "best_by: 2026-11-24}\n",
    "c/images/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    '<circle cx="4" cy="4" r="3"/></svg>\n',
    "locales/uk/c/c-2.po": 'msgid ""\nmsgstr "Language: uk\\n"\n\n'
    'msgid "Words of the second lesson."\nmsgstr "Слова другого уроку."\n\n'
    'msgid "Two"\nmsgstr "Другий"\n',
    "locales/uk/c/course.po": 'msgid ""\nmsgstr "Language: uk\\n"\n\n'
    'msgid "A course"\nmsgstr "Курс"\n',
}


def change(path: str, old: str, new: str) -> Callable[[int], None]:
    """Words in a file, where it is there; a number makes each edit another."""

    def edit(number: int) -> None:
        file = Path(path)
        if file.is_file():
            text = file.read_text("utf-8")
            file.write_text(text.replace(old, new.format(number), 1), "utf-8")

    return edit


def change_theme(path: str, old: str, new: str) -> Callable[[int], None]:
    """The next run is to see it as a new process does, which has read no template and no style."""
    edit = change(f"themes/base/{path}", old, new)

    def edit_and_forget(number: int) -> None:
        edit(number)
        forget()

    return edit_and_forget


def forget() -> None:
    """What this process has made of the theme."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(("kandil.render", "kandil.exporters", "kandil.localize.messages")):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def rename(number: int) -> None:
    old, new = Path("c/modules/c-2.md"), Path(f"c/modules/d-{number}.md")
    if old.is_file():
        new.write_text(old.read_text("utf-8").replace("id: c-2", f"id: d-{number}"), "utf-8")
        old.unlink()
        change("c/course.yml", "c-2", "d-{}")(number)


def take_away(number: int) -> None:
    names = ("c/glossary.md", "c/images/dot.svg", "locales/uk/c/c-2.po", "c/modules/c-2.md")
    Path(names[number % len(names)]).unlink(missing_ok=True)


def put_back(number: int) -> None:
    lay_out([*COURSE][number % len(COURSE)])


def move_contact(number: int) -> None:
    """Another number, and now and then none that was verified."""
    status = "draft" if number == 1 else "verified"
    territory(Path(), contact(number, number=f"0 322 000 00{number}", status=status))


def upgrade(number: int) -> None:
    """The program's version, which stands at the end of each lesson too."""
    for module in (memo, ending):
        module.__version__ = f"9.{number}"


def lose_output(number: int) -> None:
    pages = sorted(Path("warm").rglob("*.html"))
    if pages:
        pages[number % len(pages)].write_text("lost", "utf-8")


def damage_cache(number: int) -> None:
    for note in [*Path(".kandil-cache").glob("*.json"), *Path(PARTS).glob("*")]:
        content = note.read_bytes()
        note.write_bytes(content[: number * 97 % len(content)])


def no_words_kept() -> bool:
    """Of a sensitive course (`rulings.md` 47)."""
    return not any(Path(PARTS).iterdir())


THEME = [
    change_theme("lesson.html", "{% block body %}", "{{% block body %}}<p>Theme {}</p>"),
    change_theme("style.css", "body {", "body {{\n  margin-top: {}px;"),
    change_theme("player/base.js", "const root =", "window.theme = {};\nconst root ="),
    change_theme("scorm/lesson.js", "const start =", "window.theme = {};\n  const start ="),
]
"""What stands on each page, in its style, beside it and in a package for an LMS."""
EDITS = [
    change("c/modules/c-1.md", "Read", "Read{}"),
    change("c/modules/c-1.md", "title: One", "title: One {}"),
    change("c/modules/c-1.md", "- [x] This", "- [ ] This {}"),
    change("c/modules/c-2.md", "Words", "## Part {}\n\nWords"),
    change("c/modules/c-2.md", "title: Two", "title: Two\nsensitivity: depicts"),
    change("c/course.yml", "title: A course", "title: A course {}"),
    change("c/course.yml", "title:", "pass: {}0%\ntitle:"),
    change("c/course.yml", "title:", "history: minimal\ntitle:"),
    change("c/glossary.md", "keeps", "keeps {}"),
    change("c/facts.yml", "value: 9", "value: 9{}"),
    change("c/facts.yml", "all:", "all-{}:"),
    change("c/images/dot.svg", 'r="3"', 'r="{}"'),
    change("locales/uk/c/c-2.po", "Слова", "Слова {}"),
    *(rename, take_away, put_back, lose_output, damage_cache, move_contact, upgrade),
    *THEME,
]


def lay_out(*names: str) -> None:
    put(Path(), {name: COURSE[name] for name in names})


def test_the_course_of_these_tests_is_whole(tmp_path: Path) -> None:
    """Else the edits of what is left out would prove nothing."""
    with chdir(tmp_path):
        lay_out(*COURSE)
        built = build(Request((Path("c"),), "preview", DAY, ("en", "uk"), ("site",), Path("d")))
        assert not errors(built.problems)
        assert {*Path("d/preview/site/c").rglob("c-?.html")} >= {
            *(Path("d/preview/site/c", name) for name in ("en/c-1.html", "en/c-2.html")),
            Path("d/preview/site/c/uk/c-2.html"),
        }


def checked(asked: Asked, basis: Basis | None = None) -> tuple[list[Problem], bool]:
    return _check([Path("c")], asked, basis)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def seen(outcome: Outcome, dist: str) -> Iterator[str]:
    """What is said, wherever the packages lie."""
    yield from sorted(f"{problem}".replace(dist, "dist") for problem in outcome.problems)
    yield from sorted(map(str, outcome.rows))


Step = tuple[Callable[[int], None], int, int]
LAST: Step = (lambda number: None, 0, 0)
"""Changes nothing: what was made of the edit before is looked at."""


@contextmanager
def own_theme() -> Iterator[None]:
    """A copy of ours that may be edited; no later test meets it."""
    theme, shipped = Path("themes").absolute(), paths._shipped
    shutil.copytree(paths.themes(), theme)

    def found(name: str) -> Path:
        return theme if name == "themes" else shipped(name)

    with MonkeyPatch.context() as patch:
        patch.setattr(paths, "_shipped", found)
        yield
    forget()


@some(8)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(EDITS), st.integers(1, 5), st.integers(0, 1)),
        min_size=1,
        max_size=5,
    ),
    code=st.sampled_from(("", "GE")),
)
@example(steps=[(edit, 1, 0) for edit in THEME], code="")
def test_an_incremental_run_is_a_cold_one(steps: list[Step], code: str) -> None:
    with TemporaryDirectory() as home, chdir(home), own_theme(), MonkeyPatch.context() as patch:
        for module in (memo, ending):
            patch.setattr(module, "__version__", "9.0")
        lay_out(*COURSE)
        territory(Path(), contact())
        for edit, number, later in (*steps, LAST):
            compare(DAY + timedelta(later), code)
            edit(number)


def compare(day: date, code: str) -> None:
    """Build and check, with what is kept and without."""
    asked = Request((Path("c"),), "preview", day, ("en", "uk"), (), Path("warm"), territory=code)
    warm = build_again(asked, lambda basis: build(asked, basis=basis))
    fresh = build(replace(asked, dist=Path("cold")))
    assert [*seen(warm, "warm")] == [*seen(fresh, "cold")]
    assert tree(Path("warm")) == tree(Path("cold"))
    question = Asked(day, territory=code)
    told = check_again(Path("warm"), question, [Path("c")], lambda basis: checked(question, basis))
    assert {*told} == {*checked(question)[0]}
    assert not warm.private or no_words_kept()
    if not warm.built:
        shutil.rmtree("warm", ignore_errors=True)
        shutil.rmtree("cold", ignore_errors=True)
