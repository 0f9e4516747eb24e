"""Whatever was edited: an incremental run makes what a cold one makes, and says the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from examples import some
from folder import put
from hypothesis import given
from hypothesis import strategies as st
from kandil.build import memo
from kandil.build.again import build_again, check_again
from kandil.build.basis import Basis
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.wanted import Asked
from kandil.commands.check import _check
from kandil.localize.words import credits as ending
from kandil.problems import Problem
from pytest import MonkeyPatch
from territory.sample import contact, territory

PARTS = ".kandil-cache/parts"
DAY = date(2026, 11, 24)
COURSE = {
    "c/course.yml": "id: c\ntitle: A course\nmodules: [c-1, c-2]\n",
    "c/modules/c-1.md": "---\nid: c-1\ntitle: One\nbest_by: 2026-12-31\n---\n\n"
    "Read [the next](c-2.md) and a [word](#g-lock).\n\n![A dot](images/dot.svg)\n\n"
    "## Quiz: Check\n\n<!-- id: check -->\n\n### Question: Which?\n\n<!-- id: which -->\n\n"
    "- [x] This\n  > Yes.\n- [ ] That\n  > No.\n- [ ] More\n  > No.\n",
    "c/modules/c-2.md": "---\nid: c-2\ntitle: Two\n---\n\nWords of the second lesson.\n\n## Help\n",
    "c/glossary.md": "## Lock\n\nA lock keeps a door shut.\n",
    "c/images/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    '<circle cx="4" cy="4" r="3"/></svg>\n',
    "locales/uk/c/c-2.po": 'msgid ""\nmsgstr "Language: uk\\n"\n\n'
    'msgid "Words of the second lesson."\nmsgstr "Слова другого уроку."\n',
}


def change(path: str, old: str, new: str) -> Callable[[int], None]:
    """Words in a file, where it is there; a number makes each edit another."""

    def edit(number: int) -> None:
        file = Path(path)
        if file.is_file():
            text = file.read_text("utf-8")
            file.write_text(text.replace(old, new.format(number), 1), "utf-8")

    return edit


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
    change("c/images/dot.svg", 'r="3"', 'r="{}"'),
    change("locales/uk/c/c-2.po", "Слова", "Слова {}"),
    *(rename, take_away, put_back, lose_output, damage_cache, move_contact, upgrade),
]


def lay_out(*paths: str) -> None:
    put(Path(), {path: COURSE[path] for path in paths})


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


@some(8)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(EDITS), st.integers(1, 5), st.integers(0, 1)),
        min_size=1,
        max_size=5,
    ),
    code=st.sampled_from(("", "GE")),
)
def test_an_incremental_run_is_a_cold_one(steps: list[Step], code: str) -> None:
    with TemporaryDirectory() as home, chdir(home), MonkeyPatch.context() as patch:
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
