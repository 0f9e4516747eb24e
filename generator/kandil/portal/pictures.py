"""The host's logo and a picture of each course."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from PIL import Image

from kandil.model.blocks import Picture
from kandil.model.course import Course
from kandil.problems import Place, Problem
from kandil.read.course.pictures import check_picture

_WRAPPED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    '<image width="{width}" height="{height}" href="data:{kind};base64,{content}"/></svg>\n'
)


def card_picture(course: Course) -> Path | None:
    """`images/card.svg`, else the first picture of its lessons; of a sensitive course only the
    first: nobody chose the other for a glance over a shoulder."""
    folder = Path(course.folder)
    own = folder / "images/card.svg"
    if own.is_file():
        return own
    lessons = () if course.sensitive else course.modules
    shown = (one for lesson in lessons for one in lesson.nodes if isinstance(one, Picture))
    first = next(shown, None)
    return folder / first.image.source if first else None


def unfit(logo: Path | None) -> list[Problem]:
    """A logo that is no picture."""
    return check_picture(logo.parent, logo.name, Place(logo.as_posix())) if logo else []


def as_svg(logo: Path) -> bytes:
    """Any picture under the one name that `mkdocs.yml` gives: a photo is put into a drawing."""
    content = logo.read_bytes()
    if logo.suffix.lower() == ".svg":
        return content
    with Image.open(BytesIO(content)) as image:
        (width, height), kind = image.size, Image.MIME[image.format or "PNG"]
    packed = b64encode(content).decode()
    return _WRAPPED.format(width=width, height=height, kind=kind, content=packed).encode()
