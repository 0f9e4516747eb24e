"""The `d` of an SVG path (SVG 1.1, 8.3) as absolute moves, lines and cubic curves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import acos, ceil, cos, degrees, hypot, pi, radians, sin, sqrt, tan
from typing import Literal, TypeAlias

Point: TypeAlias = tuple[float, float]
Piece: TypeAlias = tuple[Literal["M", "L", "C", "Z"], tuple[Point, ...]]

_COMMAND = re.compile(r"[\s,]*([A-Za-z])")
_NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
"""Flags of an arc may stand without a space before what follows."""


class _Scanner:
    """Gives the numbers of a path one by one."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.place = 0

    def take(self, pattern: re.Pattern[str]) -> str:
        """The next one; empty where something else stands."""
        found = pattern.match(self.words, self.place)
        if not found:
            return ""
        self.place = found.end()
        return found[1]

    def number(self) -> float:
        """The next number."""
        return float(self.take(_NUMBER) or 0)

    @property
    def more(self) -> bool:
        """Whether the last command goes on."""
        return _NUMBER.match(self.words, self.place) is not None


class _Pen:
    """Where a path has come to."""

    def __init__(self, words: str) -> None:
        self.scan = _Scanner(words)
        self.at: Point = (0.0, 0.0)
        self.start = self.at
        self.control: Point | None = None
        """The last one of a curve, which the next may mirror."""
        self.curve = ""

    def point(self, near: bool) -> Point:
        """The next one; `near`: it is told from where the pen stands."""
        x, y = self.scan.number(), self.scan.number()
        return (self.at[0] + x, self.at[1] + y) if near else (x, y)

    def mirrored(self, kinds: str) -> Point:
        """The control point behind the last curve, on its other side."""
        if self.control is None or self.curve not in kinds:
            return self.at
        return 2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1]

    def draw(self, kind: str, near: bool) -> Iterator[Piece]:
        """One command."""
        control: Point | None = None
        match kind:
            case "M" | "L":
                end = self.point(near)
                yield ("M" if kind == "M" else "L"), (end,)
                self.start = end if kind == "M" else self.start
            case "H" | "V":
                value = self.scan.number()
                way = 0 if kind == "H" else 1
                value += self.at[way] if near else 0
                end = (value, self.at[1]) if kind == "H" else (self.at[0], value)
                yield "L", (end,)
            case "C" | "S":
                first = self.point(near) if kind == "C" else self.mirrored("CS")
                control, end = self.point(near), self.point(near)
                yield "C", (first, control, end)
            case "Q" | "T":
                control = self.point(near) if kind == "Q" else self.mirrored("QT")
                end = self.point(near)
                yield "C", (_third(self.at, control), _third(end, control), end)
            case "A":
                radii = abs(self.scan.number()), abs(self.scan.number())
                turn = radians(self.scan.number())
                large, sweep = (self.scan.take(_FLAG) == "1" for _ in "ls")
                end = self.point(near)
                yield from _arc(self.at, radii, turn, large, sweep, end)
            case _:
                end = self.start
                yield "Z", ()
        self.at, self.control, self.curve = end, control, kind


def pieces(words: str) -> Iterator[Piece]:
    """Of a whole path."""
    pen = _Pen(words)
    while command := pen.scan.take(_COMMAND):
        yield from pen.draw(command.upper(), command.islower())
        while command not in "Zz" and pen.scan.more:
            # More pairs behind a move are lines.
            command = {"M": "L", "m": "l"}.get(command, command)
            yield from pen.draw(command.upper(), command.islower())


def _third(end: Point, control: Point) -> Point:
    """A quadratic curve as a cubic one."""
    return end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1])


def _arc(
    begin: Point, radii: Point, turn: float, large: bool, sweep: bool, end: Point
) -> Iterator[Piece]:
    """From end points to a centre (SVG 1.1, F.6.5 and F.6.6), in curves of a quarter at most."""
    if begin == end:
        return
    if not all(radii):
        yield "L", (end,)
        return
    c, s = cos(turn), sin(turn)
    dx, dy = (begin[0] - end[0]) / 2, (begin[1] - end[1]) / 2
    x, y = c * dx + s * dy, c * dy - s * dx
    grown = max(1.0, hypot(x / radii[0], y / radii[1]))
    rx, ry = radii[0] * grown, radii[1] * grown
    below = (rx * y) ** 2 + (ry * x) ** 2
    factor = sqrt(max(0.0, (rx * ry) ** 2 - below) / below) * (-1 if large == sweep else 1)
    mx, my = factor * rx * y / ry, -factor * ry * x / rx
    first = _angle((x - mx) / rx, (y - my) / ry)
    swept = _angle((-x - mx) / rx, (-y - my) / ry) - first
    swept += 2 * pi if sweep and swept < 0 else -2 * pi if not sweep and swept > 0 else 0
    centre = c * mx - s * my + (begin[0] + end[0]) / 2, s * mx + c * my + (begin[1] + end[1]) / 2
    steps = max(1, ceil(degrees(abs(swept)) / 90 - 1e-9))

    def placed(u: float, v: float) -> Point:
        return centre[0] + c * rx * u - s * ry * v, centre[1] + s * rx * u + c * ry * v

    step = swept / steps
    reach = 4 / 3 * tan(step / 4)
    for number in range(steps):
        a, b = first + number * step, first + (number + 1) * step
        one = placed(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        two = placed(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        yield "C", (one, two, end if number == steps - 1 else placed(cos(b), sin(b)))


def _angle(u: float, v: float) -> float:
    """From the first axis, turning as angles of the arc do."""
    length = hypot(u, v) or 1.0
    return acos(max(-1.0, min(1.0, u / length))) * (-1 if v < 0 else 1)
