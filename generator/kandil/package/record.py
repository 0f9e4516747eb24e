"""What a package says of itself, so that it can be told and checked long after it was built."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kandil import __version__
from kandil.model.edition import Edition
from kandil.package.artefact import File

NAME = "edition.json"
BESIDE = "formats.json"
"""In a course's folder: the format of each file in it that cannot say it by itself."""


def record(edition: Edition, form: str) -> File:
    """The format, the edition and its date (`rulings.md` 13); ids only, never titles."""
    facts = {
        "format": form,
        "course": edition.course.id,
        "locale": edition.locale,
        "kind": edition.kind,
        "as_of": edition.as_of.isoformat(),
        "kandil": __version__,
    }
    if edition.territory:
        facts["territory"] = edition.territory.code
    if edition.variant:
        facts["variant"] = edition.variant
    return File(NAME, (json.dumps(facts, indent=1) + "\n").encode())


def beside(formats: Mapping[str, str]) -> bytes:
    """The format of each file, by its name."""
    return (json.dumps(dict(sorted(formats.items())), indent=1) + "\n").encode()
