"""What the pictures of a lesson weigh when a phone loads them."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.lint.lint import Lint, LintContext
from kandil.model.blocks import Picture
from kandil.model.course import Module
from kandil.model.inlines import Image, walk
from kandil.model.structure import within
from kandil.model.text import texts
from kandil.problems import Place, Problem

EACH = 60_000
TOGETHER = 200_000


def lint_pictures(context: LintContext) -> Iterator[Problem]:
    """Heavy pictures: a minute of waiting each on 2G."""
    for module in context.course.modules:
        weights: dict[str, int] = {}
        for source, place in _pictures(module):
            if source in weights:
                continue
            weights[source] = context.material.weigh(context.folder / source)
            if weights[source] > EACH:
                message = f"The picture '{source}' weighs {_kilo(weights[source])} in a page"
                hint = f"Cut it smaller, or draw it as SVG: at most {_kilo(EACH)}."
                yield Problem("A205", place, message, hint)
        if sum(weights.values()) > TOGETHER:
            message = f"The pictures of this lesson weigh {_kilo(sum(weights.values()))} together"
            hint = f"Leave some out, or make them smaller: at most {_kilo(TOGETHER)}."
            yield Problem("A206", module.title.place, message, hint)


def _pictures(module: Module) -> Iterator[tuple[str, Place]]:
    for picture in within(Picture, module):
        if not picture.drawing:  # part of the page, and weighed with it
            yield picture.image.source, picture.place
    for text in texts(module.blocks):
        for part in walk(text.inlines) if "![" in text.source else ():
            if isinstance(part, Image):
                yield part.source, text.place


def _kilo(size: int) -> str:
    return f"{size / 1000:.0f} kB"


LINT = Lint(lint_pictures)
