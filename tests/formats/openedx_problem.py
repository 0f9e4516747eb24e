"""Answers problems of a course in Open edX's own problem block, and writes down what it gave.

A program of the checkers' environment (`.checkers/bin/python`), since the block is under AGPL-3.0.
It reads JSON, a list of `{"problem": XML, "tries": [[answer, …], …], "one": …}` with an answer for
each input of the problem, in their order: a word, or a list of names for boxes. For each it writes
`[[points, points possible, feedback], …]`; where the block refuses a try or the whole problem, its
words stand in the place of the points. Each try is that of another learner, or all are of `one`.
Its templates are not in the package: nothing is drawn.
`DJANGO_SETTINGS_MODULE` must name some settings: those of Django itself are enough.
"""

from __future__ import annotations

import json
import logging
import sys
from types import SimpleNamespace
from typing import Any

from lxml import etree
from opaque_keys.edx.locator import BlockUsageLocator, CourseLocator
from xblock.field_data import DictFieldData
from xblock.fields import ScopeIds
from xblock.runtime import MemoryIdManager
from xblocks_contrib.problem import capa_block

logging.disable(logging.CRITICAL)
capa_block.render_to_string = lambda *asked: "<div/>"
USAGE = BlockUsageLocator(CourseLocator("Kandil", "olx", "test"), "problem", "p")
LEARNER = SimpleNamespace(opt_attrs={capa_block.ATTR_KEY_USER_ID: 7})
SERVICES = {
    "user": SimpleNamespace(get_current_user=lambda: LEARNER),
    "i18n": SimpleNamespace(gettext=lambda words: words, ngettext=lambda one, many, n: many),
    "sandbox": SimpleNamespace(
        can_execute_unsafe_code=lambda: False, get_python_lib_zip=lambda: None
    ),
    "replace_urls": SimpleNamespace(replace_urls=lambda html: html),
}


class Platform:
    """As much of the platform as the block asks for."""

    id_generator = MemoryIdManager()
    resources_fs = None
    course_entry = None

    def service(self, block: Any, name: str) -> Any:
        """None for those that a problem of ours must not need."""
        return SERVICES.get(name)

    def publish(self, *event: Any) -> None:
        """Nobody listens."""

    def handler_url(self, *asked: Any) -> str:
        """No page is shown."""
        return ""

    def get_policy(self, usage: Any) -> dict[str, Any]:
        """The course sets nothing for a single problem."""
        return {}

    def construct_xblock_from_class(self, kind: Any, scopes: Any) -> Any:
        """As Studio makes one."""
        return kind(self, DictFieldData({}), scopes)


def block(xml: str) -> Any:
    """The problem as the platform imports it."""
    scopes = ScopeIds(7, "problem", USAGE, USAGE)
    return capa_block.ProblemBlock.parse_xml(etree.fromstring(xml.encode()), Platform(), scopes)


def submitted(problem: Any, answers: list[Any]) -> list[Any]:
    """Points, points possible and the words of the feedback."""
    lists = {name: isinstance(one, list) for name, one in zip(names(problem), answers, strict=True)}
    given = {
        f"input_{name}{'[]' if lists[name] else ''}": one
        for name, one in zip(names(problem), answers, strict=True)
    }
    said = problem.submit_problem(capa_block.MultiDict(flat(given)))
    if "contents" not in said:
        return [said["success"], 0, ""]
    told = "".join(problem.lcp.correct_map.get_msg(name) for name in names(problem))
    progress = problem.get_progress()
    return [*(progress.frac() if progress else (0, 0)), told]


def flat(given: dict[str, Any]) -> list[tuple[str, str]]:
    """As a form sends it."""
    return [
        (name, one)
        for name, value in given.items()
        for one in (value if isinstance(value, list) else [value])
    ]


def names(problem: Any) -> list[str]:
    """Of the inputs, in the order of the problem."""
    known = [name for one in problem.lcp.responders.values() for name in one.answer_ids]
    return sorted(known, key=lambda name: [int(part) for part in name.split("_")[-2:]])


def run(asked: dict[str, Any]) -> list[Any]:
    """One problem."""
    try:
        first = block(asked["problem"])
        first.lcp.get_html()
    except Exception as amiss:
        return [[f"{amiss!r}", 0, ""]] * len(asked["tries"])
    tries = []
    for answers in asked["tries"]:
        problem = first if asked["one"] else block(asked["problem"])
        try:
            tries.append(submitted(problem, answers))
        except capa_block.NotFoundError as refused:
            tries.append([str(refused), 0, ""])
    return tries


json.dump([run(one) for one in json.load(sys.stdin)], sys.stdout)
