"""Whoever is asked whether she is worried must be led somewhere: to Help, or to a lesson."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lesson.asked_rules import rule, shown, told
from kandil.lint.lint import Lint, LintContext
from kandil.model.blocks import Block, Heading, Only, Section
from kandil.model.course import TERM
from kandil.model.inlines import Link, walk
from kandil.model.interactions import Interaction
from kandil.model.text import texts
from kandil.problems import Problem


def lint_worries(context: LintContext) -> Iterator[Problem]:
    """A link stands in the same part of the lesson; one to the glossary leads nowhere."""
    asked = rule("worry", context.locale)
    for module in context.course.modules:
        for part in parts(module.blocks):
            if not _leads(part):
                for sentence, words in told(context, asked, part):
                    message = f"Whoever is worried is led nowhere: '{shown(words)}'"
                    hint = "Add a sentence such as '[*Help*](#help) says where you can ask.'"
                    place = context.sources.spot(sentence.place, words)
                    yield Problem("A503", place, message, hint)


def parts(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """What stands under one heading; Help and what is asked are no part."""
    here: list[Block] = []
    for block in blocks:
        if isinstance(block, Section | Only):
            yield from (
                () if isinstance(block, Section) and block.kind == "help" else parts(block.blocks)
            )
        elif isinstance(block, Heading):
            yield tuple(here)
            here = []
        elif not isinstance(block, Interaction):
            here.append(block)
    yield tuple(here)


def _leads(part: tuple[Block, ...]) -> bool:
    inner = (one for text in texts(part) for one in walk(text.inlines))
    return any(isinstance(one, Link) and not one.target.startswith(f"#{TERM}") for one in inner)


LINT = Lint(lint_worries, rule="worry")
