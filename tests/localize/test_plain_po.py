"""A plain PO file is read by one pattern exactly as polib reads it, and any other by polib."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.localize import catalogue
from kandil.localize.catalogue import read_catalogue
from kandil.localize.plain_po import read_plain

HEADER = '# Words\nmsgid ""\nmsgstr ""\n"Language: uk\\n"\n"X-Segments: 1\\n"\n'
PLAIN = {
    "one line": 'msgid "a"\nmsgstr "b"\n',
    "no words": 'msgid "a"\nmsgstr ""\n',
    "several lines": 'msgid ""\n"a "\n"b"\nmsgstr ""\n"c "\n"d"\n',
    "a context": 'msgctxt "q-1"\nmsgid "a"\nmsgstr "b"\n',
    "escapes": 'msgid "a \\"b\\" \\\\n"\nmsgstr "c\\\\\\n d\\te\\\\"\n',
    "comments": '# reviewed: AB 2026-01-31\n#. quiz\n#: a.md:3\nmsgid "a"\nmsgstr "b"\n',
    "a draft": '# origin: memory\n#, fuzzy, md-text\nmsgid "a"\nmsgstr "b"\n',
    "a space in front": 'msgid "a"\nmsgstr " b "\n',
    "two": 'msgid "a"\nmsgstr "b"\n\n\n#\nmsgid "c"\nmsgstr ""\n"d"\n',
    "nothing behind": 'msgid "a"\nmsgstr "b"',
    "obsolete": 'msgid "a"\nmsgstr "b"\n\n#, fuzzy\n#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n',
}
OTHER = {
    "a plural": 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
    "a source of before": '#, fuzzy\n#| msgid "z"\nmsgid "a"\nmsgstr "b"\n',
    "an indent": '  msgid "a"\nmsgstr "b"\n',
    "the same twice": 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
    "a second header": 'msgid ""\nmsgstr "b: c"\n',
    "a bell": 'msgid "a"\nmsgstr "b\\a"\n',
    "an open quote": 'msgid "a\nmsgstr "b"\n',
    "a quote inside": 'msgid "a"\nmsgstr "b"c"\n',
    "no words at all": 'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n',
    "a merge": '<<<<<<< ours\nmsgid "a"\nmsgstr "b"\n',
    "a note without a space": '#note\nmsgid "a"\nmsgstr "b"\n',
}


@pytest.mark.parametrize("words", PLAIN.values(), ids=PLAIN.keys())
def test_a_plain_file_reads_as_polib_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    path = tmp_path / "a.po"
    path.write_text(HEADER + "\n" + words, "utf-8")
    assert read_plain(path.read_text("utf-8"), path.as_posix()) is not None
    quick, problems = read_catalogue(path)
    monkeypatch.setattr(catalogue, "read_plain", lambda text, name: None)
    assert (quick, problems) == read_catalogue(path)
    assert problems == [] and quick.entries


@pytest.mark.parametrize("words", OTHER.values(), ids=OTHER.keys())
def test_any_other_file_is_left_to_polib(words: str) -> None:
    assert read_plain(f"{HEADER}\n{words}", "a.po") is None


@pytest.mark.parametrize("text", ["", "# Words\n", 'msgid "a"\nmsgstr "b"\n', HEADER[:40]])
def test_a_file_without_a_header_is_left_to_polib(text: str) -> None:
    assert read_plain(text, "a.po") is None


def test_the_header_is_read(tmp_path: Path) -> None:
    found = read_plain(f'{HEADER}\nmsgid "a"\nmsgstr "b"\n', "a.po")
    assert found is not None
    assert found.header == {"Language": "uk", "X-Segments": "1"}
