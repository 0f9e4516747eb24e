"""SVG: what is a drawing stays one, and nothing else comes through."""

from __future__ import annotations

import pytest
from kandil.read.course.drawing import DrawingError, read_drawing
from kandil.read.course.styles import read_style
from read.hostile import CLEANED, DRAWINGS

OPEN = '<svg xmlns="http://www.w3.org/2000/svg"'
INKSCAPE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape by Ann, in /home/ann/shelter.svg -->
{OPEN} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="24mm" height="12mm"
   viewBox="0 0 24 12" sodipodi:docname="shelter.svg" inkscape:export-filename="/home/ann/x.png">
  <desc>Drawn by the shelter's Ann</desc>
  <metadata><rdf:RDF><rdf:li>Ann</rdf:li></rdf:RDF></metadata>
  <sodipodi:namedview inkscape:cx="1"/>
  <defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient></defs>
  <g inkscape:label="Layer 1" style="fill:url(#g);stroke:none" data-who="Ann">
    <path d="M 0,0 H 24" aria-label="Ann's line (red)"/>
    <text x="1" y="2" font-family="'Noto Sans', sans-serif">One <tspan>road</tspan> here</text>
  </g>
  <a href="https://ann.example"><rect width="4" height="4"/></a>
</svg>"""


@pytest.mark.parametrize("name", sorted(DRAWINGS.keys() - CLEANED))
def test_more_than_a_drawing_is_refused(name: str) -> None:
    with pytest.raises((DrawingError, ValueError)):
        read_drawing(DRAWINGS[name])


@pytest.mark.parametrize("name", sorted(CLEANED))
def test_what_can_be_left_out_is(name: str) -> None:
    assert b"spy" not in read_drawing(DRAWINGS[name]).content


def test_what_an_editor_notes_is_left_out_and_the_drawing_is_whole() -> None:
    made = read_drawing(INKSCAPE.encode())
    words = made.content.decode()
    assert made.size == (91, 45)
    for gone in (
        "Created",
        "home",
        "shelter",
        "inkscape",
        "rdf",
        "metadata",
        "desc",
        "data-who",
        "example",
    ):
        assert gone not in words
    for kept in (
        'style="fill:url(#g);stroke:none"',
        "<tspan>road</tspan> here",
        'd="M 0,0 H 24"',
        'aria-label="Ann\'s line (red)"',
        '<stop offset="0" stop-color="#f00"/>',
        '<g><rect width="4" height="4"/></g>',
    ):
        assert kept in words
    assert read_drawing(made.content) == made


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ("viewBox='0 0 24 12'", (24, 12)),
        ('viewBox="0,0,24,12"', (24, 12)),
        ('viewBox=" 0 , 0 , 24.4 , 11.6 "', (24, 12)),
        ("viewBox='-5\t-5\n24 12'", (24, 12)),
        ('width="24" height="12"', (24, 12)),
        ('width="24px" height="9pt"', (24, 12)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="100%" height="100%" viewBox="0 0 24 12"', (24, 12)),
        ('width="48" height="24" viewBox="0 0 24 12"', (48, 24)),
        ('width="100%"', (0, 0)),
        ('viewBox="0 0 nan inf"', (0, 0)),
        ('viewBox="0 0 1e99 1"', (100_000, 1)),
    ],
)
def test_its_size(head: str, size: tuple[int, int]) -> None:
    assert read_drawing(f"{OPEN} {head}/>".encode()).size == size


@pytest.mark.parametrize("content", [b"", b"<svg", b"<html/>", b"\xff\xfe<\0s\0", b"<a:svg/>"])
def test_what_is_no_svg(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_drawing(content)


def test_a_deep_and_a_wide_one_are_read_or_refused_and_never_crash() -> None:
    deep = f"{OPEN}>{'<g>' * 9_000}{'</g>' * 9_000}</svg>".encode()
    with pytest.raises(ValueError, match=r"."):
        read_drawing(deep)
    wide = f"{OPEN} {' '.join(f'data-{n}=' + chr(34) * 2 for n in range(9_000))}/>".encode()
    assert len(read_drawing(wide).content) < 99


def test_a_style_by_its_parts() -> None:
    assert read_style('a{background:url("a.png")}b{content:"\\A0 url(x)"}') == (("a.png",), ())
    assert read_style("@media(x){a{color:rgb(1 2 3/.5);width:calc(1px + var(--a))}}") == ((), ())
    assert read_style("/* url(x) @import */ a::before{content:attr(x)}") == ((), ())
    strange = "@import 'x';a{b:IMAGE-SET('x' 1x);c:src(x);d:u\\72l(x)} url(a b) 'open\n<"
    assert [*read_style(strange)[1]] == [
        "@import", "IMAGE-SET(", "src(", "\\", "72l(", "url(", "'", "<",
    ]  # fmt: skip
