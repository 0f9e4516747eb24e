"""The commands as a trainer meets them: exit codes, JSON, and a `dist/` that stays whole."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from pathlib import Path
from random import Random
from shutil import copytree
from string import ascii_lowercase

import pytest
from called import KANDIL, kandil, process
from kandil.build.outcome import Outcome, Row
from kandil.cli import _told
from kandil.commands.build import lines
from kandil.package.exchange import NOTE
from kandil.package.lock import locked
from kandil.problems import Place, Problem

COURSE = Path(__file__).parent / "courses" / "tiny"


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(f.relative_to(folder)): sha256(f.read_bytes()).hexdigest() for f in files}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    done = kandil(tmp_path, "new", "course", "fresh")
    assert done.returncode == 0
    return tmp_path / "fresh"


def test_version_is_said(tmp_path: Path) -> None:
    assert process(tmp_path, "--version").stdout.startswith("kandil 0.")


def test_a_new_course_has_no_problems(course: Path) -> None:
    for ask in (kandil, process):
        done = ask(course.parent, "check", "fresh")
        assert (done.returncode, done.stdout) == (0, "No problems.\n")


def test_new_never_overwrites(course: Path) -> None:
    before = digests(course)
    done = kandil(course.parent, "new", "course", "fresh")
    assert done.returncode == 1
    assert "Nothing was changed" in done.stdout
    assert digests(course) == before


def test_two_builds_give_the_same_bytes(course: Path) -> None:
    for out in ("one", "two"):
        done = kandil(course.parent, "build", "fresh", "--out", out, "--as-of", "2026-11-24")
        assert done.returncode == 0, done.stdout
    assert digests(course.parent / "one") == digests(course.parent / "two")


def test_a_failing_build_leaves_dist_as_it_was(course: Path) -> None:
    assert process(course.parent, "build", "fresh").returncode == 0
    before = digests(course.parent / "dist")
    lesson = course / "modules" / "fresh-1.md"
    lesson.write_text(lesson.read_text() + "\n<b>bold</b>\n")
    done = process(course.parent, "build", "fresh")
    assert done.returncode == 1
    assert "M001" in done.stdout
    assert done.stdout.rstrip().endswith("Nothing was changed.")
    assert digests(course.parent / "dist") == before


def test_a_release_asks_for_ids(course: Path) -> None:
    lesson = course / "modules" / "fresh-1.md"
    lesson.write_text(lesson.read_text().replace("id: good-lesson; ", ""))
    done = kandil(course.parent, "build", "fresh")
    assert done.returncode == 1
    assert "Q007" in done.stdout
    assert kandil(course.parent, "build", "fresh", "--edition", "preview").returncode == 0


def test_build_reports_as_json(course: Path) -> None:
    done = kandil(course.parent, "build", "fresh", "--format", "site,json")
    found = json.loads(done.stdout)
    assert [row["format"] for row in found["editions"]] == ["site"]
    assert 0 < found["editions"][0]["first_load"] <= 14_600


def test_an_unknown_format_is_told(course: Path) -> None:
    done = kandil(course.parent, "build", "fresh", "--format", "pdf")
    assert done.returncode == 1
    assert "'pdf' is not a format" in done.stdout


def test_check_reports_as_json(course: Path) -> None:
    (course / "course.yml").write_text("id: fresh\ntitle: X\nmodules: [fresh-1]\npas: 3\n")
    done = kandil(course.parent, "check", "fresh", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)[0]["code"] == "C001"


def test_verify_finds_a_changed_file(course: Path) -> None:
    assert kandil(course.parent, "build", "fresh").returncode == 0
    site = "dist/release/site/fresh"
    assert kandil(course.parent, "verify", site).returncode == 0
    page = course.parent / site / "en" / "fresh-1.html"
    page.write_text(page.read_text() + " ")
    done = kandil(course.parent, "verify", site)
    assert done.returncode == 1
    assert "V005" in done.stdout


def test_the_trainers_block_reaches_no_learner(tmp_path: Path) -> None:
    done = kandil(tmp_path, "build", str(COURSE), "--edition", "preview", "--format", "site")
    assert done.returncode == 0, done.stdout
    source = "".join(path.read_text() for path in (COURSE / "modules").glob("*.md"))
    assert "purple heron" in source
    pages = "".join(path.read_text() for path in (tmp_path / "dist").rglob("*.html"))
    assert "purple heron" not in pages


def test_two_courses_are_exchanged_together_or_not_at_all(course: Path) -> None:
    assert kandil(course.parent, "new", "course", "other").returncode == 0
    broken = course.parent / "other" / "modules" / "other-1.md"
    broken.write_text(broken.read_text() + "\n<b>bold</b>\n")
    done = kandil(course.parent, "build", "fresh", "other")
    assert done.returncode == 1
    assert not [path for path in (course.parent / "dist").rglob("*") if path.is_file()]


def test_two_courses_may_not_share_an_id(course: Path) -> None:
    done = kandil(course.parent, "build", "fresh", "fresh")
    assert done.returncode == 1
    assert "C006" in done.stdout


def test_a_release_that_no_locale_may_have_says_so(course: Path) -> None:
    done = kandil(course.parent, "build", "fresh", "--locales", "uk")
    assert done.returncode == 1
    assert "Not built: fresh-uk as a release" in done.stdout


def test_a_second_build_is_told_of_the_first(course: Path) -> None:
    assert kandil(course.parent, "build", "fresh").returncode == 0
    before = digests(course.parent / "dist")
    lesson = next((course / "modules").glob("*.md"))
    lesson.write_text(f"{lesson.read_text()}\nMore words.\n")
    with locked(course.parent / "dist"):
        done = kandil(course.parent, "build", "fresh")
        assert done.returncode == 1
        assert "V011 Another build is writing into this folder" in done.stdout
        (course.parent / "dist" / NOTE).write_text("abc\npreview/site/fresh\n")
        assert "V011" in kandil(course.parent, "verify", "dist/release/site/fresh").stdout
        (course.parent / "dist" / NOTE).unlink()
    assert digests(course.parent / "dist") == before


def test_a_second_build_is_told_before_it_reads(course: Path) -> None:
    """Its course could not even be read."""
    (course / "course.yml").unlink()
    with locked(course.parent / "dist"):
        said = kandil(course.parent, "build", "fresh").stdout
    assert "V011" in said
    assert "C001" not in said


def test_a_course_that_cannot_be_read_leaves_no_folder(course: Path) -> None:
    (course / "course.yml").unlink()
    assert kandil(course.parent, "build", "fresh").returncode == 1
    assert not (course.parent / "dist").exists()


def test_builds_at_once_are_whole_or_refused(course: Path) -> None:
    command = [str(KANDIL), "build", "fresh"]
    pipes = {"cwd": course.parent, "stdout": subprocess.PIPE, "text": True}
    running = [subprocess.Popen(command, **pipes) for _ in range(3)]
    ends = [(one.communicate()[0], one.returncode) for one in running]
    assert 0 in [code for _, code in ends]
    assert all(code == 0 or "V011" in said for said, code in ends)
    done = kandil(course.parent, "verify", "dist/release/site/fresh", "dist/release/scorm12/fresh")
    assert done.returncode == 0
    assert [line.endswith(" files, whole.") for line in done.stdout.splitlines()] == [True, True]
    assert not list((course.parent / "dist").rglob(".*"))


def test_a_link_in_the_place_of_a_package_is_told(course: Path) -> None:
    place = course.parent / "dist/release"
    place.parent.mkdir()
    place.symlink_to(course)
    before = digests(course)
    done = kandil(course.parent, "build", "fresh", "--format", "site")
    assert (done.returncode, "dist/release:1:1: V012" in done.stdout) == (1, True)
    assert digests(course) == before


def test_verify_counts_the_files_of_a_whole_copy_and_gives_no_advice(tmp_path: Path) -> None:
    copytree(COURSE.parent / "every", tmp_path / "every")
    lesson, chance = tmp_path / "every/modules/every-1.md", Random(1)
    words = " ".join("".join(chance.choices(ascii_lowercase, k=5)) for _ in range(1000))
    known, block = lesson.read_text("utf-8"), "## Key ideas\n"
    lesson.write_text(known.replace(block, f"{block}\n{words}.\n"), "utf-8")
    ask = ("--edition", "preview", "--format", "site,json", "--as-of", "2026-11-24")
    found = json.loads(kandil(tmp_path, "build", "every", *ask).stdout)
    assert "V009" in {one["code"] for one in found["problems"]}
    site = tmp_path / "dist/preview/site/every"
    number = sum(path.is_file() for path in site.rglob("*"))
    done = kandil(tmp_path, "verify", "dist/preview/site/every")
    assert (done.returncode, done.stdout) == (
        0,
        f"dist/preview/site/every: {number} files, whole.\n",
    )


def test_problems_are_counted_for_their_own_edition() -> None:
    tags = ("ro", "ro-MD", "siu-ro")
    made = [(tag, f"siu-{tag}-preview.zip") for tag in tags]
    rows = [
        Row("siu", tag, "preview", "site", 1, 1, 1, 1, artefacts=names)
        for tag, names in zip(tags, made, strict=True)
    ]
    outcome = Outcome(rows)
    place = "out/site/siu/preview/site/siu"
    inner = ("ro-MD/a.html", "siu-ro-MD-preview.zip/a.html", "siu-ro/b.html")
    found = [Problem("V002", Place(f"{place}/{name}"), name) for name in inner]
    outcome.count(found, place, {"site"})
    assert [row.problems for row in outcome.rows] == [0, 2, 1]
    outcome.count(found, place, {"scorm12"})
    assert [row.problems for row in outcome.rows] == [0, 2, 1]


def test_who_reads_of_notices_that_are_not_listed_reads_where_they_are() -> None:
    told = Problem("G004", Place("a.md"), "Nobody has reviewed it")
    heavy = [Problem("V009", Place(f"{name}.html"), "It is heavy") for name in "ab"]
    *_, hint, last = lines(Outcome(problems=[told, *heavy]))
    assert hint.startswith("Not listed here: 2 notices. 'kandil build COURSE --format json' lists")
    assert last.startswith("3 notices")
    assert not [line for line in lines(Outcome(problems=[told])) if "Not listed" in line]


def test_a_full_disk_is_told_in_words() -> None:
    assert _told(OSError(28, "No space left on device")) == (
        "No space left on device. Nothing was changed."
    )
    assert "'dist': No space" in _told(OSError(28, "No space left on device", "dist"))
    assert _told(OSError("a bad picture")) == "a bad picture. Nothing was changed."
