"""Every right answer scores and every wrong one does not in the engine of ODK Collect, in each
language; what is said of an answer is said after the course only, and only of that answer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations, permutations, product
from pathlib import Path

import pytest
from formats.forms import process
from formats.forms.process import Filled
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters._xlsform.reading import Sheet, read_sheets
from kandil.problems import errors

COURSES = Path(__file__).parents[1] / "courses"
DAY = date(2026, 11, 24)
LOCALES = ("en", "ka", "en-XA", "ar-XB")
LANGUAGES = ("English (en)", "ქართული (ka)", "en-XA (en-XA)", "ar-XB (ar-XB)")
PAIRED = (LANGUAGES[0], *LANGUAGES[2:])
"""Nobody has translated the forms of that course into Georgian."""
KINDS = ("evaluation", "followup", "post", "pre", "tally")
Q = "q_every_1_"
ONE, SEVERAL, TRUE = f"{Q}strongest", f"{Q}when", f"{Q}dark"
GAP, NUMBER, ORDER = f"{Q}first_account", f"{Q}count", f"{Q}steps"
PAIRS, GROUPS = f"{Q}meanings", f"{Q}where"
FORMS = """---
title: Before and after
---

### Question: Which lock is the best?

<!-- id: lock-a; form: A; objective: EV-A -->

- [x] Long
  > Length helps.
- [ ] Short
  > It is guessed.

### Question: Which key is the best?

<!-- id: key-b; form: B; objective: EV-A -->

- [ ] Old
  > Somebody has it.
- [x] New for ${everybody}
  > Only you have it.

> **Why:** Keys are copied.

### Question: Who reads your letters?

<!-- id: letters-a; form: A; objective: EV-B; sensitive: yes -->

- [x] Nobody
  > So it should be.
- [ ] He
  > That is hard.

### Question: Who reads your mail?

<!-- id: mail-b; form: B; objective: EV-B -->

- [x] Nobody
  > So it should be.
- [ ] He
  > That is hard.
"""
AIMS = """objectives:
  - {id: EV-A, text: "Choose a lock", bloom: apply}
  - {id: EV-B, text: "Say who reads", bloom: apply}
