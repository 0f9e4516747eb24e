"""What a forms tool takes without a word is refused, each fault planted by itself; and what may be
asked of whom."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from formats.forms import process
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters._xlsform.accepted import pattern
from kandil.exporters._xlsform.reading import Sheet, read_sheets
from kandil.exporters._xlsform.rules import faults
from kandil.exporters._xlsform.workbook import Table, workbook
from kandil.exporters.xlsform import EXPORTER
from kandil.model.folding import folded
from kandil.problems import errors

EVERY = Path(__file__).parents[1] / "courses/every"
DAY = date(2026, 11, 24)
EN, RTL = "English (en)", "ar-XB (ar-XB)"
Tables = dict[str, Table]


def build_forms(folder: Path, *settings: str, locales: tuple[str, ...] = ("en", "ar-XB")) -> Path:
    course = folder / "course"
    shutil.copytree(EVERY, course)
    about = course / "course.yml"
    about.write_text(about.read_text("utf-8") + "".join(f"{one}\n" for one in settings), "utf-8")
    request = Request((course,), "preview", DAY, locales, ("xlsform",), folder / "dist")
    assert errors(build(request).problems) == []
    [place] = (folder / "dist/preview/trainers").iterdir()
    return place


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_forms(tmp_path_factory.mktemp("forms"))


@pytest.fixture
def tables(place: Path) -> Tables:
    """Of the form after the course, to be spoilt."""
    sheets = read_sheets((place / "every-preview-post.xlsx").read_bytes())
    return {name: as_table(sheet) for name, sheet in sheets.items()}


def as_table(sheet: Sheet) -> Table:
    rows = ([row.get(column, "") for column in sheet.columns] for row in sheet.rows)
    return [[*sheet.columns], *rows]


def head(tables: Tables, sheet: str, old: str, new: str) -> None:
    tables[sheet][0] = [new if one == old else one for one in tables[sheet][0]]


def put(tables: Tables, sheet: str, row: str, column: str, words: str) -> None:
    """Into the first row that has `row` as its name or, in the settings, whatever it has."""
    at = tables[sheet][0].index(column)
    named = [one for one in tables[sheet][1:] if row in one]
    named[0][at] = words


def add(tables: Tables, sheet: str, **cells: str) -> None:
    tables[sheet].append([cells.get(column.replace("::", "_"), "") for column in tables[sheet][0]])


def column(tables: Tables, sheet: str, name: str, words: str = "") -> None:
    for number, row in enumerate(tables[sheet]):
        row.append(words if number else name)


Q = "q_every_1_strongest"
SILENT: dict[str, tuple[Callable[[Tables], None], str]] = {
    "a misspelt column": (
        lambda t: head(t, "survey", "relevant", "relevnt"),
        "The sheet 'survey' has a column 'relevnt', which no form of Kandil's has",
    ),
    "a label missing in one language": (
        lambda t: put(t, "survey", Q, f"label::{RTL}", ""),
        f"'{Q}' has no label in {RTL}",
    ),
    "another heading of the choices": (
        lambda t: head(t, "choices", f"label::{RTL}", "label::Arabic (ar)"),
        "'label' in the sheet 'choices' is not in the languages of the questions",
    ),
    "a usual language that is none": (
        lambda t: put(t, "settings", EN, "default_language", "French (fr)"),
        "The form opens in 'French (fr)', which is none of its languages",
    ),
    "a space in the name of an answer": (
        lambda t: put(t, "choices", Q, "name", "a b"),
        f"The answer 'a b' of '{Q}' has a name that a form reads otherwise",
    ),
    "a space in the name of an answer to put in order": (
        lambda t: put(t, "choices", "q_every_1_steps", "name", "a b"),
        "The answer 'a b' of 'q_every_1_steps' has a name that a form reads otherwise",
    ),
    "an id with spaces": (
        lambda t: put(t, "settings", EN, "form_id", "every post"),
        "The id of the form is 'every post': Latin letters, digits and '_' are read alike",
    ),
    "an id in Cyrillic": (
        lambda t: put(t, "settings", EN, "form_id", "форма"),
        "The id of the form is 'форма': Latin letters, digits and '_' are read alike",
    ),
    "no id": (
        lambda t: put(t, "settings", EN, "form_id", ""),
        "The id of the form is '': Latin letters, digits and '_' are read alike",
    ),
    "a picture that is nowhere": (
        lambda t: column(t, "survey", "image", "nowhere.png"),
        "The sheet 'survey' has a column 'image', which no form of Kandil's has",
    ),
    "an answer that waits for one that is not offered": (
        lambda t: put(t, "survey", f"{Q}__right", "calculation", f"if(${{{Q}}} = 'z', 1, 0)"),
        f"'{Q}__right' waits for 'z', which '{Q}' lacks",
    ),
    "curly quotes in an expression": (
        lambda t: put(t, "survey", f"{Q}__right", "calculation", f"if(${{{Q}}} = “b”, 1, 0)"),
        f"'{Q}__right' has curly quotes in 'calculation'",
    ),
    "a list in the right order": (
        lambda t: in_order(t),
        "'q_every_1_steps' stands in the right order from the beginning",
    ),
    "another answer in another language": (
        lambda t: put(t, "survey", "result", f"label::{RTL}", "8"),
        "'result' shows other answers in another language",
    ),
    "a question about the device": (
        lambda t: add(t, "survey", type="deviceid", name="deviceid"),
        "'deviceid' (deviceid) takes something of the device, a person or a place with it",
    ),
    "a question about the time": (
        lambda t: add(t, "survey", type="start", name="start"),
        "'start' (start) takes something of the device, a person or a place with it",
    ),
    "a table that names columns by rows": (
        lambda t: put(t, "survey", "q_every_1_where", "appearance", "table-list"),
        "'q_every_1_where' has the appearance 'table-list', which Kandil never asks for",
    ),
    "a column twice": (
        lambda t: column(t, "choices", "media"),
        "The sheet 'choices' has a column 'media', which no form of Kandil's has",
    ),
    "no version": (
        lambda t: put(t, "settings", EN, "version", ""),
        "The form has no 'version'",
    ),
}
"""What pyxform takes."""
LOUD: dict[str, tuple[Callable[[Tables], None], str]] = {
    "a range from above to below": (
        lambda t: (
            column(t, "survey", "parameters"),
            add(t, "survey", type="range", name="wide", parameters="start=5 end=1"),
        ),
        "'wide' is of a type that no form of Kandil's has: 'range'",
    ),
    "a reference to nothing": (
        lambda t: put(t, "survey", "result", f"label::{EN}", "You have ${nothing}"),
        "'result' refers to 'nothing', which nobody is asked",
    ),
    "a reference without an end": (
        lambda t: put(t, "survey", "about", f"label::{EN}", "You have ${"),
        "'about' refers to '', which nobody is asked",
    ),
    "a name twice": (
        lambda t: put(t, "survey", f"{Q}__right", "name", "score"),
        "Two have the name 'score'",
    ),
    "a name with a space": (
        lambda t: put(t, "survey", "sure", "name", "how sure"),
        "The question 'how sure' has a name that a form reads otherwise",
    ),
    "an open group": (
        lambda t: t["survey"].remove(next(one for one in t["survey"] if "end_group" in one)),
        "A group of questions is not closed, or closed twice",
    ),
    "a list that is not there": (
        lambda t: put(t, "survey", "sure", "type", "select_one sures"),
        "'sure' asks to choose from a list that is not there: 'sures'",
    ),
    "a language without its space": (
        lambda t: [
            head(t, sheet, f"{base}::{EN}", f"{base}::English(en)")
            for sheet in ("survey", "choices")
            for base in ("label", "hint")
        ],
        "'English(en)' is not written as a form wants a language: 'Українська (uk)'",
    ),
    "a question without a word": (
        lambda t: [put(t, "survey", "sure", f"label::{one}", "") for one in (EN, RTL)],
        "'sure' has no label",
    ),
    "no questions": (
        lambda t: t.pop("survey"),
        "There is no sheet 'survey', or nothing stands in it",
    ),
    "another sheet": (
        lambda t: t.update(cascades=[["name"], ["x"]]),
        "A form has no sheet 'cascades'",
    ),
}
"""What pyxform refuses or warns of, or what the forms of others may have."""


def in_order(tables: Tables) -> None:
    rows = tables["choices"]
    steps = sorted(row for row in rows if "q_every_1_steps" in row)
    tables["choices"] = [row for row in rows if "q_every_1_steps" not in row] + steps


@pytest.mark.parametrize("fault", [*SILENT, *LOUD])
def test_a_planted_fault_is_found(fault: str, tables: Tables, tmp_path: Path) -> None:
    assert faults(sheets_of(tables)) == []
    spoil, told = {**SILENT, **LOUD}[fault]
    spoil(tables)
    path = tmp_path / "spoilt.xlsx"
    path.write_bytes(workbook(tables, DAY))
    found = [*EXPORTER.verify(path)]
    assert told in [one.message for one in found]
    assert {one.code for one in found} == {"V052"}


def sheets_of(tables: Tables) -> dict[str, Sheet]:
    return read_sheets(workbook(tables, DAY))


def test_a_forms_tool_takes_such_faults(place: Path, tmp_path: Path) -> None:
    """Else no rule of ours would be needed."""
    sheets = read_sheets((place / "every-preview-post.xlsx").read_bytes())
    paths = []
    for number, (spoil, _) in enumerate(SILENT.values()):
        tables = {name: as_table(sheet) for name, sheet in sheets.items()}
        spoil(tables)
        paths.append(tmp_path / f"{number}.xlsx")
        paths[-1].write_bytes(workbook(tables, DAY))
    told = process.convert(paths, check=False)
    assert [one for one in told if re.match(r"\d+\.xlsx: (?!warning: )", one)] == []


@pytest.mark.parametrize(
    "spoil", [lambda held: held[:-40], lambda held: b"no zip", lambda held: held + b"more"]
)
def test_a_damaged_workbook_is_refused(
    spoil: Callable[[bytes], bytes], place: Path, tmp_path: Path
) -> None:
    from kandil.build.verify import verify_package

    folder = tmp_path / "every"
    shutil.copytree(place, folder)
    path = folder / "every-preview-post.xlsx"
    path.write_bytes(spoil(path.read_bytes()))
    assert {one.code for one in verify_package(folder)} & {"V005", "V007", "V040"}


def kinds(place: Path) -> set[str]:
    return {path.stem.rpartition("-")[2] for path in place.glob("*.xlsx")}


def columns(place: Path, kind: str) -> set[str]:
    sheets = read_sheets((place / f"every-preview-{kind}.xlsx").read_bytes())
    return {row["name"] for row in sheets["survey"].rows}


@pytest.mark.parametrize("setting", ["lms_profile: none", "sensitive: yes\nlms_profile: none"])
def test_where_nothing_may_be_kept_nobody_is_asked_what_she_knows_or_does(
    setting: str, tmp_path: Path
) -> None:
    place = build_forms(tmp_path, setting)
    assert kinds(place) == {"evaluation", "followup", "tally"}
    for kind in ("evaluation", "followup"):
        asked = {one.partition("_")[0] for one in columns(place, kind)}
        assert asked == {"about", "training", "licence"}


def test_the_tally_alone_asks_sex_and_age(place: Path) -> None:
    asked = {kind: columns(place, kind) for kind in kinds(place)}
    assert "women_18_24" in asked.pop("tally")
    assert not [one for names in asked.values() for one in names if "women" in one or "age" in one]


def test_each_form_ends_with_the_licence_in_every_language(place: Path) -> None:
    for form in place.glob("*.xlsx"):
        last = read_sheets(form.read_bytes())["survey"].rows[-1]
        assert (last["type"], last["name"]) == ("note", "licence")
        assert last[f"label::{EN}"].startswith("Version ")
        assert all("CC BY-SA 4.0" in last[f"label::{one}"] for one in (EN, RTL)), form.name


def test_a_form_has_the_discreet_title_and_ids_for_its_names(place: Path) -> None:
    for path in place.glob("*.xlsx"):
        [settings] = read_sheets(path.read_bytes())["settings"].rows
        assert settings["form_title"].startswith("Practice: ")
        assert settings["form_id"] == path.stem.replace("-", "_")
        shown = " ".join(one.words for one in EXPORTER.shown(path))
        assert "Every way to ask" not in shown


def test_a_form_is_another_version_when_a_word_is_another(place: Path, tmp_path: Path) -> None:
    other = build_forms(tmp_path, locales=("en",))

    def version(folder: Path, kind: str) -> str:
        sheets = read_sheets((folder / f"every-preview-{kind}.xlsx").read_bytes())
        return sheets["settings"].rows[0]["version"]

    assert version(place, "tally").startswith("20261124-")
    assert version(place, "tally") != version(other, "tally")


ANSWERS = ("email", "ёлка", "o'clock", "e-mail", "кафе", "İzmir", "a.b*c", "мәлімет", "خزنة", "12")
TYPED = (
    *("EMAIL", "Email.", "e mail", "emaill", "елка", "ЁЛКА", "Ëлка", "o’clock", "O`CLOCK"),
    *("oclock", "E‑Mail", "e–mail", "КАФЕ!", "кафé", "izmir", "IZMIR", "ızmir", "a.b*c", "axbc"),
    *(
        "МӘЛІМЕТ",
        "خَزْنة",
        "خزنه",
        "١٢",
        "۱۲",
        "21",
        "«email»",
        " email ",
        "ka\u0301фе",
        "ка\u0301фе",
    ),
)


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("typed", TYPED)
def test_a_pattern_accepts_what_a_page_accepts(answer: str, typed: str) -> None:
    accepted = re.search(pattern([answer], case=False, exact=False), " ".join(typed.split()))
    assert bool(accepted) == (folded(answer) == folded(typed))


@pytest.mark.parametrize(
    ("case", "exact", "right", "wrong"),
    [
        (True, False, ("Wi-Fi", "Wi‑Fi."), ("wi-fi", "WI-FI")),
        (True, True, ("Wi-Fi",), ("Wi‑Fi", "Wi-Fi.", "wi-fi")),
    ],
)
def test_case_and_exact_signs_matter_where_they_are_said_to(
    case: bool, exact: bool, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    wanted = pattern(["Wi-Fi"], case, exact)
    assert all(re.search(wanted, one) for one in right)
    assert not any(re.search(wanted, one) for one in wrong)


def test_a_pattern_holds_no_sign_that_would_end_it() -> None:
    made = pattern(['it\'s "${here}"'], case=False, exact=True)
    assert "'" not in made and '"' not in made and "${" not in made
