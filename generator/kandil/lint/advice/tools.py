"""Programs that nobody maintains any more, in the lessons and in every translation (A209)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kandil.lint.advice.refuted import Passage, finds
from kandil.lint.advice.rules import Rule
from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.text.needed import Index, needed
from kandil.lint.text.word_tables import table
from kandil.localize.locale import chain
from kandil.problems import Problem
from kandil.values import dataclass

RULE = "old-tool"
"""What an exception names."""


@dataclass(frozen=True, slots=True)
class _Tool:
    """One row of `tools.yml`, in the language of a text."""

    rule: Rule
    name: str
    hint: str


def lint_tools(context: LintContext) -> Iterator[Problem]:
    """Where a lesson names one as if it could be used; where it says that it is over, none."""
    tools = _tools(context.locale)
    meant = [one for one in context.sentences if one.said.meant]
    for one, concerned in zip(meant, tools.concerned(one.folded for one in meant), strict=True):
        for tool in concerned:
            for start, end in finds(tool.rule, context.book, Passage(one.folded)):
                if not context.allowances.allows(RULE, one.said.text):
                    message = f"'{tool.name}' is no longer maintained"
                    spot = context.sources.spot(one.place, one.words[start:end])
                    yield Problem("A209", spot, message, tool.hint)


@cache
def _tools(tag: str) -> Index[_Tool]:
    rows = table("tools")
    over = next((rows["ended"][one] for one in chain(tag) if one in rows["ended"]), "")
    tools = (_tool(row, over) for row in rows["tools"])
    return Index((tool.rule.needed, tool) for tool in tools)


def _tool(row: dict[str, str], over: str) -> _Tool:
    year, instead = str(row.get("since", ""))[:4], row.get("instead", "")
    right = [over] if over else [_pattern(re.escape(instead.lower()))] if instead else []
    right += [rf"\b{year}\b"] if year else []
    rule = Rule(
        id=RULE,
        patterns=(re.compile(_pattern(row["say"])),),
        needed=needed([_pattern(row["say"])]),
        unless=re.compile("|".join(right)) if right else None,
        reason="",
        instead=instead,
        severity="warning",
        wording=False,
        negative=False,
    )
    since = f"since {year}, " if year else ""
    hint = f"So its makers say ({since}{row['source']}). Name {instead or 'another'}."
    return _Tool(rule, row["name"], hint)


def _pattern(name: str) -> str:
    """A whole word; a Turkish I has no dot when it is made small."""
    return rf"(?<![\w-])(?:{re.sub(r'i', '[iı]', name)})(?!\w)"


LINT = Lint(lint_tools, frozenset({Moment.SOURCE, Moment.TRANSLATION}), RULE)
