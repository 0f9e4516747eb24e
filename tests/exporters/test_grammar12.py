"""The manifest of SCORM 1.2, fault by fault: what the XSDs refuse, our own grammar does."""

from __future__ import annotations

import pytest
from exporters.test_scorm12 import schema as schema  # the XSDs
from exporters.test_scorm12_lessons import MANIFEST, build
from kandil.exporters._scorm.launch12 import faults
from lxml import etree
from standin import edition

ITEM = b'<item identifier="lesson-tin-1" identifierref="sco-tin-1" isvisible="true">'
FILE = b'<file href="start-tin-1.html"/>'
BOTH = [
    (ITEM, ITEM.replace(b' identifier="lesson-tin-1"', b""), "'item' has no 'identifier'"),
    (b"lesson-tin-1", b"1-lesson", "'1-lesson' is no identifier"),
    (b"lesson-tin-1", b"lesson tin", "'lesson tin' is no identifier"),
    (b"lesson-tin-1", b"lesson-tin-2", "the identifier 'lesson-tin-2' stands 2 times"),
    (b'isvisible="true"', b'isvisible="maybe"', "'item' says neither that it is visible"),
    (b"<item ", b'<item order="1" ', "'order' has no place on 'item'"),
    (b"<title>Tiny &amp; plain</title>", b"<title/><title/>", "'organization' has 2 of 'title'"),
    (FILE, b"<file/>", "'file' has no 'href'"),
    (
        FILE,
        b'<dependency identifierref="shared"/>' + FILE,
        "the parts of 'resource' are not in the order file, dependency",
    ),
    (b' type="webcontent"', b"", "'resource' has no 'type'"),
    (b' identifierref="shared"', b"", "'dependency' has no 'identifierref'"),
    (FILE, FILE + b"<page/>", "'page' has no place in 'resource'"),
    (b"<metadata>", b"<resources/><metadata>", "the parts of 'manifest' are not in the order"),
    (b'scormtype="sco"', b'scormtype="page"', "the resource 'sco-tin-1' is neither a SCO nor"),
    (b"organizations", b"organisations", "there is no 'organizations'"),
]
"""What stands there, what is planted, and how the first of our words about it begin."""
OURS = [
    (b' adlcp:scormtype="sco"', b"", "'resource' has no 'adlcp:scormtype'"),
    (b"<resources>", b'<resources xml:base="x/">', "'{http://www.w3.org/XML/1998/namespace}base'"),
    (b'href="start-tin-1.html">', b'href="tin-2.html">', "the resource 'sco-tin-1' launches"),
    (b'identifierref="sco-tin-1"', b'identifierref="shared"', "the first item leads to 'shared'"),
    (ITEM, ITEM.replace(b"sco-tin-1", b"sco-tin-9"), "an item leads to 'sco-tin-9', which is no"),
    (b'default="course"', b'default="other"', "'organizations' begins with 'other'"),
]
"""Valid by the XSDs, and yet no LMS, or not every one, finds its way."""


def planted(old: bytes, new: bytes) -> etree._Element:
    content = build(edition())[MANIFEST]
    assert old in content
    count = -1 if old == b"organizations" else 1
    return etree.fromstring(content.replace(old, new, count))


def test_nothing_is_wrong_with_what_is_built() -> None:
    assert [*faults(etree.fromstring(build(edition())[MANIFEST]))] == []


@pytest.mark.parametrize(("old", "new", "words"), BOTH)
def test_the_xsds_and_we_refuse(
    schema: etree.XMLSchema, old: bytes, new: bytes, words: str
) -> None:
    root = planted(old, new)
    assert not schema.validate(root)
    assert any(fault.startswith(words) for fault in faults(root)), [*faults(root)]


@pytest.mark.parametrize(("old", "new", "words"), OURS)
def test_we_alone_refuse(schema: etree.XMLSchema, old: bytes, new: bytes, words: str) -> None:
    root = planted(old, new)
    assert schema.validate(root), schema.error_log
    assert any(fault.startswith(words) for fault in faults(root)), [*faults(root)]
