"""Lumi's H5P server takes every kind of file in: structure only, against libraries without code
that are made of the project's own tables. No real content type plays here."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from contract import suite
from exporters.h5p_files import (
    BODY,
    HEAD,
    body,
    changed,
    every,
    head,
    one_chapter,
    packages,
    with_member,
)
from h5p.stubs import told, write_stubs
from kandil.exporters._h5p.libraries import LIBRARIES, MAIN
from lxml import html

TESTS = Path(__file__).parents[1]
TINY = TESTS / "courses/tiny"
SET, CALL, BOOK = "tin-1-check.h5p", "tin-1-call.h5p", "tiny-1.h5p"
Answers = list[dict[str, Any]]
Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Each kind of file, and a lesson with everything that is no question."""
    return {**packages(every()), **packages(suite.editions(TINY)[0])}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Answers]:
    """Lumi's answer to some files, in their order."""
    folder = tmp_path_factory.mktemp("lumi")
    stubs = write_stubs(folder / "libraries")
    numbers = iter(range(1_000))

    def answers(*contents: bytes, libraries: Path = stubs) -> Answers:
        work = folder / f"{next(numbers)}"
        work.mkdir()
        paths = [work / f"{number}.h5p" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        words = ["node", TESTS / "h5p/importer.cjs", libraries, work / "kept", *paths]
        run = subprocess.run(words, capture_output=True, text=True, cwd=TESTS, check=True)
        found: Answers = json.loads(run.stdout)
        return found

    return answers


def test_every_kind_of_file_is_taken_in_and_nothing_in_it_is_changed(
    made: dict[str, bytes], ask: Callable[..., Answers]
) -> None:
    for (name, content), answer in zip(made.items(), ask(*made.values()), strict=True):
        assert answer.get("faults") == [], (name, answer.get("refused"), answer.get("faults"))
        assert answer["seen"] > 20
        assert spelt(answer["kept"]) == spelt(body(content)), name
    assert {head(one)["mainLibrary"] for one in made.values()} == {
        one.name for one in MAIN if one.name != "H5P.Column"
    }


def test_a_lesson_of_one_chapter_is_taken_in(ask: Callable[..., Answers]) -> None:
    [content] = packages(one_chapter()).values()
    assert head(content)["mainLibrary"] == "H5P.Column"
    assert ask(content)[0]["faults"] == []


def spelt(value: Any) -> Any:
    """The same with markup written in one way: Lumi writes `&quot;` for a quotation mark, and gives
    pictures names of its own."""
    match value:
        case str():
            plain = re.sub(r"^images/[\w.-]+", "images/…", value)
            tree = html.fragment_fromstring(plain, create_parent="div")
            return html.tostring(tree, encoding="unicode")
        case list():
            return [spelt(one) for one in value]
        case dict():
            return {key: spelt(one) for key, one in value.items()}
    return value


def first(told: dict[str, Any]) -> dict[str, Any]:
    return told["questions"][0]["params"]


REFUSED: dict[str, tuple[Change, str]] = {
    "no title": (lambda told: told.pop("title"), "title"),
    "a language with a line below": (lambda told: told.update(language="pt_BR"), "language"),
    "a licence by its SPDX name": (lambda told: told.update(license="CC-BY-4.0"), "license"),
    "a strange way to embed": (lambda told: told.update(embedTypes=["popup"]), "embedTypes"),
    "another version": (
        lambda told: told["preloadedDependencies"][0].update(minorVersion=99),
        "install-missing-libraries",
    ),
}
WRONG: dict[str, tuple[Change, str]] = {
    "true without quotes": (
        lambda told: told["questions"][2]["params"].update(correct=True),
        "correct: select",
    ),
    "a boolean in quotes": (
        lambda told: first(told)["answers"][0].update(correct="true"),
        "correct: boolean",
    ),
    "a number in quotes": (
        lambda told: told.update(passPercentage="80"),
        "passPercentage: number",
    ),
    "no questions": (lambda told: told.update(questions=[]), "questions: list"),
    "a choice that is none": (
        lambda told: first(told)["behaviour"].update(type="one"),
        "behaviour.type: select",
    ),
}
CHANGED: dict[str, Change] = {
    "a script": lambda told: first(told).update(question="<p>x</p><script>y</script>"),
    "a picture in prose": lambda told: first(told).update(question='<p>x<img src="y" /></p>'),
    "an attribute": lambda told: first(told).update(question='<p class="x">y</p>'),
    "plain words with a tag": lambda told: first(told)["UI"].update(tipsLabel="<img src=x>"),
}


@pytest.fixture(scope="module")
def planted(made: dict[str, bytes], ask: Callable[..., Answers]) -> dict[str, dict[str, Any]]:
    """What Lumi says to each fault, asked at once: to start it takes longest."""
    bodies = {**{name: change for name, (change, _) in WRONG.items()}, **CHANGED}
    faulty = {name: changed(made[SET], BODY, change) for name, change in bodies.items()}
    heads = {name: changed(made[SET], HEAD, change) for name, (change, _) in REFUSED.items()}
    faulty |= heads | {"no JSON": with_member(made[SET], BODY, lambda told: b"{")}
    return dict(zip(faulty, ask(*faulty.values()), strict=True))


@pytest.mark.parametrize("fault", REFUSED)
def test_lumi_refuses_a_planted_fault(fault: str, planted: dict[str, dict[str, Any]]) -> None:
    assert REFUSED[fault][1] in planted[fault]["refused"]


def test_lumi_refuses_a_content_that_is_no_json(planted: dict[str, dict[str, Any]]) -> None:
    assert "json" in planted["no JSON"]["refused"]


@pytest.mark.parametrize("fault", WRONG)
def test_its_walk_through_the_fields_finds_a_wrong_type(
    fault: str, planted: dict[str, dict[str, Any]]
) -> None:
    assert [one.endswith(WRONG[fault][1]) for one in planted[fault]["faults"]] == [True]


@pytest.mark.parametrize("fault", CHANGED)
def test_what_an_importer_takes_out_is_seen_here(
    fault: str, made: dict[str, bytes], planted: dict[str, dict[str, Any]]
) -> None:
    kept, given = planted[fault]["kept"], body(changed(made[SET], BODY, CHANGED[fault]))
    assert spelt(kept) != spelt(given)


def test_a_library_that_may_not_stand_there_is_taken_out_of_the_content(
    made: dict[str, bytes], ask: Callable[..., Answers]
) -> None:
    def older(told: dict[str, Any]) -> None:
        told["branchingScenario"]["content"][0]["type"]["library"] = "H5P.Column 1.18"

    [answer] = ask(changed(made[CALL], BODY, older))
    assert "type" not in answer["kept"]["branchingScenario"]["content"][0]


def test_a_system_with_an_older_quiz_refuses_the_file(
    made: dict[str, bytes], ask: Callable[..., Answers], tmp_path: Path
) -> None:
    older = {
        name: replace(one, minor=19) if one.name == "H5P.QuestionSet" else one
        for name, one in LIBRARIES.items()
    }
    [answer] = ask(made[SET], libraries=write_stubs(tmp_path / "older", older))
    assert "install-missing-libraries" in answer["refused"]
    assert "H5P.QuestionSet-1.20" in answer["refused"]


def test_an_empty_system_takes_a_file_with_its_libraries(
    ask: Callable[..., Answers], tmp_path: Path
) -> None:
    stubs = write_stubs(tmp_path / "libraries")
    (tmp_path / "empty").mkdir()
    with_libraries = packages(every(), str(stubs))[SET]
    [answer] = ask(with_libraries, libraries=tmp_path / "empty")
    assert answer.get("faults") == []
    kept = {path.name for path in (tmp_path / "empty").iterdir()}
    assert "H5P.QuestionSet-1.20" in kept and "H5P.Dialogcards-1.9" not in kept
    assert told(LIBRARIES["H5P.QuestionSet 1.20"])["minorVersion"] == 20
