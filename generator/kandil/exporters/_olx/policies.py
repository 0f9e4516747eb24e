"""What the platform is told of a course as a whole: dates, tabs, and how quizzes are graded."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate, pairwise

from kandil.exporters._native.asked import Test
from kandil.model.edition import Edition

START, END = "2020-01-01T00:00:00Z", "2099-12-31T00:00:00Z"
"""The same in every build, so that it opens at once and never closes: a site has its own dates,
which are set in Studio."""
IMAGE = "course.png"
_TABS = (("course_info", "Home"), ("courseware", "Course"), ("progress", "Progress"))
"""No discussion and no wiki: nobody of ours reads what is written there."""
_SIZE = (378, 225)
_COLOUR = bytes((0x0A, 0x52, 0x60))


def policy(edition: Edition, run: str, title: str) -> bytes:
    """`policy.json`. Each value stands here or in `course.xml`, never in both."""
    settings = {
        "display_name": title,
        "language": edition.locale,
        "start": START,
        "end": END,
        "self_paced": True,
        "course_image": IMAGE,
        "tabs": [{"type": kind, "name": name, "course_staff_only": False} for kind, name in _TABS],
    }
    return _json({f"course/{run}": settings})


def grading_policy(edition: Edition, tests: Sequence[Test]) -> bytes:
    """Within a type each quiz counts alike, so quizzes with as many points make a type, whose
    weight is their part of all points: in whole percents, since Studio rounds to them."""
    kinds = types(edition, tests)
    points: dict[str, int] = {}
    for test in tests:
        points[kinds[test.name]] = points.get(kinds[test.name], 0) + possible(test)
    named = list(kinds.values())
    # The platform wants a type even where nothing is graded.
    weights = dict(zip(points, percents([*points.values()]), strict=True)) or {_kind(edition): 100}
    grader = [
        {
            "type": kind,
            "short_label": kind,
            "min_count": max(named.count(kind), 1),
            "drop_count": 0,
            "weight": weight / 100,
        }
        for kind, weight in weights.items()
    ]
    cutoffs = {"Pass": edition.course.pass_mark / 100}
    return _json({"GRADER": grader, "GRADE_CUTOFFS": cutoffs})


def types(edition: Edition, tests: Sequence[Test]) -> dict[str, str]:
    """The type of each quiz: one for all where they have as many points."""
    worths = {test.name: possible(test) for test in tests}
    alike, kind = len({*worths.values()}) == 1, _kind(edition)
    return {name: kind if alike else f"{kind} ({worth})" for name, worth in worths.items()}


def _kind(edition: Edition) -> str:
    """What a learner sees among her grades."""
    return edition.translate("Check yourself")


def possible(test: Test) -> int:
    """Points of a quiz, which asks all of its questions here."""
    return sum(one.question.points for one in test.questions)


def percents(points: Sequence[int]) -> list[int]:
    """Parts of a hundred in proportion, even ones where nothing gives points; they add up to it."""
    given = points if any(points) else [1] * len(points)
    ends = [0, *(round(100 * so_far / sum(given)) for so_far in accumulate(given))]
    return [end - start for start, end in pairwise(ends)]


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def blank_image() -> bytes:
    """What stands for the course in lists: one colour, which tells nothing (PNG, ISO 15948)."""
    width, height = _SIZE
    head = struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0)
    rows = zlib.compress(bytes(width + 1) * height, 9)
    parts = ((b"IHDR", head), (b"PLTE", _COLOUR), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
