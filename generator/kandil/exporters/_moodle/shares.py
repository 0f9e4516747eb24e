"""Parts of a question's points as Moodle grades them: percentages out of a fixed list."""

from __future__ import annotations

from decimal import Decimal

WHOLE = Decimal(100)
_PARTS = (90, 80, 75, 70, 60, 50, 40, 30, 25, 20, 10, 5)
_BROKEN = ("83.33333", "66.66667", "33.33333", "16.66667", "14.28571", "12.5", "11.11111")
GRADES = frozenset(
    sign * part
    for part in (WHOLE, *map(Decimal, _PARTS), *map(Decimal, _BROKEN))
    for sign in (1, -1)
) | {Decimal(0)}
"""What an import accepts unless a teacher asks for the nearest one; five decimals are looked at."""
MOST = 20
"""Answers that can share all the points: the least part is a twentieth."""
_TENTHS = 10


def shares(number: int) -> tuple[Decimal, ...]:
    """Parts out of the list for so many right answers, together the whole as far as five decimals
    go: Moodle rounds to two. Raises `ValueError` for more than `MOST`."""
    if number <= _TENTHS:
        return (nearest(WHOLE / number),) * number
    if number > MOST:
        raise ValueError(f"no {number} parts of the list make a whole")
    large = MOST - number
    return (Decimal(10),) * large + (Decimal(5),) * (number - large)


def deduction(rights: int, wrongs: int) -> Decimal:
    """What a wrong tick takes away, below zero: as in the page where there are wrong answers
    enough, and always so much that whoever ticks everything has nothing."""
    fewest = min(rights, wrongs)
    return -nearest(WHOLE / fewest) if fewest <= _TENTHS else Decimal(-10)


def nearest(percent: Decimal) -> Decimal:
    """The part of the list that is meant."""
    return min(GRADES, key=lambda grade: abs(grade - percent))
