"""Pictures of the course: WebP with the original as fallback, named by their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from markupsafe import Markup
from PIL import Image as Pillow
from PIL import ImageOps

from kandil.read.course.drawing import read_drawing
from kandil.read.course.pictures import SUFFIXES, fault
from kandil.read.source.door import PICTURE, read_file
from kandil.values import dataclass

WIDTH = 720
"""Twice the column on a phone; more is never shown."""
_QUALITY = 75


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the package has it; what a page loads stands first in `files`."""

    files: tuple[tuple[str, bytes], ...]
    """By their names, which say nothing: the trainer's own may say what the course is about."""
    size: tuple[int, int]

    def html(self, alt: str) -> Markup:
        """Lazy, with its size, so that nothing jumps when it comes."""
        (first, _), *more = self.files
        shown = more[0][0] if more else first
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


def first_bytes(path: Path) -> int:
    """What a page loads of a picture: its WebP, or the SVG itself; 0 where it cannot be read."""
    try:
        return len(read_picture(path).files[0][1])
    except (OSError, ValueError):
        return 0


def _drawing(name: str, content: bytes) -> Picture:
    drawing = read_drawing(content)
    return Picture(((f"{name}.svg", drawing.content),), drawing.size)


def _raster(name: str, content: bytes) -> Picture:
    """WebP, and for old browsers the format that it came in."""
    image = _eight(_upright(content))
    width, height = image.size
    size = (width, height) if width <= WIDTH else (WIDTH, max(round(height * WIDTH / width), 1))
    small = image.resize(size) if image.size != size else image
    suffix = SUFFIXES[image.format or "PNG"]
    files = [(f"{name}.webp", _encoded(_plain(small), "WEBP", quality=_QUALITY, method=6))]
    if suffix != ".webp":
        form = {".jpg": "JPEG", ".png": "PNG", ".gif": "GIF"}[suffix]
        files.append((f"{name}{suffix}", _encoded(small, form, optimize=True)))
    return Picture(tuple(files), size)


def _upright(content: bytes) -> Pillow.Image:
    """As the phone was held: a photo may lie on its side, and say so beside its dots only."""
    with Pillow.open(BytesIO(content)) as image:
        try:
            upright = ImageOps.exif_transpose(image)
        except Exception:  # what stands beside the dots may be damaged in many ways
            upright = image.copy()
        upright.format = image.format
    return upright


def _eight(image: Pillow.Image) -> Pillow.Image:
    """Grey of 16 bits by its upper eight: a plain conversion cuts all above 255 off, to white."""
    if not image.mode.startswith("I"):
        return image
    grey = image.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")
    grey.format = image.format
    return grey


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


@dataclass(slots=True)
class Pictures:
    """Those that a page, or all pages of one edition, have named so far."""

    folder: Path
    shown: bool = True
    """False for `--images none`: the description stands in the picture's place."""
    found: dict[str, Picture] = field(default_factory=dict)

    def html(self, source: str, alt: str) -> Markup:
        """Markup of the picture, or its description."""
        if not self.shown:
            return Markup('<span class="pic">{}</span>').format(alt) if alt else Markup()
        if source not in self.found:
            self.found[source] = read_picture(self.folder / source)
        return self.found[source].html(alt)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each content once, however many pages show it."""
        yield from dict(file for picture in self.found.values() for file in picture.files).items()
