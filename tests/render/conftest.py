"""The context of a page, as `Pages` gives it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from standin import edition


@pytest.fixture
def page() -> PageContext:
    return PageContext(edition(None, "ka"), Pictures(Path("tests/courses/tiny"), shown=False))
