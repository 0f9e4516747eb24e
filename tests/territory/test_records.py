"""Figures and notes on the law: nothing is printed that nobody could look up."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.model.edition import Kind
from kandil.territory.read import read_territory
from territory.sample import territory
from territory.test_gates import admitted, codes

GOOD = {
    "id": "online", "text": "{en: Nine of ten.}", "year": "2025", "source": "Survey",
    "url": "https://example.org/survey", "checked": "2026-11-01", "expires": "2028-11-01",
}  # fmt: skip


def _above(key: str, **changes: str) -> str:
    record = {name: value for name, value in (GOOD | changes).items() if value}
    return f"{key}:\n  - {{{', '.join(f'{name}: {value}' for name, value in record.items())}}}\n"


@pytest.mark.parametrize("key", ["facts", "law_notes"])
@pytest.mark.parametrize("kind", ["release", "preview"])
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"year": "2026"}, []),
        ({"year": "2027"}, ["H021"]),
        ({"url": "x"}, ["H021"]),
        ({"url": "http://example.org/survey"}, ["H021"]),
        ({"checked": "2026-11-25"}, ["H021"]),
        ({"expires": "2028-11-02"}, ["H021"]),
        ({"checked": "2024-02-29", "expires": "2026-02-28"}, ["past"]),
        ({"checked": "2024-02-29", "expires": "2026-03-01"}, ["H021", "past"]),
    ],
)
def test_a_record(
    tmp_path: Path, key: str, kind: Kind, changes: dict[str, str], expected: list[str]
) -> None:
    _, problems = admitted(tmp_path, kind=kind, above=_above(key, **changes))
    past = "H017" if kind == "release" else "H018"
    assert codes(problems) == [past if code == "past" else code for code in expected]


@pytest.mark.parametrize("missing", ["year", "source", "url", "checked", "expires", "text"])
def test_nothing_may_be_missing(tmp_path: Path, missing: str) -> None:
    territory(tmp_path, above=_above("facts", **{missing: ""}))
    assert codes(read_territory(tmp_path, "GE")[1]) == ["C002"]


@pytest.mark.parametrize("text", ["{}", '{en: ""}'])
def test_a_record_without_words(tmp_path: Path, text: str) -> None:
    territory(tmp_path, above=_above("facts", text=text))
    assert codes(read_territory(tmp_path, "GE")[1]) == ["C003"]
