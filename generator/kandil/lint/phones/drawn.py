"""Words in the drawings of a lesson: a learner reads them, and could call what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from kandil.model.blocks import Picture
from kandil.model.course import Module
from kandil.model.drawing import Drawing
from kandil.model.inlines import Image, walk
from kandil.model.structure import within
from kandil.model.text import texts
from kandil.problems import Place
from kandil.read.course.drawing import DrawingError, read_drawing
from kandil.read.source.door import PICTURE, read_file

_SUFFIX = ".svg"
_TAG = re.compile("<[^>]*>")


def drawn_words(folder: Path, module: Module) -> Iterator[tuple[str, Place]]:
    """Of each drawing, with the place where the lesson shows it; nothing of what cannot be read."""
    pictures = within(Picture, module)
    for one in pictures:
        if one.drawing:
            yield _uncounted(one.drawing), one.place
    for image, place in _images(module, pictures):
        if image.source.endswith(_SUFFIX):
            yield _read(folder / image.source), place


def _uncounted(drawing: Drawing) -> str:
    """Words as they are typed, which nobody translates; all others are sentences of the lesson."""
    return " ".join(_TAG.sub(" ", "<svg" + ">".join(drawing.pieces)).split())


def _images(module: Module, pictures: list[Picture]) -> Iterator[tuple[Image, Place]]:
    """Files: those that stand alone, and those in sentences."""
    yield from ((one.image, one.place) for one in pictures if not one.drawing)
    for text in texts(module):
        if _SUFFIX in text.source:
            yield from ((one, text.place) for one in walk(text.inlines) if isinstance(one, Image))


def _read(path: Path) -> str:
    try:
        return _words(read_file(path, PICTURE))
    except (OSError, ValueError, DrawingError):
        return ""


@lru_cache(64)
def _words(content: bytes) -> str:
    clean = read_drawing(content).content
    return " ".join(" ".join(etree.fromstring(clean).itertext()).split())
