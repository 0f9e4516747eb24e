"""Pictures of the course: WebP with the original as fallback, named by their content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from markupsafe import Markup, escape
from PIL import Image as Pillow
from PIL import ImageOps

WIDTH = 720
"""Twice the column on a phone; more is never shown."""
_VIEW = re.compile(rb'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(slots=True)
class Picture:
    """One file of the course, read when it is first needed."""

    content: bytes
    suffix: str
    name: str = field(init=False)
    size: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        """The trainer's own file names stay inside: they may say what the course is about."""
        self.name = f"i-{sha256(self.content).hexdigest()[:10]}"
        self.size = _svg_size(self.content) if self.vector else self._raster_size()

    @property
    def vector(self) -> bool:
        """SVG is shown as it is."""
        return self.suffix == ".svg"

    def _raster_size(self) -> tuple[int, int]:
        width, height = _upright(self.content).size
        return (width, height) if width <= WIDTH else (WIDTH, round(height * WIDTH / width))

    def html(self, alt: str) -> Markup:
        """Lazy, with its size, so that nothing jumps when it comes."""
        size = f" width={self.size[0]} height={self.size[1]}" if self.size[0] else ""
        image = f'<img src={self.name}{self.suffix} alt="{escape(alt)}"{size} loading=lazy>'
        if self.vector:
            return Markup(image)
        return Markup(f"<picture><source srcset={self.name}.webp type=image/webp>{image}</picture>")

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What the page refers to."""
        if self.vector:
            yield f"{self.name}{self.suffix}", self.content
            return
        image = _upright(self.content)
        small = image.resize(self.size) if image.size != self.size else image
        yield f"{self.name}.webp", _encoded(_plain(small), "WEBP", quality=75, method=6)
        form = image.format or "PNG"
        yield f"{self.name}{self.suffix}", _encoded(small, form, optimize=True)


def first_bytes(path: Path) -> int:
    """What a page loads of a picture: its WebP, or the SVG itself; 0 where it cannot be read."""
    try:
        picture = Picture(path.read_bytes(), path.suffix.lower())
        return len(next(picture.files())[1])
    except (OSError, ValueError):
        return 0


def _upright(content: bytes) -> Pillow.Image:
    """As the phone was held: a photo may lie on its side, and say so beside its dots only."""
    with Pillow.open(BytesIO(content)) as image:
        try:
            upright = ImageOps.exif_transpose(image)
        except Exception:  # what stands beside the dots may be damaged in many ways
            upright = image.copy()
        upright.format = image.format
    return upright


def _plain(image: Pillow.Image) -> Pillow.Image:
    return image if image.mode in ("RGB", "RGBA") else image.convert("RGBA")


def _encoded(image: Pillow.Image, form: str, **settings: object) -> bytes:
    """Encoded anew, so without the place and camera that a photo may name."""
    clean = Pillow.frombytes(image.mode, image.size, image.tobytes())
    if image.mode == "P":
        clean = image.convert("RGBA")
    if form == "JPEG" and clean.mode not in ("RGB", "L"):
        clean = clean.convert("RGB")
    out = BytesIO()
    clean.save(out, form, **settings)
    return out.getvalue()


def _svg_size(content: bytes) -> tuple[int, int]:
    found = _VIEW.search(content)
    return (round(float(found[1])), round(float(found[2]))) if found else (0, 0)


@dataclass(slots=True)
class Pictures:
    """Those that the pages of one edition have named so far."""

    folder: Path
    shown: bool = True
    """False for `--images none`: the description stands in the picture's place."""
    found: dict[str, Picture] = field(default_factory=dict)

    def html(self, source: str, alt: str) -> Markup:
        """Markup of the picture, or its description."""
        if not self.shown:
            return Markup("<span class=pic>{}</span>").format(alt) if alt else Markup()
        if source not in self.found:
            path = self.folder / source
            self.found[source] = Picture(path.read_bytes(), path.suffix.lower())
        return self.found[source].html(alt)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each content once, however many pages show it."""
        once = {picture.name + picture.suffix: picture for picture in self.found.values()}
        for picture in once.values():
            yield from picture.files()
