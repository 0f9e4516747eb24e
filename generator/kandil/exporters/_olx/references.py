"""What pages and problems name: files of `static`, other blocks, places on the page, sites."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.exporters._olx.names import JUMP, STATIC, TOP
from kandil.exporters._olx.tree import Tree
from kandil.verify.contents import Contents
from kandil.verify.document import Document, read_document
from kandil.verify.links import EMPTY

_SITES = ("https://", "http://")
_MORE = b"additional_answer"
"""No name of HTML; it is read as `<answer>`."""


def documents(contents: Contents) -> Iterator[tuple[str, Document]]:
    """Pages and problems, which are shown as parts of pages."""
    for file in contents.names:
        if file.endswith(".html"):
            yield file, contents.page(file)
        elif file.startswith(f"{TOP}/problem/"):
            yield file, read_document(contents.read(file).replace(_MORE, b"answer"))


def check_references(tree: Tree) -> None:
    """Notes what is wrong in `tree`, and which files of `static` something shows."""
    for file, page in documents(tree.contents):
        for code, message in _faults(tree, page):
            tree.fault(file, message, code)


def _faults(tree: Tree, page: Document) -> Iterator[tuple[str, str]]:
    for anchor in sorted(page.twice):
        yield "V020", f"The id '{anchor}' stands twice on this page"
    for address in page.loads:
        if address.startswith("#") and address[1:] in page.anchors:
            continue
        if not address.startswith(STATIC):
            yield "V003", f"'{address[:60]}' leads out of the package"
            continue
        file = f"{TOP}{address}"
        tree.files.add(file)
        if file not in tree.contents:
            yield "V002", f"'{file}' is not in the package"
    for address in (one for one in page.links if one != EMPTY):
        yield from _led(tree, page, address)


def _led(tree: Tree, page: Document, address: str) -> Iterator[tuple[str, str]]:
    if address.startswith("#"):
        if address[1:] not in page.anchors:
            yield "V002", f"the page has nothing with the id '{address[1:]}'"
    elif address.startswith(JUMP):
        if address.removeprefix(JUMP) not in tree.blocks:
            yield "V002", f"no block has the url_name '{address.removeprefix(JUMP)}'"
    elif not address.startswith(_SITES):
        yield "V003", f"'{address[:60]}' leads out of the course"
    elif address in page.unguarded:
        yield "V003", f"'{address[:60]}' tells the other site of this page"
