"""No catalogue, however broken, is ever a traceback."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from handmade import choice, course, entry, fill_in, numeric, write
from hypothesis import given
from hypothesis import strategies as st
from kandil.localize.apply import localize
from kandil.localize.extract import extract, header
from kandil.localize.files import check_catalogues, update_catalogues
from kandil.localize.update import update
from kandil.model.text import texts

COURSE = course(choice(), fill_in(), numeric())
KINDS = r"""
msgid "Take care"
msgstr "a"
msgstr "\x"
msgstr[0] "x"
msgstr[9] "
msgstr[
msgid ""
msgid
msgid_plural "x"
msgctxt "scam"
"more"
"Plural-Forms: nplurals=2; plural=n/0;\n"
"X-Segments: 2\n"
# origin: machine
# reviewed: AB 2026-01-31
#. x
#:
#,
#, fuzzy
#|
#| msgid "b"
#~|
#~ msgid
\
"
"""
LINES = st.sampled_from([*KINDS.splitlines(), "\x00", "\x0b", "\u2028"])
FILES = st.one_of(st.text(max_size=200), st.lists(LINES, max_size=14).map("\n".join))
WORDS = st.text(alphabet=st.sampled_from("ab {}[]()*`_<>&!|^=1%sиש⟦#-"), max_size=30)


@given(FILES)
def test_any_file(words: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write(folder)
        path.write_text(words, "utf-8", newline="\n")
        (folder / "uk" / "ui.po").write_text(words, "utf-8", newline="\n")
        edition, _ = localize(COURSE, "uk", "preview", date(2026, 11, 24), (), (folder,))
        assert edition
        check_catalogues(COURSE, "uk", (folder,))
        update_catalogues(COURSE, "uk", folder)


@given(st.lists(WORDS, min_size=20, max_size=20))
def test_any_translation(words: list[str]) -> None:
    found = list(texts(COURSE.modules[0].blocks))
    with tempfile.TemporaryDirectory() as name:
        rows = [
            entry(one.source.replace('"', '\\"'), new, one.context)
            for one, new in zip(found, words, strict=False)
        ]
        write(Path(name), *rows)
        edition, problems = localize(COURSE, "uk", "release", date(2026, 11, 24), (), (Path(name),))
    assert edition
    assert {problem.code[0] for problem in problems} <= {"L", "G"}
    for question in (choice(), fill_in(), numeric()):
        mine = [one for one in texts(edition.course) if one.context == question.id]
        assert len({one.lang for one in mine}) == 1


@given(st.lists(WORDS.filter(str.strip), max_size=6), st.lists(WORDS.filter(str.strip), max_size=6))
def test_any_update(before: list[str], after: list[str]) -> None:
    one = extract(COURSE.modules[0])
    for row, words in zip(one, before, strict=False):
        row.msgid, row.msgstr = words, "x"
    new = extract(COURSE.modules[0])
    for row, words in zip(new, after, strict=False):
        row.msgid = words
    result = update(new, one, header("x", "uk"))
    assert result.kept + result.changed + result.new == len(new)
