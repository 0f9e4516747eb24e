"""A hand at a practice page: what it drags with a mouse or a finger."""

from __future__ import annotations

from collections.abc import Callable

from browser.learner import Learner
from playwright.sync_api import Locator

PAGE = "en/practice-1.html"
RTL = "ar-XB/practice-1.html"
Point = tuple[float, float]
Visit = Callable[..., Learner]


def middle(place: Locator) -> Point:
    """Of an element, in the window."""
    box = place.bounding_box()
    assert box, "nothing to see there"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def show(place: Locator) -> None:
    """Bring the whole question under the bar, so that both ends of a way can be seen."""
    place.evaluate("box => box.scrollIntoView()")


def drag(learner: Learner, item: Locator, to: Locator, down: int = 0) -> None:
    """With the mouse, by the handle, and `down` from the middle."""
    mouse = learner.page.mouse
    mouse.move(*middle(item.locator(".grip")))
    mouse.down()
    x, y = middle(to)
    mouse.move(x, y + down, steps=6)
    mouse.up()


def stroke(learner: Learner, start: Point, end: Point) -> None:
    """A finger goes from one point to another."""
    session = learner.context.new_cdp_session(learner.page)

    def send(kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    send("touchStart", start)
    for step in range(1, 9):
        way = step / 8
        send(
            "touchMove",
            (start[0] + (end[0] - start[0]) * way, start[1] + (end[1] - start[1]) * way),
        )
    send("touchEnd")


def pull(learner: Learner, item: Locator, to: Locator, down: int = 0) -> None:
    """With a finger, by the handle, and `down` from the middle."""
    x, y = middle(to)
    stroke(learner, middle(item.locator(".grip")), (x, y + down))
