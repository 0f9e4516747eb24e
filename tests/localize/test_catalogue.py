from __future__ import annotations

from pathlib import Path

import pytest
from kandil.localize.catalogue import read_catalogue

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(folder: Path, words: str) -> tuple[list[str], list[str]]:
    path = folder / "a.po"
    path.write_text(HEADER + words, "utf-8")
    catalogue, problems = read_catalogue(path)
    found = [f"{p.place.line} {p.code} {p.message}" for p in problems]
    return [entry.state for entry in catalogue.entries.values()], found


@pytest.mark.parametrize(
    ("head", "words", "state"),
    [
        ("", "", "empty"),
        ("#, fuzzy", "", "empty"),
        ("", "слово", "translated"),
        ("# reviewed: AB 2026-01-31", "слово", "reviewed"),
        ("# reviewed by me", "слово", "translated"),
        ("# reviewed: AB", "слово", "translated"),
        ("# origin: machine (engine, 2026-01-15)\n#, fuzzy", "слово", "draft"),
        ("# origin: memory\n#, fuzzy, md-text", "слово", "draft"),
        ("# a note\n# origin: memory\n#, fuzzy", "слово", "draft"),
        ('# origin: machine (e)\n#, fuzzy\n#| msgid "Before"', "слово", "outdated"),
        ('#, fuzzy\n#| msgid "Before"', "слово", "outdated"),
        ('# reviewed: AB 2026-01-31\n#, fuzzy\n#| msgid "Before"', "слово", "outdated"),
        ('#, fuzzy\n#| msgid "word"', "слово", "draft"),
        ("#, fuzzy", "слово", "draft"),
        ("# reviewed: AB 2026-01-31\n#, fuzzy", "слово", "draft"),
        ("# origin: machine (engine)", "слово", "translated"),
    ],
)
def test_states(tmp_path: Path, head: str, words: str, state: str) -> None:
    states, problems = read(tmp_path, f'{head}\nmsgid "word"\nmsgstr "{words}"\n')
    assert states == [state]
    assert problems == []


def test_a_plural_is_empty_until_every_form_is_there(tmp_path: Path) -> None:
    words = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n'
    assert read(tmp_path, words)[0] == ["empty"]


def test_obsolete_entries_are_not_read(tmp_path: Path) -> None:
    assert read(tmp_path, '#~ msgid "a"\n#~ msgstr "b"\n')[0] == []


@pytest.mark.parametrize(
    ("words", "line"),
    [('msgid "a"\nmsgstr "b" c"\n', 5), ('msgid "a"\nwhat\n', 5), ('msgstr[x] "a"\n', 4),
     ('msgid "a"\nmsgid "b"\n', 5)],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, words: str, line: int) -> None:
    states, problems = read(tmp_path, words)
    assert states == []
    assert problems == [f"{line} L001 This PO file cannot be read"]


@pytest.mark.parametrize(
    "line",
    [
        'msgstr "Слова',
        'msgstr "Слова\\"',
        '"Слова',
        "msgstr Слова",
        'msgstr Слова"',
        'msgstr "a"b"',
    ],
)
def test_a_quote_that_is_not_closed_is_a_problem(tmp_path: Path, line: str) -> None:
    states, problems = read(tmp_path, f'msgid "a"\n{line}\n\nmsgid "b"\nmsgstr "c"\n')
    assert (states, problems) == ([], ["5 L001 This PO file cannot be read"])


@pytest.mark.parametrize("line", ['msgstr "a \\"b\\" \\\\"', '\tmsgstr\t"a"  ', 'msgstr ""\n "a"'])
def test_quotes_that_are_closed_are_read(tmp_path: Path, line: str) -> None:
    assert read(tmp_path, f'msgid "a"\n{line}\n') == (["translated"], [])


def test_another_encoding_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(HEADER.encode() + 'msgid "a"\nmsgstr "ш"'.encode("cp1251"))
    _, (problem,) = read_catalogue(tmp_path / "a.po")
    assert (problem.code, problem.place.line) == ("L001", 5)


def test_an_entry_twice_is_a_problem_at_the_second(tmp_path: Path) -> None:
    states, problems = read(tmp_path, 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')
    assert states == []
    assert problems == ["8 L001 This entry stands in line 5 already"]


def test_the_place_is_that_of_the_translation(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(HEADER + '# note\n#: x:1\nmsgctxt "c"\nmsgid ""\n"a"\nmsgstr "b"\n', "utf-8")
    catalogue, _ = read_catalogue(path)
    assert catalogue.entries["c", "a"].place.line == 9


def test_the_place_of_several_lines_is_that_of_the_first_words(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(HEADER + 'msgid "a"\nmsgstr ""\n"b "\n"c"\n\nmsgid "b"\nmsgstr ""\n', "utf-8")
    catalogue, _ = read_catalogue(path)
    assert [entry.place.line for entry in catalogue.entries.values()] == [6, 10]


def test_other_segmentation_rules_are_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text('msgid ""\nmsgstr "X-Segments: 2\\n"\n', "utf-8")
    _, (problem,) = read_catalogue(path)
    assert problem.code == "L014"


def test_a_missing_file_is_an_empty_catalogue(tmp_path: Path) -> None:
    catalogue, problems = read_catalogue(tmp_path / "none.po")
    assert not catalogue.entries
    assert not problems


@pytest.mark.parametrize(
    ("words", "line", "hint"),
    [
        ('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 4, "A merge is not finished"),
        ('msgid "a"\n=======\nmsgstr "b"\n', 5, "remove its three marks"),
        ('#comment\nmsgid "a"\nmsgstr "b"\n', 4, "Put a space behind the sign: '# comment'"),
    ],
)
def test_a_line_that_is_none_is_told_with_what_to_do(
    tmp_path: Path, words: str, line: int, hint: str
) -> None:
    path = tmp_path / "line 77.po"
    path.write_text(HEADER + words, "utf-8")
    _, (problem,) = read_catalogue(path)
    assert (problem.code, problem.place.line) == ("L001", line)
    assert hint in problem.hint


def test_the_place_is_right_where_lines_are_indented(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text('msgid "a"\n\tmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', "utf-8")
    catalogue, _ = read_catalogue(path)
    assert [entry.place.line for entry in catalogue.entries.values()] == [2, 5]


def test_a_bad_plural_rule_is_told_at_its_line_with_the_right_one(tmp_path: Path) -> None:
    path = tmp_path / "uk/demo/a.po"
    path.parent.mkdir(parents=True)
    head = '"Language: uk\\n"\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n'
    path.write_text(f'msgid ""\nmsgstr ""\n{head}', "utf-8")
    _, (problem,) = read_catalogue(path)
    assert (problem.code, problem.place.line) == ("L001", 4)
    assert "Write 'Plural-Forms: nplurals=3; plural=(n%10==1" in problem.hint
