"""A right answer scores and a wrong one does not, in two engines that we did not write: QTI 2.1 in
pyslet, 3.0 in the components of Citolab in Chromium; and Citolab's converter agrees with both."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from exporters.asked import EVERY
from kandil.exporters._qti.dialect import QTI21, QTI30, Dialect
from kandil.exporters.qti import EXPORTER, QtiOptions
from kandil.model.interactions import Interaction
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from lxml import etree
from playwright.sync_api import Browser, Page
from standin import StandInPages, course, edition, module, quiz

ROOT = Path(__file__).parents[2]
CHECKERS = ROOT / ".checkers/bin"
COMPONENTS = ROOT / "tests/node_modules/@citolab/qti-components/cdn/index.global.js"
Answers = dict[str, Any]

PAIRS = ["i_a t_a", "i_b t_b", "i_c t_c"]
GIVEN: list[tuple[str, Answers, float]] = [
    ("single", {"RESPONSE": "b"}, 2),
    ("single", {"RESPONSE": "a"}, 0),
    ("single", {}, 0),
    ("several", {"RESPONSE": ["a", "c"]}, 2),
    ("several", {"RESPONSE": ["a"]}, 1),
    ("several", {"RESPONSE": ["a", "c", "d"]}, 1),
    ("several", {"RESPONSE": ["a", "b"]}, 0),
    ("several", {"RESPONSE": ["b", "d"]}, 0),
    ("verdict", {"RESPONSE": "b"}, 1),
    ("verdict", {"RESPONSE": "a"}, 0),
    ("word", {"RESPONSE_1": "Mail"}, 1),
    ("word", {"RESPONSE_1": "post"}, 0),
    ("word", {}, 0),
    ("number", {"RESPONSE_1": 3.0}, 1),
    ("number", {"RESPONSE_1": 4.0}, 0),
    ("gaps", {"RESPONSE_1": "П'ЯТЬ", "RESPONSE_2": 4.5}, 3),
    ("gaps", {"RESPONSE_1": "five", "RESPONSE_2": 4.6}, 1.5),
    ("gaps", {"RESPONSE_1": "four", "RESPONSE_2": 1.0}, 0),
    ("order", {"RESPONSE": ["a", "b", "c"]}, 3),
    ("order", {"RESPONSE": ["b", "a", "c"]}, 0),
    ("pairs", {"RESPONSE": PAIRS}, 3),
    ("pairs", {"RESPONSE": ["i_a t_a", "i_b t_d", "i_c t_b"]}, 1),
    ("pairs", {"RESPONSE": ["i_a t_b", "i_b t_a"]}, 0),
    ("groups", {"RESPONSE": ["i_a t_a", "i_b t_b", "i_c t_a"]}, 3),
    ("groups", {"RESPONSE": ["i_a t_b", "i_b t_a", "i_c t_b"]}, 0),
    ("rate", {"RESPONSE_1": "s1", "RESPONSE_2": "s2"}, 0),
    ("words", {"RESPONSE": "What I think"}, 0),
]


def _case(name: str, answers: Answers, points: float) -> object:
    marks = pytest.mark.scores("qti", EVERY[name].name) if EVERY[name].scored else ()
    return pytest.param(name, answers, points, marks=marks, id=f"{name}-{points:g}")


CASES = pytest.mark.parametrize(("name", "answers", "points"), [_case(*one) for one in GIVEN])


def _files(dialect: Dialect) -> list[File]:
    made = edition(course(module("tin-1", quiz(*EVERY.values()))))
    [artefact] = EXPORTER.artefacts([made], StandInPages, QtiOptions(dialect))
    return [*artefact.files()]


def _verdict(question: Interaction, points: float) -> str | None:
    if not question.scored:
        return None if question.name == "likert" else "given"
    return "right" if points == question.points else "wrong"


# QTI 2.1


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What pyslet makes of each answer, by the question and what was given."""
    folder = tmp_path_factory.mktemp("qti21")
    for file in _files(QTI21):
        if file.path.endswith(".xml"):
            (folder / file.path).write_bytes(file.content)
    asked = [[str(folder / f"tin-1-{name}.xml"), answers] for name, answers, _ in GIVEN]
    program = [CHECKERS / "python", Path(__file__).with_name("pyslet_items.py")]
    done = subprocess.run(
        program, input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    names = (_given(name, answers) for name, answers, _ in GIVEN)
    return dict(zip(names, json.loads(done.stdout), strict=True))


def _given(name: str, answers: Answers) -> str:
    return f"{name} {json.dumps(answers)}"


@CASES
def test_points_in_pyslet(
    name: str, answers: Answers, points: float, marked: dict[str, dict[str, Any]]
) -> None:
    found = marked[_given(name, answers)]
    assert (found["SCORE"], found.get("VERDICT")) == (points, _verdict(EVERY[name], points))
    if name == "several":
        assert found["CHOSEN"] == sorted(answers["RESPONSE"])


# QTI 3.0


@pytest.fixture(scope="module")
def player(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(5_000)
    page.set_content(_STAGE)
    page.add_script_tag(path=COMPONENTS)
    yield page
    page.close()


@pytest.fixture(scope="module")
def items() -> dict[str, str]:
    return {file.path: file.content.decode() for file in _files(QTI30) if ".xml" in file.path}


_STAGE = "<qti-item><item-container></item-container></qti-item>"
_OPEN = "xml => { document.querySelector('item-container').itemXML = xml; }"
_READY = """() => {
  const root = document.querySelector('item-container').shadowRoot;
  const item = root && root.querySelector('qti-assessment-item');
  return item && item.variables.length;
}"""
_ITEM = "document.querySelector('item-container').shadowRoot.querySelector('qti-assessment-item')"
_ANSWER = f"""answers => Object.entries(answers).forEach(
  ([name, value]) => {_ITEM}.updateResponseVariable(name, value))"""
_MARK = f"""() => {{
  const item = {_ITEM};
  item.processResponse();
  const every = [...item.querySelectorAll('qti-modal-feedback')];
  return {{
    score: +item.getOutcome('SCORE').value,
    verdict: (item.getOutcome('VERDICT') || {{value: null}}).value,
    said: every.filter(one => one.showStatus === 'on').map(one => one.textContent.trim())
  }};
}}"""


def answered(page: Page, xml: str, answers: Answers) -> None:
    """What a hand can do in one click or by typing is done so; else the response is set, as the
    interaction itself sets it when something was dragged."""
    page.set_content(_STAGE)
    page.evaluate(_OPEN, xml)
    page.wait_for_function(_READY)
    for name, value in answers.items():
        gap = page.locator(f"qti-text-entry-interaction[response-identifier={name}] input")
        choices = f"qti-choice-interaction[response-identifier={name}] qti-simple-choice"
        if gap.count():
            gap.fill(f"{value:g}" if isinstance(value, float) else value)
            gap.press("Tab")
        elif page.locator(choices).count():
            for one in [value] if isinstance(value, str) else value:
                page.locator(f"{choices}[identifier={one}]").click()
        else:
            page.evaluate(_ANSWER, {name: value})


@CASES
def test_points_in_a_browser(
    name: str, answers: Answers, points: float, player: Page, items: dict[str, str]
) -> None:
    answered(player, items[f"tin-1-{name}.xml"], answers)
    found = player.evaluate(_MARK)
    assert found["score"] == points
    assert found["verdict"] == _verdict(EVERY[name], points)
    if name == "several":
        told = [f"Answer {one}about {one}" for one in sorted(answers["RESPONSE"])]
        assert found["said"][1:] == told


def test_what_is_said_of_an_answer_is_shown_with_it(player: Page, items: dict[str, str]) -> None:
    answered(player, items["tin-1-several.xml"], {"RESPONSE": ["a", "c"]})
    assert player.evaluate(_MARK)["said"][0] == "Yes.Well seen.Because of it."
    answered(player, items["tin-1-several.xml"], {"RESPONSE": ["d"]})
    assert player.evaluate(_MARK)["said"][0] == "Not quite.Look again.Look at it.Because of it."


# A second opinion on both


def _converted(folder: Path, way: str, dialect: Dialect) -> dict[str, bytes]:
    """Each question as the converter of Citolab writes it in the other version."""
    source, target = folder / "from.zip", folder / "to.zip"
    write_archive(source, _files(dialect))
    done = subprocess.run(
        [CHECKERS / "qti-convert", way, source, target],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_USUAL = ("dir", "min-choices", "external-scored")


def _bare(content: bytes) -> list[tuple[Any, ...]]:
    """Elements, attributes and words; 2.1 has no `dir`, and the converter names the schemas and
    writes what is usual."""
    root = etree.fromstring(content)
    return [
        (
            one.tag,
            sorted((k, v) for k, v in one.items() if k not in _USUAL and "schemaLocation" not in k),
            (one.text or "").strip(),
            (one.tail or "").strip(),
        )
        for one in root.iter(etree.Element)
    ]


@pytest.mark.parametrize(
    ("way", "source", "target"),
    [("downgrade", QTI30, QTI21), ("upgrade", QTI21, QTI30)],
    ids=["downgrade", "upgrade"],
)
def test_the_converter_writes_what_we_write(
    way: str, source: Dialect, target: Dialect, tmp_path: Path
) -> None:
    converted = _converted(tmp_path, way, source)
    own = {file.path: file.content for file in _files(target)}
    names = [f"tin-1-{name}.xml" for name in EVERY]
    unlike = [name for name in names if _bare(converted[name]) != _bare(own[name])]
    assert unlike == []
