"""Documents of the office kind inside a package (ECMA-376 part 2): packed alike at every build,
looked at before they are handed out, and read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree

from kandil.lint.phones.seam import Seam
from kandil.package.archive import packed
from kandil.package.artefact import File
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents, nested
from kandil.verify.shown import Shown

_KINDS = re.compile(r".+\.(?:xml|rels)")
_ACTIVE = frozenset(("altChunk", "control", "fldSimple", "instrText", "object", "oleObj"))
"""Elements by which a document runs or loads something."""
_HINT = "Do not use this copy: it is damaged, or somebody changed it."
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_PROPERTIES = "docProps/core.xml"
_FIRST = "[Content_Types].xml"


def repacked(document: bytes) -> bytes:
    """The same parts without the time of day that a library writes."""
    with ZipFile(BytesIO(document)) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != _FIRST, name))
        return packed(File(name, archive.read(name)) for name in names)


def check_document(name: str, content: bytes) -> Iterator[Problem]:
    """V042 for what may run, V003 for what leads out of it, V002 for a part that is not there."""
    with nested(content) as parts:
        for part in parts.names:
            for code, words in _faults(parts, part):
                place = Place(f"{name}/{part}")
                yield Problem(code, place, f"No package of Kandil's has this: {words}", _HINT)


def _faults(parts: Contents, part: str) -> Iterator[tuple[str, str]]:
    if not _KINDS.fullmatch(part):
        yield "V042", "a file of this kind"
        return
    content = parts.read(part)
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError:
        yield "V042", "XML that cannot be read"
        return
    if b"<!" in content or _names(root) & _ACTIVE:
        yield "V042", "a definition, or what runs or loads something"
    for rel in root if part.endswith(".rels") else ():
        if rel.get("TargetMode", "Internal") != "Internal":
            yield "V003", f"a reference to '{rel.get('Target')}'"
        elif _target(part, rel.get("Target", "")) not in parts:
            yield "V002", f"a part that is not there: '{rel.get('Target')}'"


def _names(root: etree._Element) -> set[str]:
    return {etree.QName(element).localname for element in root.iter(etree.Element)}


def _target(rels: str, target: str) -> str:
    """`ppt/_rels/a.xml.rels` speaks for `ppt/a.xml`."""
    return normpath(join("/", dirname(dirname(rels)), target)).lstrip("/")


def shown_in_document(name: str, content: bytes) -> Iterator[Shown]:
    """Every paragraph and every property of a document, and what a drawing means."""
    with nested(content) as parts:
        for part in parts.names:
            if part.endswith(".xml") and part != _FIRST:
                yield from _shown(f"{name}/{part}", etree.fromstring(parts.read(part), _PARSER))


def _shown(file: str, root: etree._Element) -> Iterator[Shown]:
    seam = Seam()
    for block in root if file.endswith(_PROPERTIES) else root.iter("{*}p"):
        words = " ".join("".join(_words(block)).split())
        if words:
            yield Shown(file, words, _language(block))
            if over := seam.joined(words):
                yield Shown(file, over, _language(block))
    for element in root.iter("{*}cNvPr", "{*}docPr"):
        if words := element.get("descr", ""):
            yield Shown(file, words)


def _words(block: etree._Element) -> Iterator[str]:
    """Paragraphs inside it, those of a drawing's labels, speak for themselves."""
    if block.text:
        yield block.text
    for element in block.iterchildren(etree.Element):
        name = etree.QName(element).localname
        if name in ("br", "tab"):
            yield " "
        elif name != "p":
            yield from _words(element)


def _language(block: etree._Element) -> str:
    """That of its first words."""
    for element in block.iter("{*}lang", "{*}rPr"):
        for key, value in element.items():
            if etree.QName(key).localname in ("val", "lang"):
                return value
    return ""
