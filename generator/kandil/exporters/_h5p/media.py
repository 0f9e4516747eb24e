"""The picture above a question."""

from __future__ import annotations

from kandil.exporters._h5p.fields import Boolean, Group, Sub
from kandil.exporters._h5p.image import LIBRARY as IMAGE

MEDIA = Group(
    fields={"type": Sub(True, (str(IMAGE),)), "disableImageZooming": Boolean(True)},
)
