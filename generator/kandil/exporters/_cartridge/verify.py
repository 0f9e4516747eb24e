"""A cartridge against the profile of Content Packaging (its rule sets 3 to 10), and against what
Moodle's importer wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, normpath
from urllib.parse import unquote

from lxml import etree
from markupsafe import Markup

from kandil.exporters._cartridge.check_items import question_faults
from kandil.exporters._cartridge.files import framed
from kandil.exporters._cartridge.manifest import MANIFEST
from kandil.exporters._cartridge.version import QTI, VERSIONS, Version
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.contents import Contents
from kandil.verify.harmless import check_harmless
from kandil.verify.links import check_links
from kandil.verify.manifest import check_listed, read_manifest

SEEN = 1024
"""Bytes in which Moodle looks for the namespace."""
BASE = "$IMS-CC-FILEBASE$"
_HINT = "Build the package again."
_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def check_cartridge(contents: Contents) -> Iterator[Problem]:
    """V006, V004, V002 and V003, after what no package may hold."""
    if amiss := [*check_harmless(contents)]:
        yield from amiss
        return
    root, problems = read_manifest(contents, MANIFEST)
    yield from problems
    if root is None:
        return
    found = (one for one in VERSIONS.values() if root.tag == f"{{{one.namespace}}}manifest")
    version = next(found, None)
    if version is None:
        yield _fault(MANIFEST, "it is no manifest of Common Cartridge 1.1 or 1.3")
        return
    if f'xmlns="{version.namespace}"'.encode() not in contents.read(MANIFEST)[:SEEN]:
        yield _fault(MANIFEST, f"its namespace is not in its first {SEEN} bytes, as Moodle wants")
    looked = _Looked(contents, version, root)
    yield from check_listed(contents, MANIFEST, (one.get("href", "") for one in looked.all("file")))
    for words in (*looked.about(), *looked.tree(), *looked.resources()):
        yield _fault(MANIFEST, words)
    yield from looked.questions()
    yield from check_links(contents)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked at, with its manifest."""

    contents: Contents
    version: Version
    root: etree._Element

    def all(self, name: str) -> list[etree._Element]:
        """Elements of the manifest."""
        return [*self.root.iter(f"{{{self.version.namespace}}}{name}")]

    def kinds(self) -> dict[str, str]:
        """The kind of each resource, by its name."""
        return {one.get("identifier", ""): one.get("type", "") for one in self.all("resource")}

    def about(self) -> Iterator[str]:
        """Which standard it follows, and what it is called."""
        said = [one.text for name in ("schema", "schemaversion") for one in self.all(name)]
        if said != ["IMS Common Cartridge", self.version.number]:
            yield f"it does not say that it is Common Cartridge {self.version.number}"
        title = self.root.find(f".//{{{self.version.metadata}}}title")
        if title is None or not "".join(title.itertext()).strip():
            yield "the course has no title"

    def tree(self) -> Iterator[str]:
        """One root without a title; each line has one, and leads to a resource or holds lines."""
        trees = self.all("organization")
        if [one.get("structure") for one in trees] != ["rooted-hierarchy"]:
            yield "it has not one table of contents with a root"
            return
        space = {"c": self.version.namespace}
        tops = trees[0].findall("c:item", space)
        if len(tops) != 1 or tops[0].find("c:title", space) is not None:
            yield "its table of contents has not one root without a title"
        kinds = self.kinds()
        for one in self.all("item"):
            name, to = one.get("identifier", ""), one.get("identifierref")
            inner = one.findall("c:item", space)
            if one not in tops and not one.findtext("c:title", "", space).strip():
                yield f"the line '{name}' has no title"
            if to is None and not inner:
                yield f"the line '{name}' leads nowhere"
            if to is not None and (to not in kinds or kinds[to] == self.version.bank):
                yield f"the line '{name}' leads to '{to}', which cannot be opened (rule 8a)"
            if to is not None and inner:
                yield f"the line '{name}' leads somewhere and holds lines (rule 8b)"

    def resources(self) -> Iterator[str]:
        """Names, kinds, files and what they need (rules 3, 4, 5, 7, 9 and 10)."""
        every = [one.get("identifier", "") for one in self.root.iter(etree.Element)]
        names = [one for one in every if one]
        for name in sorted({one for one in names if names.count(one) > 1}):
            yield f"'{name}' names two things"
        for name in names:
            if not _NAME.fullmatch(name):
                yield f"'{name}' is no identifier: a letter must come first, or Moodle refuses it"
        kinds, asking = self.kinds(), (self.version.assessment, self.version.bank)
        if [*kinds.values()].count(self.version.bank) > 1:
            yield "it has more than one question bank (rule 4a)"
        for one in self.all("resource"):
            yield from self._resource(one, kinds, asking)

    def _resource(
        self, one: etree._Element, kinds: dict[str, str], asking: tuple[str, ...]
    ) -> Iterator[str]:
        space = {"c": self.version.namespace}
        name, kind = one.get("identifier", ""), one.get("type", "")
        files = [file.get("href", "") for file in one.findall("c:file", space)]
        needs = [need.get("identifierref", "") for need in one.findall("c:dependency", space)]
        if kind not in (*asking, "webcontent"):
            yield f"'{name}' is of the kind '{kind}', which this version has not"
        if kind in asking and (len(files) != 1 or one.get("href") is not None):
            yield f"'{name}' has not one file and no address (rules 3 and 4)"
        if kind == "webcontent" and one.get("href") not in files:
            yield f"'{name}' does not name the file that it opens (rule 10b)"
        if len({*files}) < len(files) or len({*needs}) < len(needs):
            yield f"'{name}' names something twice (rules 7b and 9a)"
        for need in needs:
            if need == name or kinds.get(need) != "webcontent":
                yield f"'{name}' needs '{need}', which it may not (rules 3 to 7)"

    def questions(self) -> Iterator[Problem]:
        """Every assessment, and the bank."""
        space = {"c": self.version.namespace}
        asking = (self.version.assessment, self.version.bank)
        for one in self.all("resource"):
            file = one.find("c:file", space)
            name = "" if file is None else file.get("href", "")
            if one.get("type") in asking and name in self.contents:
                root = etree.fromstring(self.contents.read(name))
                bank = one.get("type") == self.version.bank
                for words in question_faults(root, bank=bank):
                    yield _fault(name, words)
                yield from self._markup(name, root)

    def _markup(self, name: str, root: etree._Element) -> Iterator[Problem]:
        """Words of questions are as harmless as pages, and their pictures are there."""
        held: dict[str, bytes] = {}
        for number, text in enumerate(root.iter(f"{{{QTI}}}mattext"), 1):
            held[f"{name}/{number}.html"] = framed("en", "ltr", "", Markup(text.text or ""))
        pages = Contents(held, held.__getitem__)
        yield from check_harmless(pages)
        for page in held:
            for target in pages.page(page).links:
                if "://" not in target and not target.startswith("#"):
                    words = f"'{target}' leads to no page from a question"
                    yield Problem("V002", Place(name), words, _HINT)
            for source in pages.page(page).loads:
                if not source.startswith(BASE):
                    yield Problem(
                        "V003", Place(name), f"'{source}' leads out of the package", _HINT
                    )
                    continue
                path = normpath(f"{dirname(name)}/{unquote(source.removeprefix(BASE))}")
                if path not in self.contents:
                    yield Problem("V002", Place(name), f"'{path}' is not in the package", _HINT)


def _fault(name: str, words: str) -> Problem:
    return Problem("V006", Place(name), words, _HINT)
