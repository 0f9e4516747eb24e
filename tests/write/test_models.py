"""`read(write(m))` is `m`, places aside: for models of every block, inline and interaction."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import some
from hypothesis import given
from kandil.model.course import Module
from kandil.write.layout import lay_out
from kandil.write.lesson import write_lesson
from read.lesson import read_lesson
from write.models import modules
from write.same import differ

pytestmark = pytest.mark.timeout(1200)


@some(40, ci=200)
@given(module=modules())
def test_any_model(tmp_path: Path, module: Module) -> None:
    written = write_lesson(module)
    again = read_lesson(tmp_path, written).module
    assert again is not None
    assert differ(module, again) == [], written
    assert write_lesson(again) == written
    assert lay_out(written) == written


@pytest.mark.parametrize("lists", ["- a\n\n* b\n\n+ c\n\n- d", "1. a\n\n1) b\n\n1. c"])
def test_lists_that_touch_stay_apart(tmp_path: Path, lists: str) -> None:
    head = "---\nid: fix\ntitle: Fix\nobjectives:\n  - {id: LO1, text: Fix}\n---\n\n"
    module = read_lesson(tmp_path, f"{head}{lists}\n").module
    assert module is not None
    again = read_lesson(tmp_path, write_lesson(module)).module
    assert again is not None
    assert len(again.blocks) == lists.count("\n\n") + 1
    assert differ(module, again) == []
