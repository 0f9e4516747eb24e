"""Photos and other pictures of dots: upright, small, without what stands beside the dots."""

from __future__ import annotations

from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageOps

from kandil.read.course.pictures import SUFFIXES

WIDTH = 720
"""Twice the column on a phone; more is never shown."""
_QUALITY = 75


def encoded(name: str, content: bytes) -> tuple[tuple[tuple[str, bytes], ...], tuple[int, int]]:
    """WebP, and for old browsers the format that it came in: files by their names, and the size."""
    image = _eight(_upright(content))
    width, height = image.size
    size = (width, height) if width <= WIDTH else (WIDTH, max(round(height * WIDTH / width), 1))
    small = image.resize(size) if image.size != size else image
    suffix = SUFFIXES[image.format or "PNG"]
    files = [(f"{name}.webp", _encoded(_plain(small), "WEBP", quality=_QUALITY, method=6))]
    if suffix != ".webp":
        form = {".jpg": "JPEG", ".png": "PNG", ".gif": "GIF"}[suffix]
        files.append((f"{name}{suffix}", _encoded(small, form, optimize=True)))
    return tuple(files), size


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
