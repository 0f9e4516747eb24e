"""The same bytes are looked at once, in whichever package they lie; others are always looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.verify import once
from kandil.verify.contents import read_contents
from kandil.verify.once import Once


def counted() -> tuple[Once[int], list[bytes]]:
    """A function of a content, and what it was asked."""
    asked: list[bytes] = []

    def work_out(content: bytes) -> int:
        asked.append(content)
        return len(content)

    return Once(work_out), asked


def test_a_content_is_worked_out_once() -> None:
    length, asked = counted()
    assert [length(content) for content in (b"ab", b"c", b"ab")] == [2, 1, 2]
    assert asked == [b"ab", b"c"]


def test_the_oldest_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "READY", 1)
    monkeypatch.setattr(once, "MOST", 1)
    length, asked = counted()
    for content in (b"a", b"b", b"c", b"b", b"a"):
        length(content)
    assert asked == [b"a", b"b", b"c", b"a"]


def test_a_page_that_changed_is_read_anew(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    for anchor in ("one", "two"):
        page.write_text(f'<p id="{anchor}">')
        with read_contents(tmp_path) as contents:
            assert contents.page("a.html").anchors == {anchor}


def test_a_file_is_read_once_for_all_that_is_asked_of_a_package(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>one")
    with read_contents(tmp_path) as contents:
        assert contents.page("a.html").faults
        contents.read = {}.__getitem__
        with read_contents(tmp_path) as again:
            assert again.page("a.html") == contents.page("a.html")
    with read_contents(tmp_path) as later:
        assert later is not contents
