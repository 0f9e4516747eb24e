"""Pictures as a page gets them: upright, small, and without what a camera wrote beside them."""

from __future__ import annotations

from io import BytesIO

import pytest
from kandil.render.images import Picture
from PIL import Image

ORIENTATION, MAKER = 0x0112, 0x010F


def photo(width: int, exif: bytes) -> Picture:
    """Red on its left half and blue on its right one, as a camera saves it."""
    image = Image.new("RGB", (width, width // 2), "red")
    image.paste("blue", (width // 2, 0, width, width // 2))
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)
    return Picture(out.getvalue(), ".jpg")


def held(orientation: int) -> bytes:
    """What a phone writes."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Phone"
    return exif.tobytes()


def shown(picture: Picture) -> list[Image.Image]:
    """The WebP and the original."""
    return [Image.open(BytesIO(content)) for _, content in picture.files()]


def colour(image: Image.Image, x: int, y: int) -> str:
    """Of one of the sixteen parts of a picture."""
    red, _, blue = image.convert("RGB").resize((4, 4)).tobytes()[12 * y + 3 * x :][:3]
    return "red" if red > blue else "blue"


@pytest.mark.parametrize("width", [400, 1600])
def test_a_photo_of_a_phone_that_was_held_upright_is_upright(width: int) -> None:
    picture = photo(width, held(6))
    size = (200, 400) if width == 400 else (720, 1440)
    assert f"width={size[0]} height={size[1]}" in picture.html("a door")
    for image in shown(picture):
        assert image.size == size
        assert [colour(image, 1, 0), colour(image, 1, 3)] == ["red", "blue"]
        assert dict(image.getexif()) == {}


def test_other_pictures_stay_as_they_are() -> None:
    for exif in (held(1), b"", b"Exif\0\0no such words"):
        picture = photo(400, exif)
        assert "width=400 height=200" in picture.html("a door")
        for image in shown(picture):
            assert (image.size, colour(image, 0, 1)) == ((400, 200), "red")
        assert shown(picture)[1].format == "JPEG"
