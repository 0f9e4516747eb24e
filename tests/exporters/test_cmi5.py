"""The cmi5 package as a zip: its course structure, and what verify finds in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kandil.build.verify import verify_package
from kandil.exporters._scorm.shell import read_facts
from kandil.exporters.cmi5 import EXPORTER, Cmi5Options
from kandil.model.course import Course, Objective
from kandil.model.edition import Edition
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from lxml import etree
from standin import StandInPages, choice, course, edition, module, quiz, text

Files = dict[str, bytes]
XML = "cmi5.xml"


def build(made: Edition, profile: Any = "minimal", aus: str = "course") -> Files:
    [artefact] = EXPORTER.artefacts([made], StandInPages, Cmi5Options(profile, aus))
    return {file.path: file.content for file in artefact.files()}


def structure(*given: Any) -> etree._Element:
    return etree.fromstring(build(*given)[XML])


def zipped(folder: Path, files: Files) -> Path:
    target = folder / "tin-en-preview-cmi5.zip"
    write_archive(target, [File(path, content) for path, content in files.items()])
    return target


def aimed(**settings: Any) -> Course:
    aim = Objective("tell", text("Tell a false message"))
    first = module("tin-1", quiz(choice("one", "b")), objectives=(aim,), **settings)
    return course(first, objectives=(Objective("all", text("Be careful")),))


def words(root: etree._Element) -> str:
    return " ".join(root.itertext())


@pytest.mark.parametrize("aus", ["course", "module"])
@pytest.mark.parametrize("profile", ["none", "minimal", "full"])
def test_a_package_is_whole(tmp_path: Path, profile: str, aus: str) -> None:
    files = build(edition(aimed()), profile, aus)
    assert verify_package(zipped(tmp_path, files)) == []


def test_ids_are_iris_without_a_host_and_stay() -> None:
    ids = structure(edition(aimed()), "minimal", "module").xpath("//@id")
    assert len(ids) == len(set(ids)) == 4
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)
    assert structure(edition(aimed()), "minimal", "module").xpath("//@id") == ids
    assert not {*structure(edition(aimed(), "ka")).xpath("//@id")} & {*ids}


def test_an_au_is_the_course_or_a_lesson() -> None:
    assert structure(edition()).xpath("//*[local-name()='url']/text()") == ["start.html"]
    urls = structure(edition(), "minimal", "module").xpath("//*[local-name()='url']/text()")
    assert urls == ["start-tin-1.html", "start-tin-2.html"]


@pytest.mark.parametrize(
    ("of", "profile", "wanted"),
    [
        (course(), "minimal", {"moveOn": "Passed", "masteryScore": "0.8"}),
        (course(pass_mark=67), "full", {"moveOn": "Passed", "masteryScore": "0.67"}),
        (course(pass_mark=100), "full", {"moveOn": "Passed", "masteryScore": "1"}),
        (course(module("tin-1")), "minimal", {"moveOn": "Completed"}),
        (course(), "none", {"moveOn": "NotApplicable"}),
        (course(sensitive_setting=True), "full", {"moveOn": "NotApplicable"}),
    ],
)
def test_an_lms_waits_for_what_will_come(of: Course, profile: str, wanted: Any) -> None:
    au = structure(edition(of), profile).find("{*}au")
    said = {name: au.get(name) for name in ("moveOn", "masteryScore") if au.get(name)}
    assert said == wanted


def test_objectives_are_told_and_each_au_has_its_own() -> None:
    root = structure(edition(aimed()), "minimal", "module")
    assert "Tell a false message" in words(root) and "Be careful" in words(root)
    named = root.findall("{*}au/{*}objectives/{*}objective")
    defined = root.findall("{*}objectives/{*}objective")
    assert [one.get("idref") for one in named] == [defined[1].get("id")]


def test_what_is_discreet_stays_so() -> None:
    for of in (
        aimed(discreet_title=text("Lesson of the day")),
        course(*aimed().modules, sensitive_setting=True, discreet_title=text("Everyday skills")),
    ):
        found = words(structure(edition(of), "minimal", "module"))
        assert "Tell a false" not in found and "Lesson tin-1" not in found


def test_words_of_another_language_say_so() -> None:
    langs = structure(edition(aimed(), "ar-XB")).xpath("//@lang")
    assert {*langs} == {"ar-XB"}


def test_a_script_never_says_failed() -> None:
    shell = build(edition())["cmi5/shell.js"]
    assert b"failed'" not in shell and b'"failed"' not in shell and b"passed" in shell


def test_only_the_page_that_is_launched_may_reach_an_lrs() -> None:
    pages = {name: page for name, page in build(edition()).items() if name.endswith(".html")}
    open_ = [name for name, page in pages.items() if b"connect-src 'self' http: https:" in page]
    assert open_ == ["start.html"]


def old(before: str, after: str, file: str = XML) -> Callable[[Files], None]:
    """Another word in a file."""

    def change(files: Files) -> None:
        assert before.encode() in files[file]
        files[file] = files[file].replace(before.encode(), after.encode(), 1)

    return change


def lost(name: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        del files[name]

    return change


AU = 'launchMethod="AnyWindow"'
REACH = "connect-src 'self' http: https:"


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("V004", lost(XML)),
        ("V006", old("</course>", "")),
        ("V006", old("courseStructure.xsd".replace("c", "C", 1), "Other.xsd")),
        ("V006", old("<url>start.html</url>", "")),
        ("V006", old("<url>start.html</url>", "<url>other.html</url>")),
        ("V006", old("<url>start.html</url>", "<url>https://lms.example/start.html</url>")),
        ("V006", old("<url>start.html</url>", "<url>start.html?endpoint=1</url>")),
        ("V006", old("<url>start.html</url>", "<url>start.html</url><title/>")),
        ("V006", old('moveOn="Passed"', 'moveOn="Always"')),
        ("V006", old('moveOn="Passed"', 'moveOn="Completed"')),
        ("V006", old('masteryScore="0.8"', 'masteryScore="1.2"')),
        ("V006", old('masteryScore="0.8"', 'masteryScore="0.80001"')),
        ("V006", old('masteryScore="0.8"', 'masteryScore="0.5"')),
        ("V006", old(' masteryScore="0.8"', "")),
        ("V006", old(AU, 'launchMethod="SomeWindow"')),
        ("V006", old(AU, f'{AU} colour="red"')),
        ("V006", old(' lang="en"', "")),
        ("V006", old(' lang="en"', ' lang="english language"')),
        ("V006", old('<course id="urn:uuid:', '<course id="')),
        ("V006", old("<course id=", "<course name=")),
        ("V006", old('<au id="urn:uuid:', '<au id="urn:uuid:f')),
        ("V006", old("<langstring lang=", "<words lang=")),
        ("V006", old('idref="urn:uuid:', 'idref="urn:uuid:f')),
        ("V006", old("Be careful", " ")),
        ("V006", old("<description>", "<summary>")),
        ("V006", old('"profile":"minimal"', '"profile":"most"', "start.html")),
        ("V006", old("data-id=", "data-name=", "start.html")),
        ("V043", old("img-src 'self'", f"{REACH}; img-src 'self'", "tin-1.html")),
        ("V043", old(REACH, "connect-src *", "start.html")),
        ("V002", lost("tin-1.html")),
    ],
)
def test_verify_finds_what_is_broken(
    tmp_path: Path, code: str, change: Callable[[Files], None]
) -> None:
    files = build(edition(aimed()))
    change(files)
    found = {problem.code for problem in EXPORTER.verify(zipped(tmp_path, files))}
    assert code in found, found


def test_an_id_may_stand_once(tmp_path: Path) -> None:
    files = build(edition(aimed()), "minimal", "module")
    root = etree.fromstring(files[XML])
    root.find("{*}au").set("id", root.find("{*}course").get("id"))
    files[XML] = etree.tostring(root)
    messages = [problem.message for problem in EXPORTER.verify(zipped(tmp_path, files))]
    assert any("stands twice" in message for message in messages)


def test_a_sensitive_question_that_is_named_is_found(tmp_path: Path) -> None:
    files = build(edition(), "full")
    mark = b'<div id="q_one" data-private></div></body>'
    files["tin-1.html"] = files["tin-1.html"].replace(b"</body>", mark)
    assert "V010" in {problem.code for problem in EXPORTER.verify(zipped(tmp_path, files))}


def test_the_page_knows_the_profile() -> None:
    assert read_facts(build(edition(), "none")["start.html"]).profile == "none"
    assert EXPORTER.options(course(profile="full")).profile == "full"
    assert EXPORTER.options(course()).aus == "course"
