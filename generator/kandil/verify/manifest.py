"""An XML manifest: well-formed, and in agreement with the files beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree

from kandil.problems import Place, Problem
from kandil.verify.contents import Contents


def read_manifest(contents: Contents, name: str) -> tuple[etree._Element | None, list[Problem]]:
    """The root, or what keeps it from being read; entities and outside DTDs are never followed."""
    if name not in contents:
        message = f"the package has no '{name}' at its root"
        hint = "Zip the files themselves, not the folder that holds them."
        return None, [Problem("V004", Place(name), message, hint)]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(contents.read(name), parser), []
    except etree.XMLSyntaxError as error:
        place = Place(name, max(error.lineno or 1, 1), max(error.offset or 1, 1))
        hint = "Build the package again."
        return None, [Problem("V006", place, f"not well-formed XML: {error.msg}", hint)]


def check_listed(contents: Contents, manifest: str, hrefs: Iterable[str]) -> Iterator[Problem]:
    """V004 for a file that is not listed, and for a listed file that is not there."""
    listed = {unquote(href) for href in hrefs}
    for name in sorted({*contents.names, *listed} - {manifest}):
        if name not in listed:
            message = f"'{name}' is not listed in {manifest}"
            yield Problem("V004", Place(name), message, "List every file of the package.")
        elif name not in contents:
            message = f"{manifest} lists '{name}', which is not in the package"
            yield Problem("V004", Place(manifest), message, "Build the package again.")
