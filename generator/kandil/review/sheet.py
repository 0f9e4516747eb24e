"""A reviewer's sheet in Markdown: the text, its sources, what it asks of people, the quiz."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kandil.model.blocks import Block, Heading, Only, Paragraph, Quiz, Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import Branching, Interaction
from kandil.model.structure import every
from kandil.model.text import Text, map_texts, texts
from kandil.review.claims import claims
from kandil.review.form import Sheet, head, to_sign
from kandil.review.quiz import questions_with_key, questions_without_key, shown
from kandil.write import lines as shape
from kandil.write.block_writer import Writing
from kandil.write.lesson import Writer
from kandil.write.lines import Lines

_HOW = (
    "Read from top to bottom, in any editor of text. Answer the quiz before you read its key.",
    "Then sign at the end, and send this file back. You may say no.",
)


def write_sheet(sheet: Sheet, source: Module, edition: Edition, module: Module) -> str:
    """`module` is the lesson in the words of the edition; for the source, `source` itself."""
    asked = scored(module)
    parts = {
        "Title and aims": _aims(sheet, source, module),
        "The text": _body(sheet, source.blocks, module.blocks),
        "For the trainer": _body(sheet, source.trainer, module.trainer),
        "Words that are explained": _terms(sheet, source, module),
        "Sources": [f"{number}. {one}" for number, one in enumerate(source.sources, 1)],
        "What it tells people to do": _claims(source, module, edition.course.language),
        "The quiz, without its key": questions_without_key(asked, edition),
        "The quiz, with its key": questions_with_key(scored(source), asked, edition),
        "To sign": [*to_sign(sheet)],
    }
    said = [
        shape.apart([[f"# {title}"], lines]) for title, lines in parts.items() if [*lines] != []
    ]
    top = [head(sheet), [f"# Review: {_name(module)}"], [*_facts(sheet, source)], [*_HOW]]
    return "\n".join(shape.apart([*top, *said])) + "\n"


def scored(module: Module) -> list[Interaction]:
    """What has a key: quick checks, the questions of quizzes, those of banks."""
    found = every(Interaction, module.blocks)
    return [one for one in found if one.scored and not isinstance(one, Branching)]


def _name(module: Module) -> str:
    return f"{shown(module.title).source} ({module.id})"


def _facts(sheet: Sheet, module: Module) -> Iterator[str]:
    what = f"the translation {sheet.locale}" if sheet.locale else "the lesson"
    yield f"- What is reviewed: {what}"
    yield f"- Sensitivity: {module.sensitivity}"
    yield f"- Advice reviewed: {module.advice_reviewed or 'never'}"
    yield f"- Good until: {module.best_by or 'not said'}"


def _aims(sheet: Sheet, source: Module, module: Module) -> Lines:
    """Title, summary and aims."""
    theirs, ours = ((one.title, one.summary, one.objectives) for one in (source, module))
    if sheet.locale:
        return _beside(texts(theirs), texts(ours))
    return [f"- {text.plain}" for text in texts(ours)]


def _body(sheet: Sheet, source: tuple[Block, ...], blocks: tuple[Block, ...]) -> Lines:
    """As it is written; of a translation, each sentence beside its source."""
    if sheet.locale:
        return _beside(texts(_pointed(source)), texts(_pointed(blocks)))
    writer = Writer(Writing(), set())
    return writer.blocks(map_texts(_pointed(blocks), shown), 1, 0)


def _beside(source: Iterable[Text], texts_: Iterable[Text]) -> Lines:
    rows = [[_cell(one), _cell(other)] for one, other in zip(source, texts_, strict=True)]
    return shape.table([["Source", "Translation"], *rows], ("", "")) if rows else []


def _cell(text: Text) -> str:
    if text.lang:
        return "**not translated**"
    words = shown(text).source.replace("\\\n", "<br>").replace("\n", " ")
    return words.replace("|", r"\|")


def _pointed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without keys: where a question stood, its prompt stands."""
    return tuple(one for block in blocks for one in _point(block))


def _point(block: Block) -> Iterator[Block]:
    match block:
        case Section() | Only():
            yield replace(block, blocks=_pointed(block.blocks))
        case Quiz():
            yield Heading(2, block.title, block.anchor)
            yield from _pointed(block.questions)
        case Interaction(scored=True) if not isinstance(block, Branching):
            yield Paragraph(replace(block.prompt, inlines=("→ ", *block.prompt.inlines)))
        case _:
            yield block


def _terms(sheet: Sheet, source: Module, module: Module) -> Lines:
    if sheet.locale:
        return _beside(texts(source.terms), texts(module.terms))
    return [
        f"- {term.title.plain}: {' '.join(text.plain for text in texts(term.blocks))}"
        for term in module.terms
    ]


def _claims(source: Module, module: Module, language: str) -> Lines:
    """Each change that a part names, then what that part says of safety."""
    found = claims(source.blocks, language)
    if found is None:
        return ["Kandil has no words of this language to look for: look for each of them yourself."]
    words = dict(zip(map(id, texts(source.blocks)), texts(module.blocks), strict=True))
    parts: list[Lines] = []
    for part in found:
        changes = [_change(said, text, words[id(text)]) for said, text in part.changes]
        told = [f"- Safety: {one}" for one in part.conditions]
        none = ["- **Safety: nothing is said here. Is it safe for a woman who is watched?**"]
        parts += [[f"## {part.title}"], [*changes, *(told or none)]]
    return shape.apart(parts)


def _change(said: str, source: Text, text: Text) -> str:
    other = f" — {text.plain}" if text is not source else ""
    return f"- Says: {said}{other}"
