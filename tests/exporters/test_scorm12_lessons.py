"""SCORM 1.2 with a SCO a lesson (`scos: module`): its manifest, its pages, what verify finds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exporters.test_scorm12 import IN, replaced
from exporters.test_scorm12 import schema as schema  # the XSDs
from kandil.build.leaving import without
from kandil.build.verify import verify_package
from kandil.exporters._scorm.facts import Facts, resume_size
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters._scorm.shell import read_facts
from kandil.exporters.scorm12 import EXPORTER
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from lxml import etree
from standin import StandInPages, choice, course, edition, module, quiz, text

MANIFEST = "imsmanifest.xml"
TYPE = f"{{{IN['adlcp']}}}scormtype"
Files = dict[str, bytes]


def build(made: Edition, profile: Any = "minimal") -> Files:
    options = ScormOptions(profile, "module")
    [artefact] = EXPORTER.artefacts([made], StandInPages, options)
    return {file.path: file.content for file in artefact.files()}


def manifest(made: Edition) -> etree._Element:
    return etree.fromstring(build(made)[MANIFEST])


def zipped(folder: Path, of: Course | None = None, change: Callable[[Files], Any] = len) -> Path:
    files = build(edition(of), "full")
    change(files)
    target = folder / "tin-en-preview.zip"
    write_archive(target, [File(path, content) for path, content in files.items()])
    return target


def facts(files: Files) -> dict[str, Facts]:
    return {name: read_facts(page) for name, page in files.items() if b'id="facts"' in page}


@pytest.mark.parametrize("locale", ["en", "ka", "ar-XB"])
def test_the_manifest_is_valid(schema: etree.XMLSchema, locale: str) -> None:
    schema.assertValid(manifest(edition(course(id="t1"), locale)))
    schema.assertValid(manifest(edition(course(module("1st"), module("start-0")), locale)))


def test_each_lesson_is_an_item_with_a_sco_that_uses_what_all_share() -> None:
    root = manifest(edition())
    items = root.findall("ims:organizations/ims:organization/ims:item", IN)
    assert [(item.findtext("ims:title", "", IN), item.get("identifierref")) for item in items] == [
        ("Lesson tin-1", "sco-tin-1"),
        ("Lesson tin-2", "sco-tin-2"),
    ]
    *scos, shared = root.findall("ims:resources/ims:resource", IN)
    assert [(one.get("identifier"), one.get("href"), one.get(TYPE)) for one in scos] == [
        ("sco-tin-1", "start-tin-1.html", "sco"),
        ("sco-tin-2", "start-tin-2.html", "sco"),
    ]
    used = [one.find("ims:dependency", IN).get("identifierref") for one in scos]
    assert used == ["shared", "shared"] == [shared.get("identifier")] * 2
    assert (shared.get(TYPE), shared.get("href")) == ("asset", None)


def test_every_file_is_listed_once_and_a_lesson_by_its_own_sco() -> None:
    files = build(edition())
    root = etree.fromstring(files[MANIFEST])
    hrefs = root.xpath("//ims:file/@href", namespaces=IN)
    assert sorted(hrefs) == sorted({*files, "SHA256SUMS"} - {MANIFEST})
    first = root.find("ims:resources/ims:resource", IN)
    own = [one.get("href") for one in first.findall("ims:file", IN)]
    assert own == ["start-tin-1.html", "tin-1.html"]


def test_each_sco_knows_its_own_lesson_and_nothing_of_the_others() -> None:
    known = facts(build(edition(), "full"))
    assert [*known] == ["start-tin-1.html", "start-tin-2.html"]
    for name, one in known.items():
        page = name.removeprefix("start-")
        assert ([lesson.page for lesson in one.lessons], one.start) == ([page], page)
        assert one.alone and one.pass_mark == course().pass_mark


def test_a_lesson_that_is_left_out_needs_no_room_in_the_memory_of_another() -> None:
    assert all(not one.left for one in facts(build(edition(without(course(), {"tin-2"})))).values())


def test_only_a_lesson_that_draws_keeps_a_seed() -> None:
    drawn = replace(quiz(choice("one", "a"), choice("two", "b")), draw=1)
    of = course(module("tin-1", drawn), module("tin-2", quiz(choice("one", "a"))))
    assert [one.draws for one in facts(build(edition(of))).values()] == [True, False]


def test_a_profile_of_none_names_no_lesson_but_the_one_to_open() -> None:
    page = build(edition(), "none")["start-tin-2.html"]
    assert read_facts(page).data() == {"profile": "none", "start": "tin-2.html", "alone": True}
    assert b'id="unrecorded"' not in page


def test_an_lms_lists_discreet_titles() -> None:
    told = module("tin-1", discreet_title=text("Page one"))
    content = build(edition(course(told, discreet_title=text("Everyday skills"))))
    assert b"<title>Page one</title>" in content[MANIFEST]
    assert b"Lesson tin-1" not in content[MANIFEST] + content["start-tin-1.html"]
    hidden = build(edition(course(module("a"), module("b"), sensitive_setting=True)))
    assert re.findall(rb"<title>(.*)</title>", hidden[MANIFEST])[1:] == [
        b"Lesson 1 of 2",
        b"Lesson 2 of 2",
    ]
    assert b"Lesson b" not in hidden["start-b.html"]


def test_a_page_to_launch_never_takes_the_place_of_a_lesson(tmp_path: Path) -> None:
    of = course(module("tin"), module("start-tin"), module("start0-tin"))
    assert {"start00-tin.html", "start-tin.html", "start0-tin.html"} < {*build(edition(of))}
    assert verify_package(zipped(tmp_path, of)) == []


def test_the_course_that_one_memory_cannot_hold_is_held_by_many(tmp_path: Path) -> None:
    many = [module(f"tin-{number}", quiz(choice("one", "a"))) for number in range(700)]
    assert verify_package(zipped(tmp_path, course(*many))) == []
    sizes = [resume_size(one) for one in facts(build(edition(course(*many)))).values()]
    assert len(sizes) == 700 and max(sizes) < 40


def test_a_lesson_that_one_memory_cannot_hold_is_named(tmp_path: Path) -> None:
    most = module("tin-1", *(quiz(choice("one", "a"), name=f"q{number}") for number in range(700)))
    [found] = verify_package(zipped(tmp_path, course(most)), "tin.zip")
    assert (found.code, found.place.file) == ("V008", "tin.zip/start-tin-1.html")
    assert found.hint == "Split the lesson into several."
    [refused] = EXPORTER.refuses([edition(course(most))], ScormOptions("minimal", "module"))
    assert (refused.code, refused.hint) == ("V008", "Split the lesson into several.")


def test_two_builds_give_the_same_bytes_and_no_fault(tmp_path: Path) -> None:
    assert build(edition()) == build(edition())
    assert verify_package(zipped(tmp_path)) == []


def known_as(page: str, **changed: object) -> Callable[[Files], None]:
    """With other facts in the page that is launched for `page`."""

    def change(files: Files) -> None:
        name = f"start-{page}.html"
        held = re.search(rb'(?<=id="facts">).*?(?=</script>)', files[name])
        assert held
        facts = {**json.loads(held[0]), **changed}
        files[name] = files[name].replace(held[0], json.dumps(facts).encode())

    return change


LESSONS = [["tin-1", "tin-1.html", "B47K", []], ["tin-9", "tin-9.html", "B47L", []]]
BROKEN = [
    (
        replaced(MANIFEST, b'identifierref="sco-tin-2"', b'identifierref="sco-tin-1"'),
        ["2 items lead to the SCO 'sco-tin-1', not one", "0 items lead to the SCO 'sco-tin-2'"],
    ),
    (
        replaced(MANIFEST, b'identifier="lesson-tin-2"', b'identifier="lesson-tin-1"'),
        ["the identifier 'lesson-tin-1' stands 2 times"],
    ),
    (
        replaced(MANIFEST, b'<dependency identifierref="shared"', b'<dependency identifierref="x"'),
        ["the resource 'sco-tin-1' uses 'x', which is no other resource"],
    ),
    (
        replaced(MANIFEST, b'scormtype="asset"', b'scormtype="other"'),
        ["the resource 'shared' is neither a SCO nor an asset of the web"],
    ),
    (
        replaced(MANIFEST, b'href="start-tin-2.html">', b'href="gone.html">'),
        [
            "the resource 'sco-tin-2' launches 'gone.html' and does not list it",
            "the SCO 'sco-tin-2' launches no page of the package",
        ],
    ),
    (
        replaced(MANIFEST, b"<title>Lesson tin-2</title>", b""),
        ["an item has no title to be listed by"],
    ),
    (
        known_as("tin-2", start="tin-9.html"),
        ["the page opens 'tin-9.html', which is not in the package"],
    ),
    (
        known_as("tin-2", lessons=LESSONS[:1]),
        ["two SCOs tell the LMS of the lesson 'tin-1'"],
    ),
    (
        known_as("tin-1", lessons=LESSONS),
        [
            "the page opens 'tin-9.html', which is not in the package",
            "the page of one lesson tells the LMS of others",
        ],
    ),
    (known_as("tin-1", lessons="x"), ["what the page knows of the course cannot be read"]),
]


@pytest.mark.parametrize(("change", "messages"), BROKEN)
def test_verify_finds_what_is_broken(
    tmp_path: Path, change: Callable[[Files], None], messages: list[str]
) -> None:
    found = verify_package(zipped(tmp_path, change=change), "tin.zip")
    assert [one.code for one in found] == ["V006"] * len(messages)
    for problem, words in zip(found, messages, strict=True):
        assert problem.message.startswith(words)
