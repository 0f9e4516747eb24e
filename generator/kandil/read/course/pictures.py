"""Pictures: there, readable, of a size that can be shown, and without anything that could run."""

from __future__ import annotations

import warnings
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from kandil.problems import Place, Problem
from kandil.read.course.drawing import DrawingError, read_drawing
from kandil.read.source.door import PICTURE, NotPlainError, TooLargeError, leads_out, read_file
from kandil.read.source.names import device_names

SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "MPO": ".jpg", "WEBP": ".webp", "GIF": ".gif"}
"""By the format of the bytes, whatever the file's name says; MPO: a JPEG of some phones."""
SIDE = 10_000
DOTS = 50_000_000
"""The largest photos of phones; more would fill the memory of an old laptop."""
_NAMED = frozenset((".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"))
_SAVE = "Save it as PNG, JPEG, WebP, GIF or plain SVG."
_SMALLER = (
    f"Make it smaller: at most {SIDE:,} dots wide and high, and {DOTS // 1_000_000} million in all."
)
_STILL = "Show one picture of it, or several below each other: nobody can stop what moves."
_PLAIN = "Save it as 'plain SVG', without scripts, movement, HTML and what lies elsewhere."
Fault = tuple[str, str, str]
"""Code, what is said of the picture, hint."""
_JUDGED: dict[tuple[bytes, bool], Fault | None] = {}


def check_picture(folder: Path, path: str, place: Place) -> list[Problem]:
    """What is wrong with one picture of a course."""
    file = folder / path
    if named := [*device_names(path, place, "the picture")]:
        return named
    if leads_out(folder, file):
        hint = f"Put the picture itself there, in place of the link '{file.name}'."
        message = f"'{path}' is a link that leads out of the course folder"
        return [Problem("M003", place, message, hint)]
    code, words, hint = "M006", f"The picture '{path}' cannot be read", _SAVE
    try:
        suffix = file.suffix.lower()
        content = read_file(file, PICTURE)
        if suffix not in _NAMED:
            words = f"The picture '{path}' has none of the endings {', '.join(sorted(_NAMED))}"
        elif found := fault(content, suffix == ".svg"):
            code, end, hint = found
            words = f"The picture '{path}' {end}"
        else:
            return []
    except (FileNotFoundError, IsADirectoryError, NotPlainError):
        words, hint = f"There is no picture '{path}'", "Check its name, capital letters included."
    except TooLargeError:
        words, hint = f"The picture '{path}' has more than {PICTURE // 1_000_000} MB", _SMALLER
    except (OSError, ValueError):
        pass
    return [Problem(code, place, words, hint)]


def fault(content: bytes, vector: bool) -> Fault | None:
    """What is wrong with these bytes, looked at once in a run, however many lessons show them."""
    key = (sha256(content).digest(), vector)
    if key not in _JUDGED:
        _JUDGED[key] = _drawing(content) if vector else _raster(content)
    return _JUDGED[key]


def _drawing(content: bytes) -> Fault | None:
    try:
        read_drawing(content)
    except DrawingError as fault:
        return "M007", f"holds more than a drawing: {fault}", _PLAIN
    except ValueError:
        return "M006", "cannot be read", _SAVE
    return None


def _raster(content: bytes) -> Fault | None:
    """By decoding all of it: a photo that was cut off has a whole beginning."""
    # Takes a while to load, and many a course has drawings only.
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its size, which is looked at here
            with Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
                width, height = image.size
                if max(width, height) > SIDE or width * height > DOTS:
                    return "M006", f"is {width:,} × {height:,} dots large", _SMALLER
                if image.format != "MPO" and getattr(image, "is_animated", False):
                    return "M060", "moves", _STILL
                image.load()
    except Image.DecompressionBombError:
        return "M006", f"has more than {DOTS // 1_000_000} million dots", _SMALLER
    except Exception:  # Pillow's readers raise errors of many kinds on damaged files
        return "M006", "cannot be read", _SAVE
    return None
