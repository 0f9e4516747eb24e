"""*Help says who can plan with you* stands only where Help names somebody whom people verified."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lesson.asked_rules import rule, shown, told
from kandil.lint.lint import Lint, LintContext, Moment
from kandil.model.blocks import Block, Only, Section
from kandil.problems import Problem


def lint_who_helps(context: LintContext) -> Iterator[Problem]:
    """In what every edition has; in a part for a territory, where its edition has no contact."""
    territory = context.territory
    edition = context.moment is Moment.EDITION
    if edition and (territory is None or territory.contacts):
        return
    asked = rule("who_helps", context.locale)
    for module in context.course.modules:
        blocks = module.blocks if edition else tuple(_for_all(module.blocks))
        for sentence, words in told(context, asked, blocks):
            message = f"Nobody may be named under Help here: '{shown(words)}'"
            hint = (
                "Write 'Help says where you can ask', or mark it with '<!-- only: GE -->' for a "
                "territory with a verified contact."
            )
            yield Problem("A502", context.sources.spot(sentence.place, words), message, hint)


def _for_all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Without what stands in one territory alone."""
    for block in blocks:
        if isinstance(block, Only) and block.territories:
            continue
        if isinstance(block, Only | Section):
            yield from _for_all(block.blocks)
        else:
            yield block


LINT = Lint(
    lint_who_helps, frozenset({Moment.SOURCE, Moment.TRANSLATION, Moment.EDITION}), "who_helps"
)
