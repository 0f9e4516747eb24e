"""One file a question type; found by `pkgutil`, never registered by hand."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

from kandil.read.question.items import QuestionType


@cache
def find_questions() -> tuple[QuestionType, ...]:
    """Every file of this folder, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(cast(QuestionType, module) for module in found if hasattr(module, "KEYWORD"))
