"""What a lesson tells people to do, each beside what its section says of safety (rule 5 for
lessons)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.lint.text.sentences import sentences
from kandil.lint.text.word_tables import row
from kandil.model.blocks import Block, Callout, Heading, Only, Quiz, Section
from kandil.model.interactions import Interaction
from kandil.model.text import Text, texts
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Claims:
    """Of one part of a lesson, or of one question."""

    title: str
    changes: tuple[tuple[str, Text], ...]
    """Sentences that name a change, each with the text it stands in."""
    conditions: tuple[str, ...]


def claims(blocks: tuple[Block, ...], language: str) -> Iterator[Claims] | None:
    """None where no words of the language are known: then all of it must be looked at."""
    known = row("claims", language)
    if known is None:
        return None
    change, condition = (re.compile(known[key], re.IGNORECASE) for key in ("change", "condition"))
    return _found(blocks, change, condition)


def _found(
    blocks: tuple[Block, ...], change: re.Pattern[str], condition: re.Pattern[str]
) -> Iterator[Claims]:
    for title, inside in parts(blocks):
        said = [(words, text) for text in texts(inside) for words in _cut(text)]
        boxes = [text for box in inside if _safety(box) for text in texts(box)]
        told = [words for words, text in said if text in boxes or condition.search(words)]
        found = tuple((words, text) for words, text in said if change.search(words))
        if found:
            yield Claims(title, found, tuple(told))


def parts(blocks: tuple[Block, ...], title: str = "") -> Iterator[tuple[str, tuple[Block, ...]]]:
    """A lesson cut at its headings; each question by itself."""
    here: list[Block] = []
    for block in blocks:
        if isinstance(block, Section | Only | Quiz | Heading | Interaction):
            yield title, tuple(here)
            here = []
        match block:
            case Heading():
                title = block.text.plain
            case Quiz():
                yield from parts(block.questions, block.title.plain)
            case Section() | Only():
                yield from parts(block.blocks, title)
            case Interaction():
                yield block.prompt.plain, (block,)
            case _:
                here.append(block)
    yield title, tuple(here)


def _safety(block: Block) -> bool:
    return isinstance(block, Callout) and block.kind == "safety"


def _cut(text: Text) -> Iterator[str]:
    words = text.plain
    return (words[start:end].strip() for start, end in sentences(words))
