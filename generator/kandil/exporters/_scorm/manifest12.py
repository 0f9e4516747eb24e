"""The manifest of a SCORM 1.2 package (Content Packaging 1.1.2 with ADL's extensions)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from kandil.exporters._bare import shown_title
from kandil.exporters._scorm.launch12 import ADLCP, IMSCP
from kandil.exporters._scorm.packed import Sco
from kandil.model.edition import Edition
from kandil.package.xml import Vocabulary, serialise

WORDS = Vocabulary({"": IMSCP, "adlcp": ADLCP})
SHARED = "shared"


def manifest(edition: Edition, scos: Sequence[Sco], shared: Sequence[str]) -> bytes:
    """An item for each of `scos`, all of which use the files `shared`, if there are any.

    Open edX launches the first resource, so what the SCOs share comes last."""
    root = WORDS.root("manifest", identifier=f"course-{edition.package_name}", version="1.0")
    metadata = WORDS.add(root, "metadata")
    WORDS.add(metadata, "schema", "ADL SCORM")
    WORDS.add(metadata, "schemaversion", "1.2")
    organizations = WORDS.add(root, "organizations", default="course")
    organization = WORDS.add(organizations, "organization", identifier="course")
    WORDS.add(organization, "title", shown_title(edition))
    resources = WORDS.add(root, "resources")
    for sco in scos:
        _add(organization, resources, sco, shared=bool(shared))
    if shared:
        kind = {"type": "webcontent", "adlcp_scormtype": "asset"}
        _list(WORDS.add(resources, "resource", identifier=SHARED, **kind), shared)
    return serialise(root)


def _add(
    organization: etree._Element, resources: etree._Element, sco: Sco, *, shared: bool
) -> None:
    item = WORDS.add(
        organization,
        "item",
        identifier=sco.item,
        identifierref=sco.resource,
        isvisible="true",
    )
    WORDS.add(item, "title", sco.title)
    resource = WORDS.add(
        resources,
        "resource",
        identifier=sco.resource,
        type="webcontent",
        adlcp_scormtype="sco",
        href=sco.files[0],
    )
    _list(resource, sco.files)
    if shared:
        WORDS.add(resource, "dependency", identifierref=SHARED)


def _list(resource: etree._Element, names: Iterable[str]) -> None:
    for name in names:
        WORDS.add(resource, "file", href=name)
