"""A question of the model in a few readable lines."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.model.blocks import Block, List, Paragraph, Table
from kandil.model.inlines import Blank, Inlines, walk
from kandil.model.interactions import (
    Cards,
    Choice,
    Decision,
    Entry,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Matching,
    Numeric,
    Sequencing,
)
from kandil.model.text import Text


def notation(question: Interaction) -> str:
    """Form, id, settings; then each part in a line of its own."""
    lines = [" ".join((_form(question), question.id, *_settings(question)))]
    lines.append(f"prompt: {question.prompt.source}")
    lines += [f"stem: {words}" for words in _blocks(question.stem)]
    match question:
        case Choice():
            lines += _options(question)
        case FillIn():
            lines += [f"body: {words}" for words in _blocks(question.body)]
            lines += _blanks(question)
        case Sequencing(items=items):
            lines += [line for item in items for line in _entry(item)]
        case Matching():
            lines += _matching(question)
        case Likert(rows=rows, scale=scale):
            lines += [f"row: {text.source}" for text in rows]
            lines += [f"scale: {text.source}" for text in scale]
        case LongFillIn(model_answer=answer):
            lines += [f"model answer: {text.source}" for text in answer]
        case Cards(cards=cards):
            lines += [f"card: {card.front.source} | {card.back.source}" for card in cards]
        case Decision(ways=ways):
            for way in ways:
                lines.append(f"{way.letter} {way.stance}: {way.text.source}")
                lines += [f"  > {text.source}" for text in way.reason]
    for label in ("hints", "why", "correct", "incorrect"):
        lines += [f"{label}: {text.source}" for text in getattr(question, label)]
    return "\n".join(lines)


def _form(question: Interaction) -> str:
    match question:
        case Choice() | Matching():
            return question.form
        case Numeric():
            return "number"
        case FillIn():
            return "fill in"
    return question.name


def _settings(question: Interaction) -> Iterator[str]:
    if not question.explicit_id:
        yield "(derived)"
    if not question.scored:
        yield "unscored"
    if question.points != int(question.scored):
        yield f"points={question.points}"
    for name in ("objective", "bloom", "attempts"):
        if getattr(question, name) not in ("", None):
            yield f"{name}={getattr(question, name)}"
    if question.sensitive:
        yield "sensitive"
    if isinstance(question, Choice) and question.shuffle is False:
        yield "in order"
    if isinstance(question, FillIn) and question.case:
        yield "exact" if question.exact else "case"


def _options(question: Choice) -> Iterator[str]:
    for option in question.options:
        words = option.text.source if option.text else f"<{option.word}>"
        yield f"{option.letter} {'right' if option.right else 'wrong'}: {words}"
        yield from (f"  > {text.source}" for text in option.feedback)


def _entry(entry: Entry) -> Iterator[str]:
    home = f" -> {entry.home}" if entry.home else ""
    yield f"{entry.letter}{home}: {entry.text.source}"
    yield from (f"  > {text.source}" for text in entry.feedback)


def _matching(question: Matching) -> Iterator[str]:
    yield from (line for item in question.items for line in _entry(item))
    yield from (f"to {target.letter}: {target.text.source}" for target in question.targets)


def _blanks(question: FillIn) -> Iterator[str]:
    for inlines in _inlines(question.body):
        for part in walk(inlines):
            if isinstance(part, Blank) and part.number:
                yield f"blank: {part.number.low} to {part.number.high}"
            elif isinstance(part, Blank):
                yield f"blank: {', '.join(part.answers)}"


def _inlines(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text.inlines
            case List(items):
                for item in items:
                    yield from _inlines(item.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield text.source
            case List(items):
                for item in items:
                    yield from (f"- {words}" for words in _blocks(item.blocks))
            case Table(head, rows):
                yield from (" | ".join(_sources(row)) for row in (head, *rows))
            case _:
                yield f"<{type(block).__name__}>"


def _sources(row: tuple[Text, ...]) -> Iterator[str]:
    return (cell.source for cell in row)