"""
RIGHT = {
    ONE: "b",
    SEVERAL: "a c",
    TRUE: "a",
    GAP: "email",
    NUMBER: "15",
    ORDER: "a b c",
    **{f"{PAIRS}__a": "a", f"{PAIRS}__b": "b"},
    **{f"{GROUPS}__a": "a", f"{GROUPS}__b": "b", f"{GROUPS}__c": "b"},
}
"""As `every-1.md` has it, in letters of its own order."""
TYPED = ("  E-MAIL ", "eMail.", "mail", "e‑mail", "«Email»", "Mail!")
MISTYPED = ("phone", "emails", "my email", "mail box", "e-mai1", "")
_SUBSETS = chain.from_iterable(combinations("abc", count) for count in range(1, 4))
WRONG: dict[str, list[dict[str, str]]] = {
    ONE: [{ONE: letter} for letter in "ac"],
    SEVERAL: [{SEVERAL: " ".join(one)} for one in _SUBSETS if one != ("a", "c")],
    TRUE: [{TRUE: "b"}],
    GAP: [{GAP: word} for word in MISTYPED],
    NUMBER: [{NUMBER: number} for number in ("14", "16", "-15", "150")],
    ORDER: [{ORDER: " ".join(one)} for one in permutations("abc") if one != tuple("abc")],
    PAIRS: [
        {f"{PAIRS}__a": a, f"{PAIRS}__b": b}
        for a, b in product("abc", "abc")
        if (a, b) != ("a", "b")
    ],
    GROUPS: [
        {f"{GROUPS}__{item}": place for item, place in zip("abc", places, strict=True)}
        for places in product("ab", repeat=3)
        if places != tuple("abb")
    ],
}
"""Every other way to answer; of a gap and a number those that are near."""


@dataclass
class Forms:
    """Those of a course, by their kinds: workbook and XForm."""

    books: dict[str, Path]
    sheets: dict[str, dict[str, Sheet]]

    def xform(self, kind: str) -> Path:
        return self.books[kind].with_suffix(".xml")

    def cell(self, kind: str, name: str, column: str) -> str:
        [row] = [
            one
            for one in self.sheets[kind]["survey"].rows
            if one["name"] == name and one["type"] != "end_group"
        ]
        return row.get(column, "")


def made(source: Path, folder: Path) -> Forms:
    """Built, converted, and looked at by ODK Validate."""
    outcome = build(Request((source,), "preview", DAY, LOCALES, ("xlsform",), folder / "dist"))
    assert errors(outcome.problems) == []
    [place] = (folder / "dist/preview/trainers").iterdir()
    books = {path.stem.rpartition("-")[2]: path for path in sorted(place.glob("*.xlsx"))}
    told = process.convert(books.values())
    # pyxform says of the two that are there for tests that nobody has registered them.
    assert [
        one
        for one in told
        if "valid machine-readable codes: en-XA (en-XA), ar-XB (ar-XB)." not in one
    ] == []
    return Forms(books, {kind: read_sheets(path.read_bytes()) for kind, path in books.items()})


@pytest.fixture(scope="module")
def quizzes(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """Of a course without forms A and B, with each kind of question in its quiz."""
    return made(COURSES / "every", tmp_path_factory.mktemp("quizzes"))


@pytest.fixture(scope="module")
def paired(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """Of a course with forms A and B, one of whose questions is sensitive."""
    folder = tmp_path_factory.mktemp("paired")
    return made(with_forms(folder / "course"), folder)


def with_forms(course: Path, settings: str = "") -> Path:
    shutil.copytree(COURSES / "every", course)
    about = course / "course.yml"
    about.write_text(about.read_text("utf-8") + AIMS + settings, "utf-8")
    (course / "banks").mkdir()
    (course / "banks/forms.md").write_text(FORMS, "utf-8")
    return course


def answered(**changed: str) -> dict[str, str]:
    return {**RIGHT, **changed}


Case = tuple[str, str, str, dict[str, str]]
"""Form, language, which question is wrong, answers."""


def cases() -> Iterator[Case]:
    for kind, language in product(("pre", "post"), LANGUAGES):
        yield kind, language, "", RIGHT
        for typed in TYPED:
            yield kind, language, "", answered(**{GAP: typed})
        for name, ways in WRONG.items():
            for way in ways:
                yield kind, language, name, answered(**way)


@pytest.fixture(scope="module")
def tried(quizzes: Forms) -> list[tuple[Case, Filled]]:
    """Every case, in one start of the engine."""
    every = [*cases()]
    found = process.fill(
        [(quizzes.xform(kind), language, given) for kind, language, _, given in every]
    )
    return [*zip(every, found, strict=True)]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.scores("xlsform", kind))
        for name, kind in (
            (ONE, "choice"),
            (SEVERAL, "choice"),
            (TRUE, "choice"),
            (GAP, "fill_in"),
            (NUMBER, "numeric"),
            (ORDER, "sequencing"),
            (PAIRS, "matching"),
            (GROUPS, "matching"),
        )
    ],
)
def test_a_right_answer_scores_and_a_wrong_one_does_not(
    name: str, tried: list[tuple[Case, Filled]]
) -> None:
    for (kind, language, wrong, given), one in tried:
        expected = "0" if wrong == name else "1"
        assert one.record[f"{name}__right"] == expected, (kind, language, given)
    points = {wrong: one.record["score"] for (_, _, wrong, _), one in tried}
    assert points == {"": "8", **dict.fromkeys(WRONG, "7")}


def test_what_nobody_answers_is_not_right(quizzes: Forms) -> None:
    for one in process.fill([(quizzes.xform("post"), language, {}) for language in LANGUAGES]):
        assert one.record["score"] == "0"
        assert not [name for name in (*one.shown, *one.group) if "__said" in name]


def test_what_is_said_fits_the_answer_and_stands_behind_all_questions(
    tried: list[tuple[Case, Filled]],
) -> None:
    for (kind, _, wrong, given), one in tried:
        said = [name for name in one.shown if "__said" in name]
        if kind == "pre":
            assert said == [] and "result" not in one.shown
            continue
        assert [*one.shown].index("sure") < min(map([*one.shown].index, said))
        for name in WRONG:
            blank = name == wrong and not all(
                answer for key, answer in given.items() if key.startswith(name)
            )
            verdicts = {f"{name}__said_1", f"{name}__said_2"} & {*said}
            assert verdicts == (set() if blank else {f"{name}__said_{1 + (wrong == name)}"})
        letters = given[ONE]
        assert {f"{ONE}__said_{3 + 'abc'.index(letters)}"} == {
            name for name in said if re.fullmatch(rf"{ONE}__said_[345]", name)
        }


def test_each_language_shows_its_own_words_and_no_other(
    quizzes: Forms, tried: list[tuple[Case, Filled]]
) -> None:
    for (kind, language, _, _), one in tried:
        for name, words in {**one.group, **one.shown}.items():
            cell = quizzes.cell(kind, name, f"label::{language}")
            assert words == cell.replace("${score}", one.record["score"])
        lists = {name: row for name, row in one.choice.items() if name in (ONE, "sure")}
        for name, row in lists.items():
            wanted = {
                pick["name"]: pick[f"label::{language}"]
                for pick in quizzes.sheets[kind]["choices"].rows
                if pick["list_name"] == name
            }
            assert row == wanted
    heard = {language: one.shown[ONE] for (_, language, _, _), one in tried}
    assert len({*heard.values()}) == len(LANGUAGES)
    assert "\u202e" in heard["ar-XB (ar-XB)"] or "\u200f" in heard["ar-XB (ar-XB)"]


def test_a_record_holds_answers_and_a_random_id_alone(
    quizzes: Forms, tried: list[tuple[Case, Filled]]
) -> None:
    for (kind, _, _, given), one in tried:
        asked = {row["name"] for row in quizzes.sheets[kind]["survey"].rows}
        assert {*one.record} <= asked | {"instanceID"}
        assert one.unasked == {} and {**given}.keys() >= {
            name for name in one.record if name in RIGHT
        }
        assert re.fullmatch(r"uuid:[0-9a-f-]{36}", one.record["instanceID"])
    for kind in KINDS:
        text = quizzes.xform(kind).read_text("utf-8")
        assert set(re.findall(r'jr:preload="(\w+)"', text)) <= {"uid"}
        assert not re.search(r"deviceid|username|phonenumber|audit|geopoint|now\(\)|today", text)


def test_forms_a_and_b_are_asked_in_the_same_columns_without_what_is_sensitive(
    paired: Forms,
) -> None:
    every = []
    for kind, right, wrong in (("pre", "a", "b"), ("post", "b", "a")):
        names = {row["name"] for row in paired.sheets[kind]["survey"].rows}
        assert {one for one in names if re.fullmatch(r"q_ev_[ab]", one)} == {"q_ev_a"}
        for language, letter in product(PAIRED, (right, wrong)):
            every.append((paired.xform(kind), language, {"q_ev_a": letter}))
    assert [one.record["score"] for one in process.fill(every)] == ["1", "0"] * len(PAIRED) * 2


def test_what_looks_like_a_reference_is_shown_as_it_is_written(paired: Forms) -> None:
    [one] = process.fill([(paired.xform("post"), LANGUAGES[0], {"q_ev_a": "b"})])
    assert one.choice["q_ev_a"]["b"].replace("\u2060", "") == "New for ${everybody}"
    assert one.shown["q_ev_a__said_1"] == "Yes.\nKeys are copied."


def test_heads_are_counted_and_what_is_no_count_is_refused_in_each_language(
    quizzes: Forms,
) -> None:
    tally = quizzes.xform("tally")
    given = {"women_18_24": "4", "men_50": "9"}, {"women_18_24": "-1"}
    found = process.fill([(tally, language, one) for one in given for language in LANGUAGES])
    counted, refused = found[: len(LANGUAGES)], found[len(LANGUAGES) :]
    for one, language in zip(counted, LANGUAGES, strict=True):
        assert one.record["total"] == "13"
        assert one.shown["all"].replace("13", "${total}") == quizzes.cell(
            "tally", "all", f"label::{language}"
        )
    for one, language in zip(refused, LANGUAGES, strict=True):
        message = quizzes.cell("tally", "women_18_24", f"constraint_message::{language}")
        assert one.refused == {"women_18_24": message} and "women_18_24" not in one.record


def test_what_learners_think_is_asked_of_the_training_and_its_aims(paired: Forms) -> None:
    given = {"training_1": "3", "aims_2": "1", "wish": "More time."}
    every = [
        (paired.xform(kind), language, given)
        for kind, language in product(("evaluation", "followup"), PAIRED)
    ]
    for one in process.fill(every):
        assert {key: one.record[key] for key in given} == given
        assert one.hint["wish"] and "score" not in one.record
