"""`H5P.Image`: a picture; never a drawing, since no H5P system lets an SVG or a WebP in."""

from __future__ import annotations

from kandil.exporters._h5p.fields import Boolean, Library, Picture, Plain, Value, plain_texts
from kandil.exporters._h5p.markup import Shot, escaped
from kandil.exporters._h5p.words import ui
from kandil.model.edition import Edition

_WORDS = {
    "contentName": "Picture",
    "expandImage": "Make the picture larger",
    "minimizeImage": "Make the picture smaller",
}
LIBRARY = Library(
    "H5P.Image",
    1,
    1,
    {
        "file": Picture(),
        "decorative": Boolean(),
        "alt": Plain(True),
        "title": Plain(True),
        **plain_texts(*_WORDS),
    },
)


def image(edition: Edition, shot: Shot) -> dict[str, Value]:
    """Its content."""
    file: Value = {
        "path": f"images/{shot.name}",
        "mime": shot.mime,
        "width": shot.width,
        "height": shot.height,
    }
    alt: dict[str, Value] = {"alt": escaped(shot.alt)} if shot.alt else {}
    return {"file": file, "decorative": not shot.alt, **alt, **ui(edition, _WORDS)}
