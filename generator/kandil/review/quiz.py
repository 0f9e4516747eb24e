"""The questions of a sheet, first as they are asked and then with what is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kandil.localize.words import answers
from kandil.model.blocks import Block
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.model.text import Text, map_texts
from kandil.render.html.printed import printed_bare
from kandil.write import lines as shape
from kandil.write.block_writer import Writing, write_blocks
from kandil.write.lines import Lines
from kandil.write.sentence import write_sentence


def questions_without_key(asked: Sequence[Interaction], edition: Edition) -> Lines:
    """For her to answer."""
    return shape.apart(
        part
        for number, one in enumerate(asked, 1)
        for part in ([f"## Question {number}"], _written(printed_bare(one, edition)))
    )


def questions_with_key(
    source: Sequence[Interaction], asked: Sequence[Interaction], edition: Edition
) -> Lines:
    """What is right and why; of a translation, what the source asks too."""
    parts: list[Lines] = []
    for number, (theirs, ours) in enumerate(zip(source, asked, strict=True), 1):
        prompts = [ours.prompt] if theirs.prompt is ours.prompt else [ours.prompt, theirs.prompt]
        parts += [[f"## Key of question {number}"], [" / ".join(one.plain for one in prompts)]]
        rows = [f"- {_row(one)}" for one in answers.key(edition, ours)]
        parts.append(rows + [f"- {text.plain}" for text in answers.reasons(ours)])
    return shape.apart(parts)


def _row(answer: answers.Answer) -> str:
    home = f" → {answer.home.plain}" if answer.home else ""
    verdict = f" **{answer.verdict}**" if answer.verdict else ""
    reason = "".join(f" {text.plain}" for text in answer.reason)
    return f"*{answer.words.plain}*{home}{verdict}{reason}"


def _written(blocks: tuple[Block, ...]) -> Lines:
    return write_blocks(Writing(), map_texts(blocks, shown))


def shown(text: Text) -> Text:
    """With the words of the edition as its Markdown, and without words to translators."""
    return replace(text, source=write_sentence(text.inlines), note="", context="")
