"""The manifest of a SCORM 1.2 package (Content Packaging 1.1.2 with ADL's extensions)."""

from __future__ import annotations

from collections.abc import Sequence

from kandil.exporters._bare import shown_title
from kandil.exporters._scorm.grammar12 import ADLCP, IMSCP
from kandil.exporters._scorm.packed import Sco
from kandil.exporters._scorm.resources import add_sco, add_shared
from kandil.model.edition import Edition
from kandil.package.xml import Vocabulary, serialise

WORDS = Vocabulary({"": IMSCP, "adlcp": ADLCP})
_KIND = "adlcp_scormtype"


def manifest(edition: Edition, scos: Sequence[Sco], shared: Sequence[str]) -> bytes:
    """An item for each of `scos`, all of which use the files `shared`, if there are any."""
    root = WORDS.root("manifest", identifier=f"course-{edition.package_name}", version="1.0")
    metadata = WORDS.add(root, "metadata")
    WORDS.add(metadata, "schema", "ADL SCORM")
    WORDS.add(metadata, "schemaversion", "1.2")
    organizations = WORDS.add(root, "organizations", default="course")
    organization = WORDS.add(organizations, "organization", identifier="course")
    WORDS.add(organization, "title", shown_title(edition))
    resources = WORDS.add(root, "resources")
    for sco in scos:
        item = WORDS.add(
            organization,
            "item",
            identifier=sco.item,
            identifierref=sco.resource,
            isvisible="true",
        )
        WORDS.add(item, "title", sco.title)
        add_sco(WORDS, resources, _KIND, sco, shared=bool(shared))
    add_shared(WORDS, resources, _KIND, shared)
    return serialise(root)
