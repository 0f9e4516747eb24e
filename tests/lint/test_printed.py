"""What stands around a number is put together once for all numbers beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import read, small
from kandil.lint.phones.printed import Printed, printed
from kandil.lint.text.sources import Sources

_ROW = "| 11 | 12 | 13 |"
_ANSWERS = "- [x] 11\n- [ ] 12\n- [ ] 13"


def those(top: Path, body: str) -> list[Printed]:
    """What is printed of a lesson with this body, in which a number stands."""
    course = read(small(top, body))
    return [one for one in printed(course, Sources()) if one.words in ("11", "12", "13")]


@pytest.mark.parametrize(
    ("body", "about", "asked"),
    [
        (f"| A | B | C |\n|---|---|---|\n{_ROW}", "A . B . C . 11 . 12 . 13", ""),
        (f"### Question: Which?\n\n{_ANSWERS}", "", "Which? . 11 . 12 . 13"),
        ("## Lines\n\nCall:\n\n- 11\n- 12\n- 13", "Lines . Call:", ""),
    ],
)
def test_words_around(tmp_path: Path, body: str, about: str, asked: str) -> None:
    found = [(one.about, one.asked) for one in those(tmp_path, body)]
    assert found == [(about, asked)] * 3
    assert len({(id(one), id(other)) for one, other in found}) == 1
