"""In Open edX's own problem block each right answer scores, and each wrong one does not.

Both programs are copyleft, and run by a Python of their own. The block counts the best try; a site
that has not switched that on keeps the last.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from formats.openedx import CHECKERS, Answer, Asked, Graded, built, graded, problems, unpacked

GAPS = ("Gap 1", "Gap 2", "Gap 3")
STEPS = ("A key", "A code", "A message")
PAIRS = ("PIN", "Code")
GROUPS = ("Your first name", "Your PIN", "A code by SMS")


def filled(names: tuple[str, ...], *words: str) -> dict[str, str]:
    return dict(zip(names, words, strict=True))


ANSWERS: dict[str, list[tuple[Answer, float | str]]] = {
    "one": [("lemon carpet", 2), ("Tbilisi-1988", 0), ("12345", 0)],
    "true": [("True", 1), ("False", 0)],
    # Each mistake takes half: as on the page, where a wrong one takes a right one away.
    "two": [
        (["Wait", "Ask"], 3),
        (["Wait"], 1.5),
        (["Wait", "Ask", "Pay"], 1.5),
        (["Wait", "Pay"], 0),
        (["Pay"], 0),
        (["Pay", "Answer"], 0),
        (["Wait", "Ask", "Pay", "Answer"], 0),
    ],
    # Never more than on the page, which gives 2.67, 2.67, 1.33, 1.33, 0 and 0.
    "three": [
        (["Haste", "Fear", "A prize"], 4),
        (["Haste", "Fear"], 2),
        (["Haste", "Fear", "A prize", "A date"], 2),
        (["Haste"], 1),
        (["Haste", "Fear", "A date"], 1),
        (["A name", "A date", "A greeting"], 0),
        (["Haste", "Fear", "A prize", "A name", "A date", "A greeting"], 0),
    ],
    "five": [(["A", "B"], 1), (["A"], 0), (["A", "C"], 0), (["C"], 0)],
    "word": [
        ("п'ять", 1),
        ("П’ЯТЬ", 1),
        (" пʼять ", 1),
        ("cinq", 1),
        ("шість", 0),
        ("п", 0),
    ],
    "exact": [("PIN", 1), ("pin", 0), ("PUK", 0)],
    "gaps": [
        (filled(GAPS, "Manager", "12", "key"), 3),
        (filled(GAPS, "safe", "16", " KEY "), 3),
        (filled(GAPS, "safe", "17", "door"), 1),
        (filled(GAPS, "box", "14", "door"), 1),
        (filled(GAPS, "box", "11.9", "door"), 0),
    ],
    "number": [
        ("1.5", 2),
        ("1.25", 2),
        ("1.75", 2),
        ("1.8", 0),
        ("1.2", 0),
        ("1,5", "Invalid math syntax: '1,5'"),
    ],
    "steps": [
        (filled(STEPS, "1", "2", "3"), 3),
        (filled(STEPS, "1", "3", "2"), 1),
        (filled(STEPS, "2", "3", "1"), 0),
    ],
    "pairs": [
        (filled(PAIRS, "Rana’s number", "A number, once"), 2),
        (filled(PAIRS, "Rana’s number", "A public name"), 1),
        (filled(PAIRS, "A number, once", "Rana’s number"), 0),
    ],
    "groups": [
        (filled(GROUPS, "Share", "Keep", "Keep"), 3),
        (filled(GROUPS, "Share", "Share", "Keep"), 2),
        (filled(GROUPS, "Keep", "Share", "Share"), 0),
    ],
}
SCORES = {
    "choice": ("one", "true", "two", "three", "five"),
    "fill_in": ("word", "exact", "gaps"),
    "numeric": ("number",),
    "sequencing": ("steps",),
    "matching": ("pairs", "groups"),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("olx")
    return unpacked(built(folder), folder)


@pytest.fixture(scope="module")
def asked(course: Path) -> dict[str, str]:
    return problems(course)


@pytest.fixture(scope="module")
def results(asked: dict[str, str]) -> dict[str, list[Graded]]:
    """Of all that is answered in this file: the block is started once."""
    assert {*asked} == {*ANSWERS}
    rows = {
        name: Asked(asked[name], [answer for answer, _ in several])
        for name, several in ANSWERS.items()
    }
    turned = asked["one"].replace("true", "x").replace("false", "true").replace("x", "false")
    unknown = asked["word"].replace("stringresponse", "strangeresponse")
    rows["turned round"] = Asked(turned, ["lemon carpet"])
    rows["of a kind that is none"] = Asked(unknown, ["cinq"])
    rows["tried three times"] = Asked(asked["one"], ["lemon carpet", "12345", "12345"], one=True)
    rows["tried ten times"] = Asked(asked["true"], ["False"] * 9 + ["True"], one=True)
    rows["tried twice"] = Asked(asked["three"], [["Haste"], ["Fear"]], one=True)
    return dict(zip(rows, graded(rows.values()), strict=True))


def points(several: list[Graded]) -> list[float | str]:
    return [one.points for one in several]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.scores("olx", kind))
        for kind, names in SCORES.items()
        for name in names
    ],
)
def test_right_answers_score_and_wrong_ones_do_not(
    name: str, results: dict[str, list[Graded]]
) -> None:
    assert points(results[name]) == [wanted for _, wanted in ANSWERS[name]]


def test_each_problem_is_worth_the_points_of_its_question(
    results: dict[str, list[Graded]],
) -> None:
    for name, several in ANSWERS.items():
        assert results[name][0].possible == several[0][1], name


def test_what_is_said_to_an_answer_is_said(results: dict[str, list[Graded]]) -> None:
    def told(name: str, number: int) -> str:
        return results[name][number].feedback

    assert "Two words.<br/>Well seen." in told("one", 0).replace("<br />", "<br/>")
    assert "A town and a year." in told("one", 1) and "Look again." in told("one", 1)
    assert "Look again." in told("one", 2) and "Not quite." in told("one", 2)
    assert "Both. Nobody can hurry you." in told("two", 0)
    assert "Nobody can hurry you." in told("two", 1) and "Both." not in told("two", 1)
    assert "Money does not come back." in told("two", 4)
    assert "They do." in told("true", 0) and told("true", 1) == ""
    assert all("As on most hands." in told("word", number) for number in (0, 1, 3))
    assert told("word", 4) == ""
    assert "In its place." in told("steps", 0) and "Only there." in told("steps", 2)
    assert "Nobody needs it." in told("groups", 0) and "Not its place." in told("groups", 1)


def test_tries_end_where_the_lesson_says_so_and_the_best_of_them_counts(
    results: dict[str, list[Graded]],
) -> None:
    closed = "Problem is closed."
    assert points(results["tried three times"]) == [2, 2, closed]
    assert points(results["tried ten times"]) == [0] * 9 + [1]
    assert points(results["tried twice"]) == [1, closed]


def test_a_planted_fault_does_not_score(results: dict[str, list[Graded]]) -> None:
    assert points(results["turned round"]) == [0]
    [refused] = points(results["of a kind that is none"])
    assert "cannot create LoncapaProblem" in str(refused)


def test_where_a_language_writes_numbers_otherwise_the_question_names_the_signs(
    tmp_path: Path,
) -> None:
    foreign = problems(unpacked(built(tmp_path, "uk"), tmp_path))
    signs = "0123456789."
    assert signs in foreign["number"] and signs not in foreign["gaps"]


def cleaned(course: Path) -> list[str]:
    """What `olxcleaner` says of an unpacked course, warnings and smaller things too."""
    command = [CHECKERS / "edx-cleaner", "-c", course / "course.xml", "--nosummary", "-f", "0"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=course.parent)
    lines = done.stdout.splitlines()
    found = [line for line in lines if line.startswith(("DEBUG", "INFO", "WARNING", "ERROR"))]
    assert bool(found) == (done.returncode != 0), done.stdout + done.stderr
    return found


def test_olxcleaner_finds_nothing(course: Path) -> None:
    assert cleaned(course) == []


def test_olxcleaner_finds_a_planted_fault(tmp_path: Path) -> None:
    course = unpacked(built(tmp_path), tmp_path)
    (course / "vertical/unit-ask-1-check.xml").unlink()
    assert any("FileDoesNotExist" in line for line in cleaned(course))
