"""One file a format; found by `pkgutil` and the entry-point group `kandil.exporters`.

What several formats share begins with `_`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from kandil.exporters.exporter import Format
from kandil.model.course import Course
from kandil.paths import entry_points

GROUP = "kandil.exporters"
USUAL = ("facilitator", "scorm12", "site")


def find_exporters() -> dict[str, Format]:
    """Every exporter by its name: the `EXPORTER` of each file here, then other people's."""
    modules = (import_module(f"{__name__}.{found.name}") for found in _modules())
    own = [module.EXPORTER for module in modules if hasattr(module, "EXPORTER")]
    foreign = [point.load() for point in entry_points(group=GROUP)]
    return {exporter.name: exporter for exporter in (*own, *foreign)}


def usual(known: Mapping[str, Format]) -> dict[str, Format]:
    """Those that are made where nobody names any: what a phone, an LMS and a trainer need, and
    other people's; the bytes of a build must not hang on which optional extras are installed."""
    own = {found.name for found in _modules()} - {*USUAL}
    return {name: one for name, one in known.items() if name not in own and not one.needs}


def parted(known: Mapping[str, Format]) -> tuple[dict[str, Format], list[str]]:
    """Those that can be made here, optional extras included; and the names of the others."""
    lacking = sorted(name for name, exporter in known.items() if lacks(exporter))
    return {name: one for name, one in known.items() if name not in lacking}, lacking


def lacks(exporter: Format) -> bool:
    """Whether what it needs is not installed."""
    return any(find_spec(name) is None for name in exporter.needs)


def bars(exporter: Format, course: Course) -> bool:
    """Whether it must not have a course: a platform that shows pages of its own has no gate and no
    exit that stays in view, and notes who opened what (`rulings.md` 19 and 49)."""
    return exporter.stores and exporter.audience == "learner" and course.sensitive


def _modules() -> list[pkgutil.ModuleInfo]:
    modules = (found for found in pkgutil.iter_modules(__path__) if found.name[0] != "_")
    return sorted(modules, key=lambda found: found.name)
