"""The manifest: what is in the cartridge, and the order in which it is learnt."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kandil.exporters._cartridge.version import Version
from kandil.package.xml import Vocabulary, serialise
from kandil.values import dataclass

MANIFEST = "imsmanifest.xml"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that a platform shows, or needs for one that it shows."""

    identifier: str
    kind: str
    files: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: a resource, or a folder of lines."""

    identifier: str
    title: str
    resource: str = ""
    inner: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """What is said of the cartridge."""

    identifier: str
    title: str
    language: str


def manifest(
    version: Version, whole: Whole, entries: Sequence[Entry], resources: Sequence[Resource]
) -> bytes:
    """Its namespace stands in the first line: Moodle looks for it in the first 1,024 bytes."""
    words = Vocabulary({"": version.namespace, "lomimscc": version.metadata})
    root = words.root("manifest", identifier=whole.identifier)
    about = words.add(root, "metadata")
    words.add(about, "schema", "IMS Common Cartridge")
    words.add(about, "schemaversion", version.number)
    general = words.add(words.add(about, "lomimscc:lom"), "lomimscc:general")
    for name in ("title", "description"):
        said = words.add(general, f"lomimscc:{name}")
        words.add(said, "lomimscc:string", whole.title, language=whole.language)
    tree = words.add(words.add(root, "organizations"), "organization", identifier="organization")
    tree.set("structure", "rooted-hierarchy")
    top = words.add(tree, "item", identifier="root")
    for entry in entries:
        _entry(words, top, entry)
    held = words.add(root, "resources")
    for one in resources:
        _resource(words, held, one)
    return serialise(root)


def _entry(words: Vocabulary, parent: etree._Element, entry: Entry) -> None:
    made = words.add(parent, "item", identifier=entry.identifier)
    if entry.resource:
        made.set("identifierref", entry.resource)
    words.add(made, "title", entry.title)
    for one in entry.inner:
        _entry(words, made, one)


def _resource(words: Vocabulary, parent: etree._Element, one: Resource) -> None:
    """Only what is content bears an address of its own (rules 3c, 4d and 10)."""
    made = words.add(parent, "resource", identifier=one.identifier, type=one.kind)
    if one.kind == "webcontent":
        made.set("href", one.files[0])
    for name in one.files:
        words.add(made, "file", href=name)
    for other in one.needs:
        words.add(made, "dependency", identifierref=other)
