"""Figures that a course says of the world, as `facts.yml` holds them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Literal

from kandil.problems import Place
from kandil.values import dataclass

Unit = Literal["", "%", "thousand", "million", "billion"]
OPENING = "{fact."
"""How a sentence names one."""
FACT = re.compile(r"\{fact\.(?P<id>[a-z][a-z0-9-]*)(?:\.(?P<part>year|source))?\}")
"""`{fact.women-online}` is its value, with `.year` or `.source` behind the id one of these."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what makes it one that can be looked up again."""

    id: str
    value: Decimal
    unit: Unit
    year: int
    """That it speaks of."""
    source: str
    """Who says it, as it is printed."""
    checked: date
    """The day on which somebody read the source."""
    best_by: date
    place: Place
