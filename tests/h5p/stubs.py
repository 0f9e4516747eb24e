"""Libraries without any code, made of the project's own tables: for an importer that we did not
write to check packages against. They have the names, versions and fields of the real ones, as these
tables have them; whether the tables are right they cannot tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kandil.exporters._h5p.fields import (
    Boolean,
    Field,
    Group,
    Library,
    Many,
    Number,
    Picture,
    Plain,
    Rich,
    Select,
    Sub,
)
from kandil.exporters._h5p.libraries import LIBRARIES


def write_stubs(folder: Path, libraries: dict[str, Library] | None = None) -> Path:
    for library in (libraries or dict(LIBRARIES)).values():
        place = folder / f"{library.name}-{library.major}.{library.minor}"
        place.mkdir(parents=True)
        fields = [semantics(name, field) for name, field in library.fields.items()]
        (place / "semantics.json").write_text(json.dumps(fields))
        (place / "library.json").write_text(json.dumps(told(library)))
    return folder


def told(library: Library) -> dict[str, Any]:
    return {
        "title": library.name,
        "machineName": library.name,
        "majorVersion": library.major,
        "minorVersion": library.minor,
        "patchVersion": 0,
        "runnable": 1,
        "coreApi": {"majorVersion": 1, "minorVersion": 24},
    }


def semantics(name: str, field: Field) -> dict[str, Any]:
    """As `semantics.json` writes a field."""
    more: dict[str, Any] = {}
    match field:
        case Rich(tags=tags):
            more = {"type": "text", "tags": sorted(tags) or ["strong"]}
        case Plain(most=most):
            more = {"type": "text"} | ({"maxLength": most} if most else {})
        case Number(low=low, high=high):
            more = {"type": "number", "min": low, "max": high}
        case Boolean():
            more = {"type": "boolean"}
        case Select(options=options):
            more = {"type": "select", "options": [{"value": one, "label": one} for one in options]}
        case Picture():
            more = {"type": "image"}
        case Group(fields=fields):
            inner = [semantics(one, part) for one, part in fields.items()]
            more = {"type": "group", "fields": inner}
        case Many(item=item, low=low, high=high):
            more = {"type": "list", "min": low, "max": high, "field": semantics("item", item)}
        case Sub(options=options):
            more = {"type": "library", "options": [*options]}
    return {"name": name, "label": name, "optional": field.optional, **more}
