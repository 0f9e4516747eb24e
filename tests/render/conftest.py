"""What templates may use, as `Pages` gives it."""

from __future__ import annotations

from typing import Any

import pytest
from kandil.render.html.templates import speaking as spoken
from kandil.render.html.templates import template
from standin import edition


@pytest.fixture
def speaking() -> dict[str, Any]:
    values = spoken(edition(None, "ka"))
    return values | {
        "names": template("names.html").make_module(values),
        "anchor": lambda slug: slug,
    }
