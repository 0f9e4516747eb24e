"""What is in the one folder, and what becomes of it at the next build."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from browser.learner import served
from called import Said, kandil
from crawl import Crawl, path_of
from host.conftest import COURSES, FACILITATING, PAGES, ROOT, build
from kandil.commands.build_all import _held
from kandil.problems import Place, Problem
from playwright.sync_api import Browser

FORMATS = ("site", "scorm12")
WAITS = Problem("G001", Place(""), "siu-tr as a release: people are missing")
SENSITIVE = str(ROOT / COURSES[1])


def build_pages(out: Path, *courses: Path | str, more: tuple[str, ...] = ()) -> Said:
    """Into a folder without a portal beside it, as pages and as sheets for trainers."""
    return build(out, *map(str, courses), *more, here=out.parent, known=PAGES)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`courses/small`, and `out`, which was built of it and of a sensitive one: to be copied."""
    place = tmp_path_factory.mktemp("project")
    course = shutil.copytree(ROOT / COURSES[0], place / "courses/small")
    assert build_pages(place / "out", course, SENSITIVE).returncode == 0
    return place


@pytest.fixture
def out(project: Path, tmp_path: Path) -> Path:
    """What stands there when a second build begins, beside the course of which it was built."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    return tmp_path / "out"


def test_each_language_is_a_release_where_it_may_and_else_a_preview(
    folder: Path, made: tuple[Path, Said]
) -> None:
    places = {path.parent for path in folder.glob("www/*/*/*/SHA256SUMS")}
    names = {path.relative_to(folder / "www").as_posix() for path in places}
    assert names == {
        *(
            f"{kind}/{form}/tiny-GE"
            for kind in ("release", "preview")
            for form in ("gift", *FORMATS)
        ),
        *(f"preview/{form}/quiet-GE" for form in FORMATS),
    }
    assert [path.name for path in (folder / "www/release/site/tiny-GE").glob("*.zip")] == [
        "tiny-GE-en.zip"
    ]


def test_each_reason_of_a_preview_is_a_sentence(made: tuple[Path, Said]) -> None:
    said = made[1].stdout
    assert "\nquiet in en is a preview, no release:\n  A sensitive course that no" in said
    why = said.partition("\ntiny in uk is a preview, no release:\n")[2].splitlines()[:4]
    assert [line.split(" %")[0].rstrip("0123456789") for line in why] == [
        *("  People have translated ", "  People have reviewed ") * 2
    ]
    assert all(line.endswith(" words to go.") for line in why)


def test_languages_that_lack_the_same_are_told_together() -> None:
    held = {("tiny", "ka"): [WAITS], ("tiny", "tr"): [WAITS], ("siu", "tr"): [WAITS, WAITS]}
    assert [*_held(held)] == [
        "tiny in ka, tr are previews, no releases:",
        "  People are missing.",
        "siu in tr is a preview, no release:",
        "  People are missing.",
    ]


def test_the_first_page_leads_to_every_course_in_every_language(
    folder: Path, browser: Browser
) -> None:
    crawl = Crawl(browser, f"{folder.as_uri()}/www/", "index.html").run()
    found = {path_of(one).relative_to(folder / "www").as_posix() for one in crawl.files}
    assert found == {
        "release/site/tiny-GE/en/index.html",
        "preview/site/tiny-GE/ar/index.html",
        "preview/site/tiny-GE/uk/index.html",
        "preview/site/quiet-GE/en/index.html",
        "release/site/tiny-GE/en/recipe.html",
        "portal/index.html",
    }
    assert [one for one in crawl.files if not path_of(one).is_file()] == []
    assert (crawl.outside, crawl.amiss, crawl.axe("index.html")) == ([], [], [])


def test_the_first_page_tells_nobody_what_a_sensitive_course_is_about(
    folder: Path, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{folder.as_uri()}/www/index.html")
    for summary in page.locator("summary").all():
        summary.click()
    words = page.locator("body").inner_text()
    assert "Evening reading" in words
    assert "A course about threats" not in words
    assert page.title() == "Lessons · الدروس · Уроки"
    assert page.locator(".host").count() == 0  # nobody gave a name
    assert page.locator("#uk").inner_text().count("не перевірила людина") == 1
    assert "Not yet reviewed by a specialist." in page.locator("#en").inner_text()
    assert page.evaluate("history.length") == 2  # what was there before, and this page
    page.evaluate("scrollTo(0, 9999)")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/recipe.html")
    page.close()


def test_the_first_page_names_the_ministry_and_speaks_each_language(
    small: Path, tmp_path: Path, browser: Browser
) -> None:
    out, name = tmp_path / "out", "Ministry of <Tests>"
    assert build_pages(out, small, more=("--name", name)).returncode == 0
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto((out / "www/index.html").as_uri())
    assert page.locator(".host").inner_text() == name
    assert page.locator("h1 [lang=ar]").get_attribute("dir") == "rtl"
    assert page.locator("h1 [lang=uk]").inner_text() == "Уроки"
    assert "Tests" not in page.title()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_the_exit_of_the_first_page_clears_what_each_course_keeps(
    folder: Path, browser: Browser
) -> None:
    page = browser.new_page()
    with served(folder / "www") as address:
        page.goto(f"{address}/index.html")
        for key in ("k.tiny", "k.quiet", "k.other"):
            page.evaluate("key => localStorage.setItem(key, 1)", key)
        page.locator(".exit").click()
        page.wait_for_url("**/recipe.html")
        assert page.evaluate("Object.keys(localStorage)") == ["k.other"]
    page.close()


def test_what_is_for_trainers_lies_beside_what_is_hosted(folder: Path) -> None:
    assert {path.name for path in folder.glob("trainers/*/trainers/*")} == {"tiny-GE", "quiet-GE"}
    assert not [path for path in (folder / "www").rglob("*") if path.name.endswith(".sheet")]
    assert [*folder.glob("trainers/*/trainers/*/*.sheet")]
    portal = (folder / "www/portal/trainers.html").read_text("utf-8")
    assert "folder <code>trainers</code>" in portal


def test_slides_and_handouts_lie_with_the_sheets_of_each_language(
    folder: Path, made: tuple[Path, Said]
) -> None:
    packed = {path.name for path in folder.glob("trainers/*/trainers/*/*-office.zip")}
    editions = ("tiny-GE-en", "tiny-GE-ar-preview", "tiny-GE-uk-preview", "quiet-GE-en-preview")
    assert packed == {f"{edition}-office.zip" for edition in editions}
    assert not [*(folder / "www").rglob("*-office.zip")]
    assert "'office'" not in made[1].stdout


def test_who_has_no_extra_is_told_what_brings_slides_and_handouts(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kandil.exporters.find_spec", lambda name: None)
    said = build(tmp_path / "out", str(small), here=tmp_path)
    assert said.returncode == 0
    assert not [*(tmp_path / "out").rglob("*-office.zip")]
    last = said.stdout.splitlines()[-1]
    assert last.startswith("Without the format 'office' for trainers.")
    assert last.endswith("pip install 'kandil[office]'")


def test_the_first_page_for_trainers_leads_to_each_course_in_each_language(
    folder: Path, browser: Browser
) -> None:
    crawl = Crawl(browser, f"{folder.as_uri()}/trainers/", "index.html").run()
    found = {path_of(one).relative_to(folder / "trainers").as_posix() for one in crawl.files}
    assert found == {
        "release/trainers/tiny-GE/en/index.html",
        "preview/trainers/tiny-GE/ar/index.html",
        "preview/trainers/tiny-GE/uk/index.html",
        "preview/trainers/quiet-GE/en/index.html",
    }
    assert [one for one in crawl.files if not path_of(one).is_file()] == []
    assert (crawl.outside, crawl.amiss, crawl.axe("index.html")) == ([], [], [])
    words = (folder / "trainers/index.html").read_text("utf-8")
    assert "<title>For the trainer · " in words
    assert "A course about threats" not in words


def test_the_checksums_are_those_of_every_file(folder: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")
    lists = [(above, (folder / above / "SHA256SUMS").read_text("utf-8")) for above in ("", "www/")]
    listed = {above + line[66:] for above, text in lists for line in text.splitlines()}
    there = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
    assert there - listed == {"SHA256SUMS"}


def test_the_server_has_the_checksums_of_what_it_has(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(folder / "www", tmp_path / "www")
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"],
        cwd=tmp_path / "www",
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    monkeypatch.setattr("kandil.build.verify.find_exporters", lambda: FACILITATING)
    said = kandil(ROOT, "verify", str(folder), str(tmp_path / "www"))
    assert (said.returncode, said.stdout.count("whole")) == (0, 2), said
    page = tmp_path / "www/portal/index.html"
    page.write_text(page.read_text("utf-8") + " ", "utf-8")
    (tmp_path / "www/portal/more.html").write_text("more", "utf-8")
    said = kandil(ROOT, "verify", str(tmp_path / "www"))
    assert said.returncode == 1
    assert "V005 'portal/index.html' differs" in said.stdout
    assert "V004 'portal/more.html' is in no SHA256SUMS" in said.stdout
    assert "2 errors" in said.stdout


def test_what_was_packed_beside_them_leaves_the_packages_whole(folder: Path) -> None:
    places = [str(path.parent) for path in folder.glob("www/*/*/*/SHA256SUMS")]
    said = kandil(ROOT, "verify", *places)
    assert (said.returncode, said.stdout.count("whole")) == (0, len(places))
    assert [*(folder / "www/preview/site/quiet-GE/en").glob("*.html.gz")]


def test_another_build_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "again", *COURSES).returncode == 0
    old, new = ((one / "SHA256SUMS").read_text("utf-8") for one in (folder, tmp_path / "again"))
    assert new == old


def test_it_says_for_which_day_it_was_built(folder: Path) -> None:
    said = (folder / "README.txt").read_text("utf-8")
    assert 'Built for 2026-11-24. Checksums change with that day; "--as-of 2026-11-24"' in said


def test_what_is_no_longer_asked_for_goes(out: Path) -> None:
    assert (out / "www/preview/site/quiet-GE/en/index.html.gz").is_file()
    assert "Evening reading" in (out / "www/index.html").read_text("utf-8")
    assert build_pages(out, out.parent / "courses/small").returncode == 0
    assert not [*out.rglob("quiet-GE")]
    assert "Evening reading" not in (out / "www/index.html").read_text("utf-8")


def test_a_course_with_errors_leaves_the_others_and_its_old_pages(out: Path) -> None:
    small = out.parent / "courses/small"
    (small / "course.yml").write_text("id: tiny\n", "utf-8")
    said = build_pages(out, small, SENSITIVE)
    assert said.returncode == 1
    assert "course.yml" in said.stdout
    assert (out / "www/release/site/tiny-GE/en/index.html").is_file()
    assert "Evening reading" in (out / "www/index.html").read_text("utf-8")


def test_of_a_course_that_cannot_be_built_no_preview_is_told(small: Path, tmp_path: Path) -> None:
    quiet = tmp_path / "courses/quiet"
    shutil.copytree(ROOT / COURSES[1], quiet)
    with (quiet / "course.yml").open("a", encoding="utf-8") as file:
        file.write("certificate: named\n")
    said = build_pages(tmp_path / "out", small, quiet)
    assert (said.returncode, "A401" in said.stdout) == (1, True)
    assert "\ntiny in uk is a preview" in said.stdout
    assert "quiet in en is a preview" not in said.stdout
    assert "\nNot built: quiet in en. Its errors stand above.\n" in said.stdout
    assert not [*(tmp_path / "out/www").rglob("quiet-GE")]


def test_without_what_builds_a_portal_the_rest_is_there(small: Path, tmp_path: Path) -> None:
    said = build_pages(tmp_path / "out", small)
    assert said.returncode == 0, said
    assert "No portal: there is no mkdocs.yml" in said.stdout
    assert not (tmp_path / "out/www/portal").exists()
    assert "portal" not in (tmp_path / "out/www/index.html").read_text("utf-8")


def _all(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_folder_of_somebody_else_stays_as_it_is(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "www/portal/thesis").mkdir(parents=True)
    (out / "www/portal/thesis/a.doc").write_text("three years")
    (out / "README.txt").write_text("mine")
    (out / "SHA256SUMS").write_text(f"{'0' * 64}  README.txt\n{'0' * 64}  www/index.html\n")
    before = _all(out)
    said = build_pages(out, small)
    assert said.returncode == 1
    assert "V013 What is not by 'kandil build --all' lies there: README.txt, " in said.stdout
    assert "Nothing was changed." in said.stdout
    assert _all(out) == before


@pytest.mark.parametrize("name", ["www/portal/thesis/a.doc", "www/left.html.gz", "notes.txt"])
def test_a_file_of_somebody_else_stays_in_a_folder_that_was_built(out: Path, name: str) -> None:
    small = out.parent / "courses/small"
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_bytes(b"three years")
    (out / ".git").mkdir()
    (out / ".git/config").write_text("not looked at", "utf-8")
    before = _all(out)
    said = build_pages(out, small)
    assert (said.returncode, f"lies there: {name}\n" in said.stdout) == (1, True), said
    assert _all(out) == before
    (out / name).unlink()
    assert build_pages(out, small).returncode == 0
    assert ".git" not in (out / "SHA256SUMS").read_text("utf-8")


def test_a_link_in_the_folder_is_not_written_through(out: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (out / "README.txt").unlink()
    (out / "README.txt").symlink_to(tmp_path / "mine.txt")
    assert build_pages(out, tmp_path / "courses/small").returncode == 1
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_territory_that_is_not_known_is_all_that_is_said(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = build_pages(out, small, more=("--territory", "xx"))
    assert said.returncode == 1
    assert "GE (Georgia)" in said.stdout
    assert [line for line in said.stdout.splitlines() if "hint:" not in line][1:] == [
        "1 error. Nothing was changed."
    ]
    assert not out.exists()


@pytest.mark.parametrize(
    ("territory", "words"),
    [
        ("ge", "No help contacts are shown: GE has none that is confirmed"),
        ("", "No help contacts are shown, since no territory was named"),
    ],
)
def test_the_last_line_says_that_nobody_is_shown_to_call(
    small: Path, tmp_path: Path, territory: str, words: str
) -> None:
    out = tmp_path / "out"
    said = build_pages(out, small, more=("--territory", territory))
    assert said.returncode == 0
    assert said.stdout.splitlines()[-1].startswith(words)
    assert words in " ".join((out / "README.txt").read_text("utf-8").split())


def test_a_package_that_calls_itself_a_hosted_folder_is_looked_at(
    folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "tiny-GE"
    shutil.copytree(folder / "www/release/site/tiny-GE", place)
    (place / "web.config").write_text("")
    page = place / "en/index.html"
    page.write_text(page.read_text("utf-8") + "<script>alert(1)</script>", "utf-8")
    files = sorted(one for one in place.rglob("*") if one.is_file() and one.name != "SHA256SUMS")
    sums = (f"{sha256(one.read_bytes()).hexdigest()}  {one.relative_to(place)}\n" for one in files)
    (place / "SHA256SUMS").write_text("".join(sums), "utf-8")
    said = kandil(ROOT, "verify", str(place))
    assert (said.returncode, "V042" in said.stdout) == (1, True), said
