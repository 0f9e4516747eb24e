"""The learner's handout of a lesson, and the key to its questions, as Word documents."""

from __future__ import annotations

from collections import deque

from kandil.localize.words import cautions
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.render.office.document import saved
from kandil.render.office.on_paper import OnPaper, key, numbered
from kandil.render.office.page import DocumentPage, begin


def handout(edition: Edition, module: Module, title: str) -> bytes:
    """All that a learner reads and is asked, without a key; `title` is for its properties."""
    page, paper = begin(edition, module, title), OnPaper(edition)
    for words in cautions.content_note(edition):
        page.say(words)
    if module.objectives:
        page.say(edition.translate("After this lesson you can"))
        for aim in module.objectives:
            page.line("List Bullet", page.runs.of(aim.text))
    page.blocks(paper.blocks(module.blocks))
    _words(page, paper, module)
    page.end(module)
    return saved(page.document)


def key_sheet(edition: Edition, module: Module, title: str) -> bytes:
    """The answers to the questions of the handout, and why; empty where none has any."""
    paper = OnPaper(edition)
    deque(paper.blocks(module.blocks), maxlen=0)
    keyed = [(number, one, key(edition, one)) for number, one in paper.asked]
    if not any(found for *_, found in keyed):
        return b""
    page = begin(edition, module, title)
    page.say(f"{edition.translate('For the trainer')} · {edition.translate('Their key')}")
    for number, question, found in keyed:
        if found:
            page.blocks((numbered(number, question), *paper.blocks(found)))
    page.end(module)
    return saved(page.document)


def _words(page: DocumentPage, paper: OnPaper, module: Module) -> None:
    """What the glossary says of the words that the lesson links to."""
    if module.terms:
        page.line("Heading 1", page.runs.said(page.edition.translate("Words")))
    for term in module.terms:
        page.line("Heading 2", page.runs.of(term.title))
        page.blocks(paper.blocks(term.blocks))
