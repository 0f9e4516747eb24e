"""What `docs/hosting.md` says that `kandil verify` tells of a copy, and what it cannot know."""

from __future__ import annotations

import gzip
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from kandil.build.pipeline import Request, build
from kandil.build.verify import verify_package

PAGE = "en/tiny-1.html"
REFERRER = "<meta name=referrer content=no-referrer>"
REL = ' rel="noopener noreferrer"'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dist = tmp_path_factory.mktemp("dist")
    course = Path(__file__).parents[1] / "courses/tiny"
    request = Request((course,), "preview", date(2026, 11, 24), formats=("site",), dist=dist)
    assert build(request).built
    return dist / "preview/site/tiny"


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "tiny")


def told(package: Path) -> set[str]:
    return {problem.code for problem in verify_package(package)}


def change(package: Path, name: str, old: str, new: str) -> None:
    text = (package / name).read_text("utf-8")
    assert old in text
    (package / name).write_text(text.replace(old, new), "utf-8")


def sums_anew(package: Path) -> None:
    """As anybody can write them who has changed a file."""
    listed = package / "SHA256SUMS"
    names = [line.split(maxsplit=1)[1] for line in listed.read_text().splitlines()]
    rows = (f"{sha256((package / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    listed.write_text("".join(rows))


def test_a_copy_is_whole(copy: Path) -> None:
    assert told(copy) == set()


HARMFUL = [
    (PAGE, "</body>", "<script>x</script></body>", "V042"),
    (PAGE, "script-src 'self'", "script-src *", "V043"),
    (PAGE, REFERRER, "", "V042"),
    (PAGE, REFERRER, REFERRER.replace("no-referrer", "unsafe-url"), "V042"),
    (PAGE, REFERRER, REFERRER + REFERRER.replace("no-referrer", "unsafe-url"), "V042"),
    (PAGE, "</body>", f"{REFERRER}</body>", "V042"),
    (PAGE, REL, "", "V003"),
    (PAGE, REL, ' rel="noopener"', "V003"),
    (PAGE, "https://example.org/", "intent://example.org/", "V003"),
    (PAGE, 'href="index.html"', 'href="none.html"', "V002"),
    ("en/page.js", '"noModule"', '"https://example.org/"', "V003"),
]
NOT_KNOWN = [
    (PAGE, "https://example.org/path", "https://elsewhere.example/path"),
    (PAGE, "</h1>", " again</h1>"),
    ("en/page.js", "noModule", "noMore"),
]
"""By the package alone; nobody can."""


@pytest.mark.parametrize(("name", "old", "new", "code"), HARMFUL)
def test_what_is_not_as_kandil_writes_it_is_told_whatever_the_sums_say(
    copy: Path, name: str, old: str, new: str, code: str
) -> None:
    change(copy, name, old, new)
    sums_anew(copy)
    assert told(copy) == {code}


@pytest.mark.parametrize(("name", "old", "new"), NOT_KNOWN)
def test_other_changes_are_told_by_the_sums_of_the_one_who_built_it(
    built: Path, copy: Path, name: str, old: str, new: str
) -> None:
    change(copy, name, old, new)
    assert told(copy) == {"V005"}
    sums_anew(copy)
    assert told(copy) == set()
    assert (copy / "SHA256SUMS").read_bytes() != (built / "SHA256SUMS").read_bytes()


@pytest.mark.parametrize("name", [".htaccess", "web.config", "Thumbs.db", "desktop.ini"])
def test_what_a_server_or_a_system_lays_beside_leaves_it_whole(copy: Path, name: str) -> None:
    (copy / name).write_text("x")
    (copy / "en" / name).write_text("x")
    assert told(copy) == set()


def test_a_page_packed_for_a_server_leaves_it_whole(copy: Path) -> None:
    page = (copy / "en/index.html").read_bytes()
    packed = copy / "en/index.html.gz"
    packed.write_bytes(gzip.compress(page))
    assert told(copy) == set()


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"<p>Call another number."),
        gzip.compress(b""),
        b"no gzip",
        b"",
        gzip.compress(b"0" * 10_000_000),
    ],
    ids=["another", "empty", "plain", "nothing", "bomb"],
)
@pytest.mark.parametrize("name", ["en/index.html.gz", "en/none.html.gz"])
def test_another_page_packed_beside_it_is_told(copy: Path, name: str, content: bytes) -> None:
    (copy / name).write_bytes(content)
    assert told(copy) == {"V004", "V042"}


def test_a_packed_page_with_more_behind_it_is_told(copy: Path) -> None:
    page = gzip.compress((copy / "en/index.html").read_bytes())
    for more in (b"x", gzip.compress(b"<p>Call another number.")):
        (copy / "en/index.html.gz").write_bytes(page + more)
        assert told(copy) == {"V004", "V042"}
    (copy / "en/index.html.gz").write_bytes(page[:-4])
    assert told(copy) == {"V004", "V042"}


@pytest.mark.parametrize(
    "name", ["System Volume Information", "$RECYCLE.BIN", ".Trashes", ".fseventsd", "lost+found"]
)
def test_a_copy_at_the_root_of_a_stick_is_whole(copy: Path, name: str) -> None:
    for folder, whole in ((copy, True), (copy / "en", name.startswith("."))):
        (folder / name / "S-1-5").mkdir(parents=True)
        (folder / name / "S-1-5" / "IndexerVolumeGuid").write_text("x")
        assert (told(copy) == set()) == whole


def test_a_file_that_was_added_or_lost_is_told(copy: Path) -> None:
    (copy / "en/more.js").write_text("")
    assert told(copy) == {"V004"}
    (copy / "en/more.js").unlink()
    (copy / "index.html").unlink()
    assert "V004" in told(copy)


@pytest.mark.parametrize("name", ["", "SHA256SUMS.txt"])
def test_a_folder_without_its_list_is_not_whole(tmp_path: Path, name: str) -> None:
    """Whoever changes a page may take the list away, so that nothing speaks against it."""
    folder = tmp_path / "abc"
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text("<p>", "utf-8")
    (folder / "en" / "abc-1.html").write_text("<script src=//x.example></script>", "utf-8")
    if name:
        (folder / name).write_text("", "utf-8")
    for given in (folder, tmp_path):
        assert "V004" in {problem.code for problem in verify_package(given)}
