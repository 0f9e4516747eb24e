"""The policies of a course: its dates, and a grade that adds up."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime

from kandil.exporters._olx.names import TOP
from kandil.exporters._olx.tree import Tree

_TABS = [["course_info", "courseware"], ["courseware", "course_info"]]
"""Older releases want the one order, newer ones the other, and each turns them."""
_CLOSE = 1e-8


def check_policies(tree: Tree) -> None:
    """Notes what is wrong in `tree`."""
    folder = f"{TOP}/policies/{tree.run}"
    course = _read(tree, f"{folder}/policy.json")
    if course is not None:
        _course(tree, f"{folder}/policy.json", course)
    grades = _read(tree, f"{folder}/grading_policy.json")
    if grades is not None:
        _grades(tree, f"{folder}/grading_policy.json", grades)


def _read(tree: Tree, file: str) -> dict[str, object] | None:
    if file not in tree.contents:
        tree.fault(f"{TOP}/course.xml", f"needs '{file}', which is not in the package", "V004")
        return None
    tree.files.add(file)
    try:
        found = json.loads(tree.contents.read(file))
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    tree.fault(file, "cannot be read as a policy")
    return None


def _course(tree: Tree, file: str, found: dict[str, object]) -> None:
    settings = found.get(f"course/{tree.run}")
    if not isinstance(settings, dict) or len(found) > 1:
        return tree.fault(file, f"is not about 'course/{tree.run}' alone")
    _dates(tree, file, settings)
    if not settings.get("display_name"):
        tree.fault(file, "gives the course no display_name")
    image = f"{TOP}/static/{settings.get('course_image', '')}"
    if image not in tree.contents:
        tree.fault(file, f"names '{image}', which is not in the package", "V004")
    tree.files.add(image)
    tabs = settings.get("tabs")
    tabs = tabs[:2] if isinstance(tabs, list) else []
    first = [tab.get("type") for tab in tabs if isinstance(tab, dict)]
    if first not in _TABS:
        tree.fault(file, "its first two tabs are not those of the course")
    twice = [name for name in settings if name in tree.blocks[tree.run]]
    for name in twice:
        tree.fault(file, f"'{name}' stands in the course's own file too")
    return None


def _dates(tree: Tree, file: str, settings: dict[str, object]) -> None:
    dates = []
    for name in ("start", "end"):
        try:
            found = datetime.fromisoformat(str(settings[name]))
            dates.append(found if found.tzinfo else found.replace(tzinfo=UTC))
        except (KeyError, ValueError):
            tree.fault(file, f"the course has no '{name}' that is a date")
    if len(dates) == 2 and dates[0] >= dates[1]:
        tree.fault(file, "the course ends before it starts")


def _grades(tree: Tree, file: str, found: dict[str, object]) -> None:
    passed = found.get("GRADE_CUTOFFS")
    enough = passed.get("Pass") if isinstance(passed, dict) and len(passed) == 1 else None
    if not _share(enough):
        tree.fault(file, "says not which part of the points is enough to pass")
    kinds = found.get("GRADER")
    if not isinstance(kinds, list) or not all(map(_is_kind, kinds)):
        return tree.fault(
            file, "a type of quiz is not complete, or not a number where one is needed"
        )
    if abs(sum(kind["weight"] for kind in kinds) - 1) > _CLOSE:
        tree.fault(file, "the weights of the types of quizzes do not add up to 1")
    named = Counter(kind["type"] for kind in kinds)
    for name in (name for name, times in named.items() if times > 1):
        tree.fault(file, f"two types of quizzes are called '{name}'")
    asked = _graded(tree, {*named})
    for kind in kinds if asked else ():
        if kind["min_count"] != asked[kind["type"]]:
            tree.fault(file, f"of the type '{kind['type']}' there are not {kind['min_count']}")
    return None


def _graded(tree: Tree, kinds: set[str]) -> Counter[str]:
    """How many quizzes there are of each type."""
    asked: Counter[str] = Counter()
    for _, block in tree.of("sequential"):
        if block.root.get("graded") == "true":
            asked[block.root.get("format", "")] += 1
            if block.root.get("format") not in kinds:
                tree.fault(block.file, "is graded as a type that the policy does not know")
    return asked


def _is_kind(kind: object) -> bool:
    if not isinstance(kind, dict):
        return False
    number = kind.get("min_count"), kind.get("drop_count")
    counted = all(
        isinstance(one, int) and one >= least for one, least in zip(number, (1, 0), strict=True)
    )
    return isinstance(kind.get("type"), str) and counted and _share(kind.get("weight"))


def _share(value: object) -> bool:
    return isinstance(value, int | float) and 0 <= value <= 1
