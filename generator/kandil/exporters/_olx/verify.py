"""An archive for Open edX, looked at again: what its importer takes in silence is told here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from kandil.exporters._olx.check_policies import check_policies
from kandil.exporters._olx.check_problem import faults
from kandil.exporters._olx.harmless import check_parts
from kandil.exporters._olx.names import TOP
from kandil.exporters._olx.references import check_references
from kandil.exporters._olx.tree import Tree, read_tree
from kandil.problems import Place, Problem
from kandil.verify.contents import Contents, nested, read_contents
from kandil.verify.shown import Shown, has_digits, read_shown

_LOOSE = {f"{TOP}/{name}" for name in ("policies/assets.json", "about/overview.html")}
"""To which no block leads."""
_SAID = ("display_name", "answer", "format", "label")
"""Attributes whose words a person sees."""


def check_archive(package: Path) -> Iterator[Problem]:
    """Every problem; raises `UnreadableError` for what is no archive."""
    with nested(package.read_bytes()) as contents:
        for one in _check(contents):
            file = f"{package.name}/{one.place.file}"
            yield replace(one, place=replace(one.place, file=file))


def _check(contents: Contents) -> Iterator[Problem]:
    tree = read_tree(contents)
    if tree.run in tree.blocks:
        check_policies(tree)
        for _, block in tree.of("problem"):
            for fault in faults(block.root):
                tree.fault(block.file, fault, "V050")
    check_references(tree)
    yield from tree.problems
    yield from _unused(tree)
    yield from check_parts(contents)


def _unused(tree: Tree) -> Iterator[Problem]:
    """What would lie on the site, and nobody would know of it."""
    for name in tree.contents.names:
        if name not in tree.files | _LOOSE:
            message = f"nothing in the course leads to '{name}'"
            yield Problem("V004", Place(name), message, "Build the package again.")


def shown_in_archive(package: Path, digits: bool) -> Iterator[Shown]:
    """Its pages, questions and policies, and the words in attributes of blocks."""
    with read_contents(package) as outside:
        yield from read_shown(outside, digits)
    with nested(package.read_bytes()) as contents:
        for name in contents.names:
            if name.endswith(".xml"):
                said = _attributes(f"{package.name}/{name}", contents.read(name))
                yield from filter(has_digits if digits else None, said)


def _attributes(file: str, content: bytes) -> Iterator[Shown]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(content, parser) if content.strip() else None
    for element in () if root is None else root.iter(etree.Element):
        for name in _SAID:
            if element.get(name):
                yield Shown(file, element.get(name, ""))
