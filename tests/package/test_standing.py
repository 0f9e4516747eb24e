"""What did not change is taken over from the package that stood there, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from kandil.package.artefact import Artefact, File
from kandil.package.standing import Standing
from kandil.package.tree import Staging

PLACE = "preview/site/tin"
PAGES = {"index.html": b"one", "more/a.html": b"two"}


def build(dist: Path, pages: dict[str, bytes]) -> Path:
    """The folder that stands when it has ended."""
    files = [File(path, content) for path, content in pages.items()]
    with Staging(dist) as staging:
        staging.write(PLACE, [Artefact("en", lambda: iter(files), "folder")], "site")
        staging.exchange()
    return dist / PLACE / "en"


def inodes(folder: Path) -> list[int]:
    return [(folder / path).stat().st_ino for path in PAGES]


def test_a_page_that_did_not_change_is_the_same_file(tmp_path: Path) -> None:
    first = inodes(build(tmp_path, PAGES))
    second = inodes(build(tmp_path, {**PAGES, "index.html": b"other"}))
    assert second[0] != first[0]
    assert second[1] == first[1]
    assert (tmp_path / PLACE / "en/more/a.html").stat().st_nlink == 1


def somebody_changed_it(page: Path) -> None:
    page.write_bytes(b"own")


def it_has_a_further_name(page: Path) -> None:
    os.link(page, page.parents[5] / "snapshot")


def it_is_gone(page: Path) -> None:
    page.unlink()


def it_lies_behind_a_link(page: Path) -> None:
    page.parent.rename(page.parents[5] / "elsewhere")
    page.parent.symlink_to(page.parents[5] / "elsewhere")


def it_is_a_link(page: Path) -> None:
    page.rename(page.parents[5] / "elsewhere")
    page.symlink_to(page.parents[5] / "elsewhere")


def the_list_is_damaged(page: Path) -> None:
    (page.parents[2] / "SHA256SUMS").write_bytes(b"\xff  \nzz  index.html\n")


@pytest.mark.parametrize(
    "change",
    [
        *(somebody_changed_it, it_has_a_further_name, it_is_gone, it_is_a_link),
        *(it_lies_behind_a_link, the_list_is_damaged),
    ],
    ids=lambda change: change.__name__,
)
def test_it_is_written_anew_where(tmp_path: Path, change: Callable[[Path], None]) -> None:
    page = build(tmp_path, PAGES) / "more/a.html"
    before = page.stat().st_ino
    change(page)
    build(tmp_path, PAGES)
    assert page.read_bytes() == b"two"
    assert not page.is_symlink() and not page.parent.is_symlink()
    assert page.stat().st_ino != before or change is it_is_gone


def test_it_is_written_anew_on_a_disk_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*paths: Path) -> None:
        raise PermissionError

    build(tmp_path, PAGES)
    monkeypatch.setattr(os, "link", none)
    folder = build(tmp_path, PAGES)
    assert {path: (folder / path).read_bytes() for path in PAGES} == PAGES


def test_no_run_writes_into_a_file_that_stands(tmp_path: Path) -> None:
    """Whoever kept an older package by links has it as it was."""
    page = build(tmp_path, PAGES) / "index.html"
    os.link(page, tmp_path / "snapshot")
    for content in (b"other", b"one", b"more"):
        build(tmp_path, {**PAGES, "index.html": content})
    assert (tmp_path / "snapshot").read_bytes() == b"one"


def test_what_was_linked_was_read_after_that(tmp_path: Path) -> None:
    """So whoever looks at the new package need not read it once more."""
    page = build(tmp_path, PAGES) / "more/a.html"
    page.write_bytes(b"2")
    old, told = Standing(tmp_path / PLACE), {"en/index.html": b"one", "en/more/a.html": b"two"}
    for path, content in told.items():
        old.lend(path, sha256(content).digest(), tmp_path / path.replace("/", "-"))
    assert old.lent == {"en/index.html": sha256(b"one").digest()}


def test_an_archive_among_the_pages_is_written_anew(tmp_path: Path) -> None:
    """It is a package of its own, and looked at as one."""
    pages = {**PAGES, "index.html": b"PK\x03\x04"}
    first, second = (inodes(build(tmp_path, pages)) for _ in range(2))
    assert second[0] != first[0]
    assert second[1] == first[1]
