"""Pictures as a page gets them: upright, small, and without what a camera wrote beside them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from kandil.package.checksums import Checksums
from kandil.problems import Place
from kandil.read.course.pictures import check_picture
from kandil.render.html.images import Picture, Pictures, first_bytes, read_picture
from PIL import Image

ORIENTATION, MAKER = 0x0112, 0x010F


def photo(width: int, exif: bytes) -> Picture:
    """Red on its left half and blue on its right one, as a camera saves it."""
    image = Image.new("RGB", (width, width // 2), "red")
    image.paste("blue", (width // 2, 0, width, width // 2))
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)
    return picture(out.getvalue(), ".jpg")


def picture(content: bytes, suffix: str) -> Picture:
    """As it is read from a course's folder."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(content)
        return read_picture(path)


def held(orientation: int) -> bytes:
    """What a phone writes."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Phone"
    return exif.tobytes()


def shown(made: Picture) -> list[Image.Image]:
    """The WebP and the original."""
    return [Image.open(BytesIO(content)) for _, content in made.files]


def colour(image: Image.Image, x: int, y: int) -> str:
    """Of one of the sixteen parts of a picture."""
    red, _, blue = image.convert("RGB").resize((4, 4)).tobytes()[12 * y + 3 * x :][:3]
    return "red" if red > blue else "blue"


@pytest.mark.parametrize("width", [400, 1600])
def test_a_photo_of_a_phone_that_was_held_upright_is_upright(width: int) -> None:
    made = photo(width, held(6))
    size = (200, 400) if width == 400 else (720, 1440)
    assert f'width="{size[0]}" height="{size[1]}"' in made.html("a door")
    for image in shown(made):
        assert image.size == size
        assert [colour(image, 1, 0), colour(image, 1, 3)] == ["red", "blue"]
        assert dict(image.getexif()) == {}


def raster(mode: str, size: tuple[int, int], form: str, **settings: object) -> bytes:
    out = BytesIO()
    Image.new(mode, size).save(out, form, **settings)
    return out.getvalue()


def pictures(folder: Path, **contents: bytes) -> Pictures:
    """Those that a page shows, under these names; `a__jpg` stands for `a.jpg`."""
    found = Pictures(folder)
    for name, content in contents.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content)
        found.html(path.name, "a door")
    return found


def test_a_webp_is_one_file(tmp_path: Path) -> None:
    content = raster("RGB", (40, 20), "WEBP")
    made = picture(content, ".webp")
    [(name, _)] = made.files
    size = 'width="40" height="20"'
    assert made.html("a door") == f'<img src="{name}" alt="a door" {size} loading="lazy" />'
    files = [*pictures(tmp_path, a__webp=content, b__WEBP=content).files()]
    assert [one for one, _ in files] == [name]


def test_the_same_bytes_under_several_names_are_written_once(tmp_path: Path) -> None:
    photo, drawing = raster("RGB", (40, 20), "JPEG"), b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    found = pictures(
        tmp_path, a__jpg=photo, a__JPG=photo, b__jpeg=photo, c__png=photo, d__svg=drawing,
        e__SVG=drawing,
    )  # fmt: skip
    sums = Checksums()
    for name, content in found.files():
        sums.add(name, content)
    assert sorted(name.partition(".")[2] for name, _ in found.files()) == ["jpg", "svg", "webp"]


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    image = Image.new("I;16", (256, 1))
    for x in range(256):
        image.putpixel((x, 0), x * 257)
    out = BytesIO()
    image.save(out, "PNG")
    for made in shown(picture(out.getvalue(), ".png")):
        shades = made.convert("L")
        near = [abs(int(shades.getpixel((x, 0))) - x) for x in range(256)]
        assert max(near) < 12


def test_a_very_flat_picture_keeps_a_line() -> None:
    made = picture(raster("L", (9_999, 1), "PNG"), ".png")
    assert made.size == (720, 1)
    assert [one.size for one in shown(made)] == [(720, 1)] * 2


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (raster("1", (10, 17_000), "PNG"), "M006", "is 10 × 17,000 dots large"),
        (raster("1", (30_000, 1), "PNG"), "M006", "is 30,000 × 1 dots large"),
        (raster("1", (15_000, 12_000), "PNG"), "M006", "has more than 50 million dots"),
        (raster("1", (9_000, 9_000), "PNG"), "M006", "is 9,000 × 9,000 dots large"),
        (raster("L", (99, 99), "JPEG")[:-200], "M006", "cannot be read"),
        (raster("RGB", (99, 99), "PNG")[:-40], "M006", "cannot be read"),
        (raster("L", (9, 9), "GIF", save_all=True, append_images=[Image.new("L", (9, 9), 255)]),
         "M060", "moves"),
        (raster("L", (9, 9), "PNG", save_all=True, append_images=[Image.new("L", (9, 9), 255)]),
         "M060", "moves"),
        (raster("L", (9, 9), "TIFF"), "M006", "cannot be read"),
        (b"\0" * 20_000_001, "M006", "has more than 20 MB"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_told_with_its_place(
    tmp_path: Path, content: bytes, code: str, words: str
) -> None:
    (tmp_path / "a.png").write_bytes(content)
    [problem] = check_picture(tmp_path, "a.png", Place("modules/a.md", 3, 5))
    assert (problem.code, problem.message) == (code, f"The picture 'a.png' {words}")
    assert problem.place == Place("modules/a.md", 3, 5)
    assert first_bytes(tmp_path / "a.png") == 0


@pytest.mark.parametrize("target", ["/dev/zero", "/etc/hostname"])
def test_a_picture_that_is_a_link_out(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.png").symlink_to(target)
    assert [one.code for one in check_picture(tmp_path, "a.png", Place("a.md"))] == ["M003"]


def test_a_picture_is_made_once_however_often_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, decoded = raster("RGB", (33, 17), "PNG"), []
    whole = Image.open
    monkeypatch.setattr(Image, "open", lambda *a, **k: decoded.append(1) or whole(*a, **k))
    for number in range(5):
        (tmp_path / f"{number}.png").write_bytes(content)
        assert check_picture(tmp_path, f"{number}.png", Place("a.md")) == []
        assert first_bytes(tmp_path / f"{number}.png") > 0
        assert len([*pictures(tmp_path, a__png=content).files()]) == 2
    assert len(decoded) == 2


def test_no_name_and_no_words_leave_their_attribute() -> None:
    html = str(picture(raster("L", (9, 9), "PNG"), ".png").html('a "door" <b>&'))
    assert 'alt="a &#34;door&#34; &lt;b&gt;&amp;"' in html
    assert html.count("<") == 3 + 1


def test_other_pictures_stay_as_they_are() -> None:
    for exif in (held(1), b"", b"Exif\0\0no such words"):
        made = photo(400, exif)
        assert 'width="400" height="200"' in made.html("a door")
        for image in shown(made):
            assert (image.size, colour(image, 0, 1)) == ((400, 200), "red")
        assert shown(made)[1].format == "JPEG"
