"""The resources of a manifest, the same in SCORM 1.2 and 2004 but for the name of one attribute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from kandil.exporters._scorm.packed import Sco
from kandil.package.xml import Vocabulary

_SHARED = "shared"


def add_sco(
    words: Vocabulary, resources: etree._Element, kind: str, sco: Sco, *, shared: bool
) -> None:
    """What an LMS launches; `kind` names the attribute that says so."""
    about = {"identifier": sco.resource, "type": "webcontent", kind: "sco", "href": sco.files[0]}
    resource = words.add(resources, "resource", **about)
    _list(words, resource, sco.files)
    if shared:
        words.add(resource, "dependency", identifierref=_SHARED)


def add_shared(
    words: Vocabulary, resources: etree._Element, kind: str, files: Sequence[str]
) -> None:
    """What all SCOs use, if there is anything. It comes last: Open edX launches the first."""
    if files:
        about = {"identifier": _SHARED, "type": "webcontent", kind: "asset"}
        _list(words, words.add(resources, "resource", **about), files)


def _list(words: Vocabulary, resource: etree._Element, names: Iterable[str]) -> None:
    for name in names:
        words.add(resource, "file", href=name)
