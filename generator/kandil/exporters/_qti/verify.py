"""A QTI package: its manifest (Content Packaging 1.2 as QTI profiles it), items and tests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kandil.exporters._qti.check_item import item_faults
from kandil.exporters._qti.check_test import check_test
from kandil.exporters._qti.dialect import DIALECTS, Dialect
from kandil.exporters._qti.manifest import MANIFEST
from kandil.exporters._qti.neutral import neutral
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.contents import Contents
from kandil.verify.harmless import check_harmless
from kandil.verify.manifest import check_listed, read_manifest

_HINT = "Build the package again."
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_OUT = re.compile(r"[a-z]+:|//")


def check_package(contents: Contents) -> Iterator[Problem]:
    """V004, V006, V002 and V003, after what no package may hold."""
    if amiss := [*check_harmless(contents)]:
        yield from amiss
        return
    root, problems = read_manifest(contents, MANIFEST)
    yield from problems
    if root is None:
        return
    dialect = next(
        (one for one in DIALECTS.values() if root.tag == f"{{{one.packaging}}}manifest"), None
    )
    if dialect is None:
        yield _fault(MANIFEST, "it is no manifest of a QTI package")
        return
    looked = _Looked(contents, dialect, root)
    hrefs = (file.get("href", "") for file in looked.all("file"))
    yield from check_listed(contents, MANIFEST, hrefs)
    yield from (_fault(MANIFEST, words) for words in looked.manifest())
    yield from looked.parts()


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked at, with its manifest."""

    contents: Contents
    dialect: Dialect
    root: etree._Element

    def all(self, name: str) -> list[etree._Element]:
        """Elements of the manifest."""
        return [*self.root.iter(f"{{{self.dialect.packaging}}}{name}")]

    def files(self, kind: str) -> dict[str, etree._Element]:
        """Resources of a kind, by their file."""
        return {one.get("href", ""): one for one in self.all("resource") if one.get("type") == kind}

    def manifest(self) -> Iterator[str]:
        """Versions, names, kinds, and what belongs together."""
        said = [one.text for name in ("schema", "schemaversion") for one in self.all(name)]
        if said != [self.dialect.schema, self.dialect.schema_version]:
            yield f"it does not say that it is {self.dialect.schema} {self.dialect.schema_version}"
        names = [one.get("identifier", "") for one in self.all("resource")]
        for name in sorted({one for one in names if names.count(one) > 1}):
            yield f"'{name}' names two resources"
        for name in names:
            if not _NAME.fullmatch(name):
                yield f"'{name}' is no identifier: a letter must come first"
        kinds = {self.dialect.item_type, self.dialect.test_type, "webcontent"}
        for one in self.all("resource"):
            if one.get("type") not in kinds:
                yield f"'{one.get('type')}' is no kind of resource of this version"
            first = one.find(f"{{{self.dialect.packaging}}}file")
            if first is None or first.get("href") != one.get("href"):
                yield f"'{one.get('identifier')}' does not begin with its own file"
        for one in self.all("dependency"):
            if one.get("identifierref") not in names:
                yield f"something depends on '{one.get('identifierref')}', which is not there"
        if not self.files(self.dialect.test_type):
            yield "it has no test"

    def parts(self) -> Iterator[Problem]:
        """Every item and every test."""
        items = self.files(self.dialect.item_type)
        for name in items:
            if (root := self.read(name)) is not None:
                yield from self.strange(name, root)
                yield from (_fault(name, words) for words in item_faults(root))
                yield from self.pictures(name, root)
        files = {one.get("identifier"): href for href, one in items.items()}
        for name, resource in self.files(self.dialect.test_type).items():
            if (root := self.read(name)) is not None:
                yield from self.strange(name, root)
                needs = resource.iterfind(f"{{{self.dialect.packaging}}}dependency")
                needed = {files.get(one.get("identifierref", ""), "") for one in needs}
                yield from (_fault(name, words) for words in check_test(root, items, needed))

    def read(self, name: str) -> etree._Element | None:
        """None where it is not there, which was said before."""
        return etree.fromstring(self.contents.read(name)) if name in self.contents else None

    def strange(self, name: str, root: etree._Element) -> Iterator[Problem]:
        """Elements that the version has not, or that no build writes."""
        for word in dict.fromkeys(neutral(root, self.dialect)):
            yield _fault(name, f"no item of Kandil's has the element '{word}'")

    def pictures(self, name: str, root: etree._Element) -> Iterator[Problem]:
        """They are in the package; a link leads nowhere but out, by her own tap."""
        for image in root.iter("img"):
            source = image.get("src", "")
            if _OUT.match(source):
                message = f"'{source}' leads out of the package"
                yield Problem("V003", Place(name), message, "Put the picture into the package.")
            elif source not in self.contents:
                message = f"'{source}' is not in the package"
                yield Problem("V002", Place(name), message, _HINT)


def _fault(name: str, words: str) -> Problem:
    return Problem("V006", Place(name), words, _HINT)
