"""An inline drawing with the words of an edition, as HTML that is XML too."""

from __future__ import annotations

from kandil.model.drawing import Drawing
from kandil.model.text import Text
from kandil.render.html.escaping import escaped

_SVG = '<svg xmlns="http://www.w3.org/2000/svg"'
"""An end tag in SVG is never left out, so that no space stands before its slash."""


def drawing(drawn: Drawing, alt: str, mirrored: bool) -> str:
    """A picture to whoever cannot see it; what stands in it is said in `alt`."""
    told = f' role="img" aria-label="{escaped(alt)}"' if alt else ' aria-hidden="true"'
    turned = ' class="mirror"' if mirrored else ""
    labels = [*map(_label, drawn.labels), ""]
    parts = (part for pair in zip(drawn.pieces, labels, strict=True) for part in pair)
    return f"{_SVG}{told}{turned}{''.join(parts)}"


def _label(text: Text) -> str:
    """Behind the attributes of the tag that holds it."""
    lang = f' lang="{text.lang}"' if text.lang else ""
    return f"{lang}>{escaped(text.plain)}"
