"""Pictures of the course: WebP with the original as fallback, named by their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from kandil.read.course.drawing import read_drawing
from kandil.read.course.pictures import fault
from kandil.read.source.door import PICTURE, read_file
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the package has it; what a page loads stands first in `files`."""

    files: tuple[tuple[str, bytes], ...]
    """By their names, which say nothing: the trainer's own may say what the course is about."""
    size: tuple[int, int]

    def html(self, alt: str, base: str = "") -> Markup:
        """Lazy, with its size, so that nothing jumps when it comes."""
        first, *more = (base + name for name, _ in self.files)
        shown = more[0] if more else first
        size = Markup(' width="{}" height="{}"').format(*self.size) if self.size[0] else ""
        image = Markup('<img src="{}" alt="{}"{} loading="lazy" />').format(shown, alt, size)
        if not more:
            return image
        source = Markup('<source srcset="{}" type="image/webp" />').format(first)
        return Markup("<picture>{}{}</picture>").format(source, image)


_MADE: dict[tuple[bytes, bool], Picture] = {}
"""Each content once in a run, for all lessons, locales and formats. Kept in memory only."""


def read_picture(path: Path) -> Picture:
    """Raises `OSError` or `ValueError` for what the check of the course refuses."""
    content, vector = read_file(path, PICTURE), path.suffix.lower() == ".svg"
    key = (sha256(content).digest(), vector)
    if key not in _MADE:
        if amiss := fault(content, vector):
            raise ValueError(f"{path}: {amiss[1]}")
        name = f"i-{key[0].hex()[:10]}"
        _MADE[key] = _drawing(name, content) if vector else _raster(name, content)
    return _MADE[key]


def _raster(name: str, content: bytes) -> Picture:
    # Pillow takes a while to load, and many a course has drawings only.
    from kandil.render.html.rasters import encoded

    return Picture(*encoded(name, content))


def first_bytes(path: Path) -> int:
    """What a page loads of a picture: its WebP, or the SVG itself; 0 where it cannot be read."""
    try:
        return len(read_picture(path).files[0][1])
    except (OSError, ValueError):
        return 0


def _drawing(name: str, content: bytes) -> Picture:
    drawing = read_drawing(content)
    return Picture(((f"{name}.svg", drawing.content),), drawing.size)


@dataclass(slots=True)
class Pictures:
    """Those that a page, or all pages of one edition, have named so far."""

    folder: Path
    shown: bool = True
    """False for `--images none`: the description stands in the picture's place."""
    base: str = ""
    """What stands before the name of each file where a page names it."""
    apart: bool = False
    """Whether drawings are files too: a platform may take them out of a page."""
    found: dict[str, Picture] = field(default_factory=dict)

    def html(self, source: str, alt: str) -> Markup:
        """Markup of the picture, or its description."""
        if not self.shown:
            return Markup('<span class="pic">{}</span>').format(alt) if alt else Markup()
        if source not in self.found:
            self.found[source] = read_picture(self.folder / source)
        return self.found[source].html(alt, self.base)

    def drawn(self, content: bytes, alt: str) -> Markup:
        """Markup of a drawing that is a file of its own."""
        name = f"i-{sha256(content).hexdigest()[:10]}.svg"
        self.found[name] = Picture(((name, content),), read_drawing(content).size)
        return self.found[name].html(alt, self.base)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each content once, however many pages show it."""
        yield from dict(file for picture in self.found.values() for file in picture.files).items()
