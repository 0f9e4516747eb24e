"""A `.h5p` file: `h5p.json`, `content/content.json`, and the pictures that it names."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from kandil.exporters._h5p.fields import Library, Value
from kandil.exporters._h5p.libraries import LIBRARIES
from kandil.exporters._h5p.shape import subcontents
from kandil.package.archive import packed
from kandil.package.artefact import File
from kandil.values import dataclass

HEAD, BODY, IMAGES = "h5p.json", "content/content.json", "content/images/"
TITLE = 255
"""Characters of a title."""
LICENCES = {
    **{f"CC-{one}": f"CC {one}" for one in ("BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA")},
    "CC-BY-NC-ND": "CC BY-NC-ND",
    "CC0": "CC0 1.0",
}
"""H5P's own names for those that courses have; of any other it says that it is undisclosed."""
VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a file and of each content in it."""

    key: str
    """Ids of contents begin with it, so that they are the same in every build."""
    title: str
    tag: str
    """The locale."""
    licence: str
    """As SPDX calls it."""

    def titled(self, title: str) -> Facts:
        """The same for a part with a title of its own."""
        return replace(self, title=title)

    def held(self, library: Library, params: dict[str, Value], name: str) -> dict[str, Value]:
        """A content with its library, as another content holds it; `name` is unlike others'."""
        return {
            "library": str(library),
            "params": params,
            "subContentId": str(uuid5(NAMESPACE_URL, f"kandil:{self.key}/{name}")),
            "metadata": {
                "contentType": _kind(library),
                "title": one_line(self.title),
                **_licensed(self.licence),
            },
        }


def h5p_file(
    facts: Facts,
    library: Library,
    params: dict[str, Value],
    pictures: Mapping[str, bytes],
    bundle: tuple[File, ...] = (),
) -> bytes:
    """Its bytes. `pictures`: those that may be named in it; `bundle`: files of libraries."""
    used = used_in(library, params)
    head = {
        "title": one_line(facts.title),
        "language": language(facts.tag),
        "mainLibrary": library.name,
        "embedTypes": ["iframe"],
        **_licensed(facts.licence),
        "preloadedDependencies": [_dependency(LIBRARIES[one]) for one in used],
    }
    body = _json(params)
    shown = (name for name in sorted(pictures) if f'"images/{name}"'.encode() in body)
    images = [File(IMAGES + name, pictures[name]) for name in shown]
    return packed([File(HEAD, _json(head)), File(BODY, body), *images, *bundle])


def used_in(library: Library, params: dict[str, Value]) -> tuple[str, ...]:
    """Libraries of a content, the main one among them, as it names them."""
    return tuple(sorted({str(library), *(str(one["library"]) for one in subcontents(params))}))


def language(tag: str) -> str:
    """`tag`, or as much of it as H5P takes: ten letters and hyphens."""
    parts = tag.split("-")
    some = ("-".join(parts[:number]) for number in range(len(parts), 0, -1))
    return next(filter(re.compile(r"[-a-zA-Z]{1,10}").fullmatch, some), "und")


def one_line(title: str) -> str:
    """On one line, not too long."""
    return " ".join(title.split())[:TITLE].strip() or "-"


def _licensed(spdx: str) -> dict[str, Value]:
    """`CC BY-SA` and 4.0 of `CC-BY-SA-4.0`."""
    name, _, version = spdx.rpartition("-")
    if name not in LICENCES or version not in VERSIONS:
        return {"license": "U"}
    # The version of CC0 is a part of its name.
    more: dict[str, Value] = {} if name == "CC0" else {"licenseVersion": version}
    return {"license": LICENCES[name], **more}


def _kind(library: Library) -> str:
    """`Question Set`: what an editor lists it as."""
    name = library.name.partition(".")[2]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def _dependency(library: Library) -> dict[str, Value]:
    return {
        "machineName": library.name,
        "majorVersion": library.major,
        "minorVersion": library.minor,
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
