"""An aim to do something has steps to do it, and a question that asks for more than words."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.model.blocks import List
from kandil.model.course import Module, Objective
from kandil.model.interactions import Interaction
from kandil.model.structure import within
from kandil.problems import Problem

_DOING = ("apply", "create")
_SAYING = ("remember", "understand")


def lint_practised(context: LintContext) -> Iterator[Problem]:
    """Aims with `bloom: apply` or `create`; that no question names one is told already (Q705)."""
    for module in context.course.modules:
        for aim in module.objectives:
            if aim.bloom in _DOING:
                yield from _undone(module, aim)


def _undone(module: Module, aim: Objective) -> Iterator[Problem]:
    place = aim.text.place
    if not any(one.ordered or _tasks(one) for one in within(List, module)):
        message = f"'{aim.id}' says that learners {aim.bloom}, and no steps to do stand here"
        hint = "Write the steps as a list with numbers, or with boxes under '## Do it'."
        yield Problem("A504", place, message, hint)
    asking = [one for one in within(Interaction, module) if one.objective == aim.id]
    if asking and all(one.bloom in _SAYING for one in asking):
        message = f"'{aim.id}' says that learners {aim.bloom}, and its questions ask what they know"
        hint = "Ask what somebody does in a case that the lesson has not told, with 'bloom: apply'."
        yield Problem("A504", place, message, hint)


def _tasks(one: List) -> bool:
    return any(item.checked is not None for item in one.items)


LINT = Lint(lint_practised)
