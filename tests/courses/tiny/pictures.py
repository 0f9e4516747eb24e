"""Draws the two PNG pictures of this course again, byte for byte."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

_FOLDER = Path(__file__).parent / "images"


def draw() -> None:
    """A lamp of 96 x 64 points, and a line for decoration."""
    lamp = Image.new("P", (96, 64))
    lamp.putpalette([250, 246, 236, 60, 44, 20, 240, 180, 40])
    pen = ImageDraw.Draw(lamp)
    pen.ellipse((34, 10, 62, 40), fill=2)
    pen.rectangle((30, 40, 66, 46), fill=1)
    pen.line((48, 46, 48, 60), fill=1, width=3)
    lamp.save(_FOLDER / "lamp.png", optimize=True)
    line = Image.new("P", (96, 4))
    line.putpalette([250, 246, 236, 60, 44, 20])
    ImageDraw.Draw(line).line((4, 2, 92, 2), fill=1)
    line.save(_FOLDER / "line.png", optimize=True)


if __name__ == "__main__":
    draw()
