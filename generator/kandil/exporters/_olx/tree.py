"""A course as the platform reads it: from `course.xml`, pointer by pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from kandil.exporters._olx.names import TOP
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.contents import Contents

HINT = "Build the package again."
_INSIDE = {
    "course": {"chapter"},
    "chapter": {"sequential"},
    "sequential": {"vertical"},
    "vertical": {"html", "problem"},
}
"""Any other kind of block hangs on what a site has installed."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_ROOT = {"url_name", "org", "course"}


@dataclass(frozen=True, slots=True)
class Block:
    """What a file of the tree holds."""

    kind: str
    file: str
    root: etree._Element

    def __contains__(self, setting: str) -> bool:
        """Whether it says so itself."""
        return setting in [*self.root.attrib]


@dataclass(slots=True)
class Tree:
    """Every block that can be reached, and what is wrong on the way."""

    contents: Contents
    run: str = ""
    blocks: dict[str, Block] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    """Those that belong to a block."""
    problems: list[Problem] = field(default_factory=list)

    def of(self, kind: str) -> Iterator[tuple[str, Block]]:
        """Blocks of a kind, by name."""
        return ((name, one) for name, one in self.blocks.items() if one.kind == kind)

    def fault(self, file: str, message: str, code: str = "V006") -> None:
        """Something wrong in a file."""
        self.problems.append(Problem(code, Place(file), message, HINT))


def read_tree(contents: Contents) -> Tree:
    """Nothing is read twice, so no ring of pointers has an end that is not found."""
    tree = Tree(contents)
    start = f"{TOP}/course.xml"
    root = _read(tree, start, "course", start)
    if root is not None:
        missing = sorted(_ROOT - {*root.attrib})
        if missing or len(root):
            tree.fault(start, f"points to no course: without {' and '.join(missing) or 'an end'}")
        else:
            tree.run = root.get("url_name", "")
            _follow(tree, "course", tree.run, start)
    return tree


def _read(tree: Tree, file: str, kind: str, above: str) -> etree._Element | None:
    if file not in tree.contents:
        tree.fault(above, f"names '{file}', which is not in the package", "V004")
        return None
    tree.files.add(file)
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(tree.contents.read(file), parser)
    except etree.XMLSyntaxError as error:
        tree.fault(file, f"not well-formed XML: {error.msg}")
        return None
    if root.tag != kind:
        tree.fault(file, f"holds a <{root.tag!s}> where '{above}' names a <{kind}>")
        return None
    return root


def _follow(tree: Tree, kind: str, name: str, above: str) -> None:
    if not _NAME.fullmatch(name):
        return tree.fault(
            above, f"the url_name '{name}' of a <{kind}> is none that a link can name"
        )
    if name in tree.blocks:
        return tree.fault(above, f"two blocks of the course have the url_name '{name}'")
    file = f"{TOP}/{kind}/{name}.xml"
    root = _read(tree, file, kind, above)
    if root is None:
        return None
    tree.blocks[name] = Block(kind, file, root)
    if kind != "course" and not root.get("display_name"):
        tree.fault(file, "has no display_name, so that the platform calls it by its kind")
    if kind == "html":
        return _content(tree, file, root)
    for pointer in root if kind in _INSIDE else ():
        _point(tree, kind, file, pointer)
    if kind in _INSIDE and not len(root):
        tree.fault(file, f"a <{kind}> with nothing in it")
    return None


def _point(tree: Tree, kind: str, file: str, pointer: etree._Element) -> None:
    inner = str(pointer.tag)
    if inner not in _INSIDE[kind]:
        tree.fault(file, f"a <{inner}> stands in a <{kind}>: no course of Kandil's has that")
    elif [*pointer.attrib] != ["url_name"] or len(pointer) or (pointer.text or "").strip():
        tree.fault(file, f"the pointer to a <{inner}> is more, or less, than its url_name")
    else:
        _follow(tree, inner, pointer.get("url_name", ""), file)


def _content(tree: Tree, file: str, root: etree._Element) -> None:
    """A page: its words lie beside it."""
    words = f"{TOP}/html/{root.get('filename', '')}.html"
    if words not in tree.contents:
        tree.fault(file, f"names '{words}', which is not in the package", "V004")
    tree.files.add(words)
