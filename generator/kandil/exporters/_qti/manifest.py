"""The manifest of a package (IMS Content Packaging 1.2 as QTI profiles it)."""

from __future__ import annotations

from collections.abc import Iterable

from kandil.exporters._qti.dialect import Dialect
from kandil.package.xml import Vocabulary, serialise
from kandil.values import dataclass

MANIFEST = "imsmanifest.xml"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the package, with what must come with it."""

    identifier: str
    kind: str
    file: str
    needs: tuple[str, ...] = ()
    """Identifiers of other resources."""
    more: tuple[str, ...] = ()
    """Files beside the first."""


def manifest(dialect: Dialect, identifier: str, resources: Iterable[Resource]) -> bytes:
    """It lists tests first, as players launch the first that they find."""
    words = Vocabulary({"": dialect.packaging})
    root = words.root("manifest", identifier=identifier)
    metadata = words.add(root, "metadata")
    words.add(metadata, "schema", dialect.schema)
    words.add(metadata, "schemaversion", dialect.schema_version)
    words.add(root, "organizations")
    held = words.add(root, "resources")
    for one in resources:
        made = words.add(held, "resource", identifier=one.identifier, type=one.kind, href=one.file)
        for name in (one.file, *one.more):
            words.add(made, "file", href=name)
        for other in one.needs:
            words.add(made, "dependency", identifierref=other)
    return serialise(root)
