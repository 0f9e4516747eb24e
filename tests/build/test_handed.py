"""What a build keeps of a course while it packs it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters import site
from kandil.problems import errors

TINY = Path(__file__).parents[1] / "courses/tiny"


def test_the_pages_of_a_language_are_let_go_before_the_next_but_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Packed pages of twenty languages would fill the memory; two are held at a time."""
    held: weakref.WeakSet[object] = weakref.WeakSet()
    most = []

    class Watched(site._Rendered):
        def __init__(self, *rest: object) -> None:
            super().__init__(*rest)
            held.add(self)

        def loose(self) -> Iterator[object]:
            gc.collect()
            most.append(len(held))
            return super().loose()

    monkeypatch.setattr(site, "_Rendered", Watched)
    locales = ("en", "en-XA", "ar-XB", "uk")
    request = Request((TINY,), "preview", date(2026, 11, 24), locales, ("site",), dist=tmp_path)
    assert errors(build(request).problems) == []
    assert len(most) > 2 and max(most) <= 2
