"""A preview is built without the lessons that must be mended (`rulings.md` 39)."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from called import kandil
from folder import lesson, put, settings
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.build.verify import verify_package
from kandil.exporters._scorm.shell import read_facts
from kandil.problems import errors
from lxml import html
from test_commands import digests

LETTERS = "abcdefghijklmnopqrstuvwxyz"
COURSE = """id: hal
title: Half good
discreet_title: Half
sensitive: {sensitive}
modules: [hal-1, hal-2, hal-3, hal-4, hal-5]
gates: {{preview: {{translated: 0}}}}
"""
LESSON = """---
id: hal-{number}
title: Title {number}
discreet_title: Part {number}
minutes: 7
---

{body}

## Quiz: Check {number}

### Question: Is {number} good?

- [x] Yes
- [ ] No
- [ ] Perhaps
"""
TEXTS = {
    1: "Read [the *second* lesson](hal-2.md), or [the fourth](hal-4.md).",
    2: "Here is <b>something</b> bad.",
    3: "This one has no front matter that can be read.",
    4: "A good lesson with a [link to the first](hal-1.md), whose translation lost it.",
}
PO = r"""msgid ""
msgstr ""
"Language: uk\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=0;\n"
"X-Segments: 1\n"

msgid "A good lesson with a [link to the first](hal-1.md), whose translation lost it."
msgstr "Добрий урок."

msgid "Title 4"
msgstr "Назва 4"

