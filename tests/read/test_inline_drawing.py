"""Inline drawings: what the list allows comes through, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.problems import Place
from kandil.read.block.drawings import read_inline
from read.hostile import DRAWINGS

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"'


def codes(folder: Path, content: bytes) -> set[str]:
    (folder / "a.svg").write_bytes(content)
    drawing, problems = read_inline(folder, "a.svg")
    assert (drawing is None) == any(one.severity == "error" for one in problems)
    return {one.code for one in problems}


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_nothing_that_could_load_run_or_move_comes_through(name: str, tmp_path: Path) -> None:
    assert codes(tmp_path, DRAWINGS[name]) == {"M061"}


@pytest.mark.parametrize(
    "value",
    ["url(#a)", "url(http://spy.invalid/a.svg#a)", "u\\72l(#a)", "var(--a)", "#fff", "red", ""],
)
def test_a_colour_names_no_address(value: str, tmp_path: Path) -> None:
    body = f'{OPEN}><path d="M0 0" fill="{value}"/></svg>'
    assert codes(tmp_path, body.encode()) == {"M061"}


def test_its_words_are_sentences_with_their_places_and_code_is_none(tmp_path: Path) -> None:
    text = f"""{OPEN}>
  <text x="1" y="2">
    two  words</text><text class="code" x="1" y="9">a.example</text>
  <title>Ann &amp; Bo</title><g/></svg>"""
    (tmp_path / "a.svg").write_text(text)
    drawing, problems = read_inline(tmp_path, "a.svg")
    assert drawing
    assert not problems
    file = (tmp_path / "a.svg").as_posix()
    said = [(label.source, label.context, label.place) for label in drawing.labels]
    assert said == [
        ("two words", "a.svg", Place(file, 3, 5)),
        ("Ann & Bo", "a.svg", Place(file, 4, 10)),
    ]
    assert drawing.pieces == (
        ' width="2.5em" viewBox="0 0 40 20"><text x="1" y="2"',
        '</text><text class="code" x="1" y="9">a.example</text><title',
        "</title><g/></svg>",
    )


def test_a_long_number_is_read_at_once(tmp_path: Path) -> None:
    """A pattern that went back would take years."""
    body = f'{OPEN}><polygon points="{"1" * 2_000}x"/></svg>'
    assert codes(tmp_path, body.encode()) == {"M061"}
