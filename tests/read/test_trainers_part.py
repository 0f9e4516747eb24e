"""What the trainer's part of each lesson on safe internet use says: a story may touch somebody."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import read
from kandil.model.course import Module
from kandil.model.text import texts

SIU = ("siu-1", "siu-2", "siu-3", "siu-4", "siu-10")
"""Lessons that speak of control at home (`sensitivity: mention`)."""
MODULES = [one for one in read(Path("courses/safe-internet-use")).modules if one.id in SIU]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.id)
def test_it_says_who_may_teach_and_what_to_do_when_somebody_tells(module: Module) -> None:
    said = "\n".join(text.plain for text in texts(module.trainer))
    assert "Who may teach it." in said
    assert "If somebody tells her own story." in said