msgid "Part 4"
msgstr "Частина 4"
"""


def write(folder: Path, sensitive: str = "no") -> Path:
    dice = random.Random(5)
    signs = ["".join(dice.choices(LETTERS, k=9)) + "." for _ in range(2500)]
    noise = "\n\n".join(" ".join(signs[at : at + 100]) for at in range(0, 2500, 100))
    (folder / "modules").mkdir(parents=True)
    (folder / "course.yml").write_text(COURSE.format(sensitive=sensitive))
    for number in range(1, 6):
        words = LESSON.format(number=number, body=TEXTS.get(number, noise))
        if number == 3:
            words = words.replace("title: Title 3", "title: [\nsensitivity: mention")
        (folder / f"modules/hal-{number}.md").write_text(words)
    po = folder / "locales/uk/hal/hal-4.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO)
    return folder


def preview(
    course: Path, dist: Path, formats: tuple[str, ...] = ("site", "scorm12"), **more: str
) -> Outcome:
    locales = ("en", "uk")
    day = date(2026, 11, 24)
    return build(Request((course,), "preview", day, locales, formats, dist, **more))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, Path]:
    folder = tmp_path_factory.mktemp("half")
    outcome = preview(write(folder / "hal"), folder / "dist")
    return outcome, folder / "dist/preview"


def test_what_is_good_is_built_and_whole(built: tuple[Outcome, Path]) -> None:
    outcome, dist = built
    assert outcome.built
    found = sorted(
        path.relative_to(dist / "site/hal").as_posix() for path in dist.rglob("hal-?.html")
    )
    assert found == ["en/hal-1.html", "en/hal-4.html", "uk/hal-1.html"]
    assert verify_package(dist) == []


def test_each_fault_is_told_once_at_its_place(built: tuple[Outcome, Path]) -> None:
    found = errors(built[0].problems)
    assert len(found) == len(set(found))
    told = {(Path(one.place.file).name, one.code) for one in found}
    assert told == {
        ("hal-2.md", "M001"),
        ("hal-3.md", "C004"),
        ("hal-4.po", "L002"),
        ("hal-5.md", "V001"),
    }


def test_the_table_says_which_edition_lacks_what(built: tuple[Outcome, Path]) -> None:
    lacking = {row.locale: sorted(row.left_out) for row in built[0].rows}
    assert lacking == {
        "en": ["hal-2", "hal-3", "hal-5"],
        "uk": ["hal-2", "hal-3", "hal-4", "hal-5"],
    }
    assert len(built[0].rows) == 4


def test_links_to_what_is_left_out_become_words(built: tuple[Outcome, Path]) -> None:
    words = {
        "en": 'lesson, or <a href="hal-4.html">the fourth</a>.',
        "uk": "lesson, or the fourth.",
    }
    for locale, wanted in words.items():
        page = (built[1] / f"site/hal/{locale}/hal-1.html").read_text()
        assert f"Read the <em>second</em> {wanted}" in page
        assert "hal-2.html" not in page


def test_counts_leave_it_out(built: tuple[Outcome, Path]) -> None:
    page = (built[1] / "site/hal/en/hal-4.html").read_text()
    assert "Lesson 2 of 2" in page
    with ZipFile(built[1] / "scorm12/hal/hal-en-preview-scorm12.zip") as package:
        facts = read_facts(package.read("start.html"))
    assert [lesson.id for lesson in facts.lessons] == ["hal-1", "hal-4"]


def test_the_overview_names_what_is_left_out_discreetly(built: tuple[Outcome, Path]) -> None:
    names = {"en": ["Part 2", "hal-3", "Part 5"], "uk": ["Part 2", "hal-3", "Part 5", "Частина 4"]}
    heads = {"en": "Not ready yet", "uk": "Ще не готово"}
    for locale, wanted in names.items():
        page = html.fromstring((built[1] / f"site/hal/{locale}/index.html").read_bytes())
        [listed] = page.xpath(f"//h2[.='{heads[locale]}']/following-sibling::ul[1]")
        assert sorted(item.text_content() for item in listed) == sorted(wanted)
        langs = {item.text_content(): item.get("lang") for item in listed}
        assert langs["Part 2"] == (None if locale == "en" else "en")
        assert langs.get("Частина 4") is None


def test_the_other_language_opens_its_overview_where_it_lacks_the_lesson(
    built: tuple[Outcome, Path],
) -> None:
    pages = built[1] / "site/hal/en"
    ways = [html.fromstring((pages / f"hal-{n}.html").read_bytes()) for n in (1, 4)]
    targets = [page.xpath("//a[@hreflang='uk']/@href") for page in ways]
    assert targets == [["../uk/hal-1.html"], ["../uk/index.html"]]


def test_a_course_stays_as_careful_as_with_the_lesson_that_is_left_out(
    built: tuple[Outcome, Path], tmp_path: Path
) -> None:
    # hal-3 cannot be read, and its file says `mention`.
    page = html.fromstring((built[1] / "site/hal/en/hal-1.html").read_bytes())
    assert page.xpath("//a[@class='exit']")
    course = write(tmp_path / "hal")
    lesson = course / "modules/hal-3.md"
    lesson.write_text(lesson.read_text().replace("mention", "depicts"))
    assert preview(course, tmp_path / "dist").built
    overview = (tmp_path / "dist/preview/site/hal/en/index.html").read_text()
    assert html.fromstring(overview.encode()).xpath("//body[@id='in']")
    assert "Title 2" not in overview
    with ZipFile(tmp_path / "dist/preview/scorm12/hal/hal-en-preview-scorm12.zip") as package:
        assert read_facts(package.read("start.html")).profile == "none"


def test_the_command_builds_says_so_and_ends_with_1(tmp_path: Path) -> None:
    write(tmp_path / "hal")
    ask = ("build", "hal", "--edition", "preview", "--format")
    done = kandil(tmp_path, *ask, "site")
    assert done.returncode == 1
    assert "Left out until it is mended: hal-2 of hal, in en." in done.stdout
    assert "Nothing was changed" not in done.stdout
    assert (tmp_path / "dist/preview/site/hal/en/hal-1.html").is_file()
    found = json.loads(kandil(tmp_path, *ask, "site,json").stdout)
    assert sorted(found["editions"][0]["left_out"]) == ["hal-2", "hal-3", "hal-5"]


def begin(folder: Path) -> Path:
    """One lesson is translated, one begun, and of one only a fault is there."""
    course = write(folder / "hal")
    said = COURSE.format(sensitive="no").replace("hal-3, hal-4, hal-5", "hal-4")
    (course / "course.yml").write_text(said.replace("translated: 0", "translated: 60"))
    for number in (2, 3, 5):
        (course / f"modules/hal-{number}.md").unlink()
    said = LESSON.format(number=2, body="Somebody translates this one next.")
    (course / "modules/hal-2.md").write_text(said)
    head = PO.partition("\n\n")[0]
    words = {
        "course": {"Half good": "Добре", "Half": "Пів"},
        "hal-1": {
            "Title 1": "Назва 1",
            "Part 1": "Частина 1",
            "Check 1": "Перевірка 1",
            "Read [the *second* lesson](hal-2.md), or [the fourth](hal-4.md).": (
                "Читайте [*другий* урок](hal-2.md), або [четвертий](hal-4.md)."
            ),
        },
        "hal-2": {"Part 2": "Частина 2"},
    }
    for name, rows in words.items():
        entries = [f'msgid "{one}"\nmsgstr "{other}"' for one, other in rows.items()]
        path = course / f"locales/uk/hal/{name}.po"
        path.write_text("\n\n".join([head, *entries]) + "\n")
    return course


def test_a_preview_shows_the_lessons_that_are_translated(tmp_path: Path) -> None:
    course = begin(tmp_path)
    ask = ("build", "hal", "--edition", "preview", "--locales", "en,uk", "--format")
    (course / "locales/uk/hal/hal-4.po").unlink()
    done = kandil(tmp_path, *ask, "site")
    assert done.returncode == 0, done.stdout
    for name in ("hal-2", "hal-4"):
        assert f"{name} is left out in uk: " in done.stdout
    assert "until it is mended" not in done.stdout
    assert "Not built" not in done.stdout
    pages = tmp_path / "dist/preview/site/hal"
    found = sorted(path.relative_to(pages).as_posix() for path in pages.rglob("hal-?.html"))
    assert found == ["en/hal-1.html", "en/hal-2.html", "en/hal-4.html", "uk/hal-1.html"]
    lesson = (pages / "uk/hal-1.html").read_text()
    assert "Читайте <em>другий</em> урок, або четвертий." in lesson
    page = html.fromstring((pages / "uk/index.html").read_bytes())
    [listed] = page.xpath("//h2[.='Ще не готово']/following-sibling::ul[1]")
    assert [(one.text_content(), one.get("lang")) for one in listed] == [
        ("Частина 2", None),
        ("Part 4", "en"),
    ]
    # A fault in a lesson that is not ready anyway is told, and must be mended.
    (course / "locales/uk/hal/hal-4.po").write_text(PO)
    done = kandil(tmp_path, *ask, "site,json")
    assert done.returncode == 1
    rows = {row["locale"]: row for row in json.loads(done.stdout)["editions"]}
    assert sorted(rows["uk"]["left_out"]) == ["hal-2", "hal-4"]
    assert rows["uk"]["untranslated"] == ["hal-2"]
    assert rows["en"]["left_out"] == []


def test_nothing_is_shown_where_no_good_lesson_is_translated(tmp_path: Path) -> None:
    course = begin(tmp_path)
    lesson = course / "locales/uk/hal/hal-1.po"
    lesson.write_text(lesson.read_text().replace('(hal-4.md)."\n', '(hal-9.md)."\n'))
    outcome = preview(course, tmp_path / "dist", formats=("site",))
    assert [row.locale for row in outcome.rows] == ["en"]
    told = {one.code for one in outcome.problems}
    assert {"G001", "L002"} <= told
    assert "G005" not in told


def test_a_release_is_all_or_nothing(tmp_path: Path) -> None:
    write(tmp_path / "hal")
    assert kandil(tmp_path, "build", "hal", "--edition", "preview").returncode == 1
    before = digests(tmp_path / "dist")
    done = kandil(tmp_path, "build", "hal")
    assert done.returncode == 1
    assert done.stdout.rstrip().endswith("Nothing was changed.")
    assert digests(tmp_path / "dist") == before


BANK = "### Question: Is the bank good?\n\n- [ ] Yes\n- [ ] No\n"


@pytest.mark.parametrize(
    ("file", "words", "more"),
    [
        ("course.yml", "id: hal\ntitle: Half\nmodules: [hal-1]\npas: 3\n", {}),
        ("glossary.md", "## Word\n\nIt is <b>bad</b>.\n", {}),
        ("banks/one.md", BANK, {"draw": "one"}),
        ("locales/territories/XX.yml", "territory: XX\nnames: 3\n", {"territory": "XX"}),
    ],
)
def test_what_every_lesson_hangs_on_stops_all(
    tmp_path: Path, file: str, words: str, more: dict[str, str]
) -> None:
    course = write(tmp_path / "hal")
    if name := more.pop("draw", ""):
        lesson = course / "modules/hal-1.md"
        lesson.write_text(
            lesson.read_text() + f"\n## Quiz: Draw\n\n<!-- from: {name}; draw: 1 -->\n"
        )
    (course / file).parent.mkdir(parents=True, exist_ok=True)
    (course / file).write_text(words)
    outcome = preview(course, tmp_path / "dist", **more)
    assert errors(outcome.problems)
    assert not outcome.built
    assert not [path for path in (tmp_path / "dist").rglob("*") if path.is_file()]


def test_a_bank_that_nobody_uses_stops_nothing(tmp_path: Path) -> None:
    course = write(tmp_path / "hal")
    lesson = course / "modules/hal-3.md"
    lesson.write_text(lesson.read_text().replace("title: [", "title: Title 3"))
    (course / "banks").mkdir()
    (course / "banks/one.md").write_text(BANK)
    outcome = preview(course, tmp_path / "dist")
    assert any(one.place.file.endswith("one.md") for one in errors(outcome.problems))
    assert outcome.built


def test_a_course_without_a_good_lesson_is_not_built(tmp_path: Path) -> None:
    course = write(tmp_path / "hal")
    for path in (course / "modules").glob("*.md"):
        path.write_text(path.read_text() + "\n<b>bad</b>\n")
    outcome = preview(course, tmp_path / "dist")
    assert not outcome.built
    assert outcome.rows == []


QUIZ = "## Quiz: Check\n\n### Question: Is it good?\n\n- [x] Yes it is\n- [ ] No it is not\n"
HEAD = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"X-Segments: 1\\n"\n\n'
FIRST = (
    f'{HEAD}msgid "One"\nmsgstr "Один"\n\nmsgid "Plain words stand here."\nmsgstr "Тут слова."\n'
)
BAD = f'{HEAD}msgid "Two"\nmsgstr "Два<br>"\n'


@pytest.mark.parametrize("second", ["", BAD])
def test_no_page_leads_to_results_that_another_locale_does_not_have(
    tmp_path: Path, second: str
) -> None:
    """Its only quiz stands in a lesson that is not translated, or badly."""
    more = "gates: {preview: {translated: 0}}\n" if second else ""
    files = {
        "course.yml": settings("m-1", "m-2", title="Course", more=more),
        "modules/m-1.md": lesson("Plain words stand here.", name="m-1", title="One"),
        "modules/m-2.md": lesson(QUIZ, name="m-2", title="Two"),
        "locales/uk/bad/m-1.po": FIRST,
        "locales/uk/bad/course.po": f'{HEAD}msgid "Course"\nmsgstr "Курс"\n',
    }
    put(tmp_path / "bad", files | ({"locales/uk/bad/m-2.po": second} if second else {}))
    outcome = preview(tmp_path / "bad", tmp_path / "dist")
    assert {problem.code for problem in errors(outcome.problems)} == ({"L015"} if second else set())
    site = tmp_path / "dist/preview/site/bad"
    assert (site / "en/results.html").exists() and not (site / "uk/results.html").exists()
    assert "../uk/index.html" in (site / "en/results.html").read_text("utf-8")
