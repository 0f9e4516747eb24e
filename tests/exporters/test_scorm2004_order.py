"""`order: fixed` in a SCORM 2004 manifest: what it says, and what verify finds broken in it.

That an LMS keeps the order shows `browser/test_scorm2004_order.py`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from exporters.test_scorm2004 import IN, MANIFEST, aims, build, manifest, replaced, zipped
from kandil.build.verify import verify_package
from kandil.exporters._scorm.format import ScormOptions
from kandil.exporters._scorm.shell import read_facts
from kandil.exporters.scorm2004 import EXPORTER
from kandil.model.course import Course, FormatSetting
from kandil.problems import Place
from standin import choice, course, edition, module, quiz

FIXED = ("module", "fixed")


def three() -> Course:
    """The second without a quiz, the first with an objective."""
    first = module("tin-1", quiz(choice("one", "b")), objectives=aims("LO1"))
    return course(first, module("tin-2"), module("tin-3", quiz(choice("two", "b"))))


def test_each_lesson_waits_for_the_one_before_it() -> None:
    root = manifest(edition(three()), "minimal", *FIXED)
    items = root.findall(".//ims:item", IN)
    actions = [one.xpath(".//imsss:ruleAction/@action", namespaces=IN) for one in items]
    assert actions == [[], ["disabled"], ["disabled"]]
    asked = [{*one.xpath(".//@referencedObjective")} for one in items]
    assert asked == [set(), {"done.tin-1"}, {"done.tin-2"}]
    written = [one.xpath(".//*[@writeSatisfiedStatus='true']/@targetObjectiveID") for one in items]
    assert written == [["done.tin-1"], ["done.tin-2"], []]


def test_a_lesson_knows_by_what_the_next_one_opens() -> None:
    files = build(edition(three()), "minimal", *FIXED)
    pages = [read_facts(files[f"start-tin-{number}.html"]) for number in (1, 2, 3)]
    assert [one.opens for one in pages] == ["done.tin-1", "done.tin-2", ""]


def test_navigation_is_free_unless_the_order_is_fixed() -> None:
    free, fixed = (build(edition(three()), "full", "module", one) for one in ("free", "fixed"))
    for files in (free, fixed):
        assert b'<imsss:controlMode choice="true" flow="true"/>' in files[MANIFEST]
    for word in (b"sequencingRules", b"mapInfo", b"done."):
        assert word not in free[MANIFEST] + free["start-tin-1.html"]
        assert word in fixed[MANIFEST]


def test_where_nothing_is_told_every_lesson_is_open() -> None:
    files = build(edition(three()), "none", *FIXED)
    assert b"sequencingRules" not in files[MANIFEST]
    assert b"done." not in files[MANIFEST] + files["start-tin-1.html"]


def test_an_order_that_no_lms_could_keep_is_refused() -> None:
    [found] = EXPORTER.refuses([edition()], ScormOptions("full", "course", "fixed"))
    assert (found.code, found.hint) == ("C025", "Add 'scos: module', or take it out.")
    [found] = EXPORTER.refuses([edition()], ScormOptions("none", *FIXED))
    assert (found.code, found.place.file) == ("C025", "courses/tiny/course.yml")
    line = FormatSetting("scorm2004", "order", "fixed", Place("courses/tiny/course.yml", 12, 5))
    [found] = EXPORTER.refuses([edition(course(settings=(line,)))], ScormOptions("none", *FIXED))
    assert found.place == line.place
    sensitive = edition(course(sensitive_setting=True))
    assert [one.code for one in EXPORTER.refuses([sensitive], ScormOptions("full", *FIXED))]
    assert [*EXPORTER.refuses([edition()], ScormOptions("full", *FIXED))] == []


def test_verify_finds_nothing_in_what_was_built(tmp_path: Path) -> None:
    assert verify_package(zipped(tmp_path, three(), *FIXED)) == []


def without_rules(files: dict[str, bytes]) -> None:
    """The last lesson does not wait."""
    head, _, end = files[MANIFEST].rpartition(b"<imsss:sequencingRules>")
    files[MANIFEST] = head + end.partition(b"</imsss:sequencingRules>")[2]


READ = b'targetObjectiveID="done.tin-1" readSatisfiedStatus="true" readNormalizedMeasure="false"/>'
BROKEN = [
    (replaced(b'"disabled"', b'"stopForwardTraversal"'), ["does 'stopForwardTraversal'"]),
    (without_rules, ["'lesson-tin-3' opens before the lesson in front of it is over"]),
    (replaced(b'operator="not" ', b""), ["'lesson-tin-2' is closed by another rule"]),
    (replaced(b'"satisfied"/>', b'"completed"/>'), ["'lesson-tin-2' is closed by another rule"]),
    (replaced(b'Combination="any"', b'Combination="all"'), ["is closed by another rule"]),
    (
        replaced(b'referencedObjective="done.tin-1"', b'referencedObjective="o\'1"'),
        ["waits for the objective 'o'1', which it does not read"],
    ),
    (
        replaced(READ, READ.replace(b'Status="true"', b'Status="false"')),
        ["waits for the objective 'done.tin-1', which it does not read"],
    ),
    (
        replaced(READ, READ.replace(b"tin-1", b"tin-3")),
        ["'lesson-tin-2' never opens: the lesson in front of it does not tell of 'done.tin-1'"],
    ),
    (
        replaced(b' writeSatisfiedStatus="true"', b""),
        ["'lesson-tin-2' never opens", "'done.tin-1' is in the manifest or in the page"],
    ),
    (
        replaced(b'"opens":"done.tin-1"', b'"opens":""', "start-tin-1.html"),
        ["'done.tin-1' is in the manifest or in the page"],
    ),
    (
        replaced(b' adlseq:objectivesGlobalToSystem="false"', b""),
        ["another course or attempt opens lessons"],
    ),
]


@pytest.mark.parametrize(("change", "words"), BROKEN)
def test_verify_finds_what_opens_too_early_or_never(
    tmp_path: Path, change: Callable[..., None], words: list[str]
) -> None:
    found = verify_package(zipped(tmp_path, three(), *FIXED, change=change), "tin.zip")
    told = [one.message for one in found if one.code == "V006"]
    assert len(told) == len(words), told
    assert all(word in message for word, message in zip(words, told, strict=True)), told
