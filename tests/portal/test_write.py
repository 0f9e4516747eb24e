"""What the portal says of courses, and what it keeps for itself."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from called import kandil
from kandil.portal.shelf import packages as found

ROOT = Path(__file__).parents[2]


def pages(packages: Path, out: Path, *more: str) -> Path:
    courses = ("tests/courses/tiny", "tests/courses/quiet")
    words = ("--dist", str(packages), "--out", str(out), "--site", str(packages.parent / "portal"))
    said = kandil(ROOT, "portal", *courses, *words, *more)
    assert said.returncode == 0, said
    return out


@pytest.fixture(scope="module")
def written(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pages(packages, tmp_path_factory.mktemp("written") / "source")


def test_every_package_stands_there_with_its_checksum_size_and_date(
    packages: Path, written: Path
) -> None:
    listed = found(packages)
    assert {one.name for one in listed} == {path.name for path in packages.glob("*/*/*/*.zip")}
    for one in listed:
        page = (written / f"courses/{one.course}.md").read_text("utf-8")
        assert f'href="../../dist/{one.path}"' in page
        assert f"`{one.digest}`" in page
        assert f"{one.size / 1000:.0f} kB, edition of 2026-11-24" in page


def test_two_packages_are_never_saved_under_one_name(packages: Path, written: Path) -> None:
    words = "".join(path.read_text("utf-8") for path in written.glob("courses/*.md"))
    saved = re.findall(r'/([^/"]+)" download>([^:<]+): ([^<]+)</a>', words)
    assert len({name for name, _, _ in saved}) == len(found(packages)) == 10
    assert all(name == shown.replace("\\", "") for name, _, shown in saved)
    kinds = {(name.endswith("-scorm12.zip"), kind) for name, kind, _ in saved}
    assert kinds == {(True, "SCORM 1.2"), (False, "Pages (zip)")}


def test_a_sensitive_course_is_named_by_its_discreet_title_only(written: Path) -> None:
    own = [path for path in written.rglob("*.md") if "handbook" not in path.parts]
    assert len(own) == 11
    words = "".join(path.read_text("utf-8") for path in own)
    assert "Evening reading" in words
    assert "A course about threats" not in words
    assert "Two short lessons that a learner may have to hide" not in words


def test_a_course_has_a_picture_and_a_sensitive_one_none_that_nobody_chose(written: Path) -> None:
    assert [path.stem for path in (written / "courses").iterdir() if path.suffix != ".md"] == [
        "tiny"
    ]


def test_what_a_release_does_not_say_stands_beside_the_word(packages: Path, tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    shutil.copytree(packages / "preview", dist / "preview")
    said = "a specialist still has to say"
    before = (pages(dist, tmp_path / "one") / "courses/tiny.md").read_text("utf-8")
    assert said not in before
    assert "specialist.**\n\n| Lesson | About | Minutes |\n" in before
    shutil.copytree(packages / "preview", dist / "release")
    words = (pages(dist, tmp_path / "two") / "courses/tiny.md").read_text("utf-8")
    assert words.index("Not yet reviewed by a specialist.") < words.index(said)
    assert f"{said}.\n\n| Lesson | About | Minutes |\n" in words


def test_a_preview_is_called_one(written: Path) -> None:
    page = (written / "courses/tiny.md").read_text("utf-8")
    assert page.count("A preview") == page.count(": preview\n") == 3


def test_who_hosts_copies_no_folder_that_leads_out_of_itself(written: Path) -> None:
    said = (written / "hosts.md").read_text("utf-8")
    assert "release/site" not in said
    assert "Copy the folder `www` whole" in said
    assert "`www` whole, and hand on zips" in (written / "handbook/hosting.md").read_text("utf-8")


def test_each_learning_system_takes_five_steps(written: Path) -> None:
    _, *systems = (written / "lms.md").read_text("utf-8").split("\n## ")
    steps = {one.partition("\n")[0]: re.findall(r"^(\d)\. ", one, re.M) for one in systems}
    assert list(steps) == ["Moodle", "ILIAS", "Open edX", "Another LMS"]
    assert all(numbers == [*"12345"] for numbers in steps.values())


def test_what_is_for_trainers_is_linked(written: Path) -> None:
    assert 'dist/preview/trainers/tiny/en/index.html"' in (written / "courses/tiny.md").read_text()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("crest.png", b"no picture", "M006"),
        ("crest.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "M007"),
        ("crest.pdf", b"%PDF-1.7", "M006"),
        ("crest.webp", None, "M006"),
    ],
)
def test_a_logo_that_is_no_picture_is_a_problem(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    logo = tmp_path / name
    if content is not None:
        logo.write_bytes(content)
    out = tmp_path / "source"
    words = ("portal", "tests/courses/tiny", "--logo", str(logo), "--out", str(out))
    answer = kandil(ROOT, *words)
    assert answer.returncode == 1
    assert said in answer.stdout
    assert str(logo) in answer.stdout
    assert not out.exists()
