"""Ready configuration of web servers: types, packed files, caching, and no record of readers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

from kandil.model.edition import Edition
from kandil.portal.templates import plain_templates
from kandil.render.site.safety import EXIT
from kandil.verify.hosted import ROOT

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "xml": "text/xml",
    "txt": "text/plain",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "zip": "application/zip",
    "h5p": "application/zip",
    "imscc": "application/zip",
    "mbz": "application/vnd.moodle.backup",
    "epub": "application/epub+zip",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
    "zim": "application/octet-stream",
}
"""Of what formats make, and of what hosts put beside; IIS refuses what it does not know."""
PLACED = {"nginx.conf": "servers", "apache.conf": "servers", "web.config": ROOT}
"""IIS looks for its file in the folder itself."""


def write_servers(editions: Sequence[Edition], out: Path, lacking: str) -> None:
    """One file a server, and a page that says what to do with each, and what is `lacking`."""
    made = plain_templates("servers")
    hidden = [one for one in editions if one.course.sensitive]
    words = {
        "types": TYPES,
        "day": editions[0].as_of,
        "neutral": EXIT,
        "lacking": wrap(lacking, 100),
        "private": sorted({one.name for one in hidden}),
        "private_places": sorted(
            {
                above.relative_to(out / ROOT).as_posix()
                for one in hidden
                for above in (out / ROOT).glob(f"*/*/{one.name}")
            }
        ),
    }
    for name, folder in {**PLACED, "README.txt": "."}.items():
        (out / folder).mkdir(exist_ok=True)
        (out / folder / name).write_text(made.get_template(name).render(words), "utf-8")
