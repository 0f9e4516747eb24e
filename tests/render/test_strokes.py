"""Drawings as strokes: every command of a path, every shape, all that is inherited."""

from __future__ import annotations

from math import hypot

import pytest
from kandil.model.drawing import Drawing
from kandil.model.text import Text
from kandil.problems import Place
from kandil.render.office.curves import pieces
from kandil.render.office.strokes import drawn


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("M1 2L3 4", [("M", [(1, 2)]), ("L", [(3, 4)])]),
        ("m1 2 3 4 5 6", [("M", [(1, 2)]), ("L", [(4, 6)]), ("L", [(9, 12)])]),
        ("M1,2H5v-3", [("M", [(1, 2)]), ("L", [(5, 2)]), ("L", [(5, -1)])]),
        ("M1-2.5.5.5", [("M", [(1, -2.5)]), ("L", [(0.5, 0.5)])]),
        ("M1 1h2zl0 4", [("M", [(1, 1)]), ("L", [(3, 1)]), ("Z", []), ("L", [(1, 5)])]),
        ("M0 0C1 1 2 1 3 0", [("M", [(0, 0)]), ("C", [(1, 1), (2, 1), (3, 0)])]),
        ("M0 0q3 3 6 0", [("M", [(0, 0)]), ("C", [(2, 2), (4, 2), (6, 0)])]),
        ("M0 0a0 5 0 0 1 4 4", [("M", [(0, 0)]), ("L", [(4, 4)])]),
        ("M2 2a5 5 0 0 1 0 0", [("M", [(2, 2)])]),
    ],
)
def test_a_path_in_absolute_points(path: str, expected: object) -> None:
    assert [(kind, [*points]) for kind, points in pieces(path)] == expected


@pytest.mark.parametrize(
    ("path", "control"),
    [
        ("M0 0c1 1 2 1 3 0s2-1 3 0", (4, -1)),
        ("M0 0s2-1 3 0", (0, 0)),
        ("M0 0q3 3 6 0t6 0", (8, -2)),
    ],
)
def test_a_smooth_curve_mirrors_the_one_before(path: str, control: tuple[float, float]) -> None:
    *_, (_, points) = pieces(path)
    assert points[0] == pytest.approx(control)


@pytest.mark.parametrize(
    "path", ["M0 0a5 5 0 1 0 .1 0", "M0 0a5 5 0 10.1 0", "M0 0A5 5 0 1 0 .1 0"]
)
def test_an_arc_lies_on_its_circle(path: str) -> None:
    _, *curves = pieces(path)
    assert len(curves) == 4
    for _, points in curves:
        assert hypot(points[-1][0] - 0.05, points[-1][1] - 5) == pytest.approx(5, abs=0.01)
    assert curves[-1][1][-1] == pytest.approx((0.1, 0))


@pytest.mark.parametrize("sweep", [0, 1])
@pytest.mark.parametrize("large", [0, 1])
def test_the_flags_of_an_arc_choose_one_of_four(large: int, sweep: int) -> None:
    """From the left to the right of a circle: above or below, the short way or the long one."""
    _, *curves = pieces(f"M0 0a5 5 0 {large} {sweep} 5 0")
    heights = [point[1] for _, points in curves for point in points]
    upwards = min(heights) < -0.01
    assert upwards == bool(sweep)
    assert (len(curves) > 1) == bool(large)


def test_radii_that_are_too_small_grow() -> None:
    _, *curves = pieces("M0 0a1 1 0 0 1 10 0")
    assert min(point[1] for _, points in curves for point in points) == pytest.approx(-5, abs=0.01)


def picture(body: str, *labels: str, mirrored: bool = False, attributes: str = "") -> object:
    """The `|` in `body` stands where a label does."""
    first, *rest = (f' viewBox="0 0 100 50" fill="none" {attributes}>{body}</svg>').split("|")
    texts = tuple(Text(one, (one,), Place("a.svg"), lang="") for one in labels)
    return drawn(Drawing((first, *rest), texts), mirrored)


def ends(stroke: object) -> list[tuple[float, float]]:
    return [points[-1] for _, points in stroke.pieces if points]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ('<rect x="10" y="20" width="30" height="10"/>', [(10, 20), (40, 20), (40, 30), (10, 30)]),
        ('<line x1="1" y1="2" x2="3" y2="4"/>', [(1, 2), (3, 4)]),
        ('<polyline points="1,2 3,4 5,6"/>', [(1, 2), (3, 4), (5, 6)]),
        ('<circle cx="50" cy="25" r="10"/>', [(40, 25), (60, 25)]),
        ('<ellipse cx="50" cy="25" rx="20" ry="10"/>', [(30, 25), (70, 25), (50, 15), (50, 35)]),
    ],
)
def test_every_shape_is_a_path(shape: str, expected: list[tuple[float, float]]) -> None:
    [stroke] = picture(shape).strokes
    for point in expected:
        assert any(one == pytest.approx(point) for one in ends(stroke))


def test_styles_are_inherited_and_classes_win() -> None:
    plain, accent, area, dashed = picture(
        '<path d="M0 0h1"/><g class="accent" stroke-width="5"><path stroke="none" d="M0 0h1"/></g>'
        '<rect class="accent-area" width="1" height="1"/><path stroke-dasharray="2 8" d="M0 0h1"/>',
        attributes='stroke="currentColor" stroke-width="2.5"',
    ).strokes
    assert (plain.line, plain.width, plain.fill) == ("ink", 2.5, "")
    assert (accent.line, accent.width) == ("", 5)
    assert (area.fill, area.line) == ("lamp", "ink")
    assert dashed.dashed and not plain.dashed


def test_turns_are_worked_out() -> None:
    [moved] = picture('<g transform="translate(10 5) scale(2)"><path d="M1 1h1"/></g>').strokes
    assert ends(moved) == [(12, 7), (14, 7)] and moved.width == 2
    [turned] = picture('<path transform="rotate(90 10 10)" d="M12 10h2"/>').strokes
    assert [pytest.approx(point) for point in ((10, 12), (10, 14))] == ends(turned)


def test_a_mirrored_drawing_is_turned_and_its_words_are_not() -> None:
    body = '<path d="M10 5h20"/><text x="10" y="40" text-anchor="start"|</text>'
    plain, turned = (picture(body, "home", mirrored=one) for one in (False, True))
    assert ends(plain.strokes[0]) == [(10, 5), (30, 5)]
    assert ends(turned.strokes[0]) == [(90, 5), (70, 5)]
    [before], [after] = plain.labels, turned.labels
    assert (before.words, before.at, before.anchor) == ("home", (10, 40), "start")
    assert (after.words, after.at, after.anchor) == ("home", (90, 40), "end")
