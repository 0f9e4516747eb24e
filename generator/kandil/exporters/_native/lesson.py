"""A lesson as content that a platform shows inside a page of its own: no script, no style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup

from kandil.exporters._bare import shown_title
from kandil.localize.words import cautions
from kandil.localize.words.credits import course_credits, lesson_credits
from kandil.model.blocks import Block, Callout, Heading, Paragraph, Quiz, Quote, Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.inlines import Strong
from kandil.model.interactions import Interaction
from kandil.model.text import Text
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.html.lesson_content import write_lesson
from kandil.verify.links import EMPTY

_PART = re.compile(r"(?=<h2 )|(?<!</h2>)(?<!</h2>\n)(?=<h3 )")
"""Where a part begins (`rulings.md` 36); the first one of *Key ideas* begins with those."""
_EXIT = Markup(
    '<p><a href="{}" target="_top" rel="nofollow noreferrer"><strong>{}</strong></a></p>\n'
)
Address = Callable[[str, str], str]
"""Of another lesson's id and an anchor in it, of which either may be empty: an `href`."""
_SET_APART = ("note", "tip", "warning", "safety")
"""Kinds of boxes."""


def lesson_title(edition: Edition, module: Module) -> str:
    """As a list of lessons may show it: the discreet one where the course is sensitive."""
    discreet = module.discreet_title if edition.course.sensitive else None
    return (discreet or module.title).plain


def lesson_markup(
    edition: Edition,
    module: Module,
    pictures: Pictures,
    address: Address,
    *,
    exits: bool = True,
) -> Markup:
    """All of a lesson that is no question of a quiz, as XHTML without a root; `module` has been
    lowered, and `pictures` notes the files that it needs. Without `exits` for a platform that
    takes them out again."""
    page = PageContext(edition, pictures, module, book=True, leads=address)
    content = write_lesson(page, replace(module, blocks=(*_unasked(module.blocks),)))
    notes = (*cautions.content_note(edition), *cautions.notices(edition, module))
    then = edition.translate("After this lesson you can")
    list_ = Markup("<p>{}</p>\n<ul>{}</ul>\n").format(then, content.objectives)
    aims = list_ if content.objectives else Markup()
    terms = Markup("<dl>{}</dl>\n").format(content.terms) if content.terms else ""
    below = _paragraphs(lesson_credits(edition, module).lines)
    way = _way_out(edition) if exits else Markup()
    body = Markup(_PART.sub(lambda _: way, content.body))
    above = (way, _paragraphs(notes), content.title, aims)
    return Markup("").join((*above, body, terms, Markup("<hr />\n"), below))


def _way_out(edition: Edition) -> Markup:
    """In a course whose lessons speak of it: an empty page takes the place of the platform's. It
    cannot stay in view without a style and a script of ours, so that one stands above each part."""
    if not edition.course.exits:
        return Markup()
    return _EXIT.format(EMPTY, edition.translate("Exit now"))


def overview_markup(edition: Edition) -> Markup:
    """What a learner is told of the course before its first lesson; a licence at its end."""
    course = edition.course
    summary = () if course.sensitive or not course.summary else (course.summary.plain,)
    title = Markup("<h1>{}</h1>\n").format(shown_title(edition))
    told = _paragraphs((*cautions.reasons(edition), *summary))
    # Why it is a preview is said above.
    below = _paragraphs(replace(course_credits(edition), review="").lines)
    return Markup("").join((_way_out(edition), title, told, Markup("<hr />\n"), below))


def fragment(edition: Edition, pictures: Pictures, blocks: Iterable[Block]) -> Markup:
    """Some blocks alone, such as the stem of a question."""
    page = PageContext(edition, pictures, book=True, leads=lambda lesson, anchor: "")
    return BlockWriter(page).write((*blocks,))


def sentence(edition: Edition, pictures: Pictures, text: Text) -> Markup:
    """A sentence with its emphasis, its language marked where it fell back."""
    page = PageContext(edition, pictures, book=True, leads=lambda lesson, anchor: "")
    writer = BlockWriter(page)
    words, marks = writer.text(text), writer.foreign(text)
    return Markup("<span{}>{}</span>").format(marks, words) if marks else words


def _unasked(blocks: Iterable[Block]) -> Iterator[Block]:
    """What stands around the questions of a quiz stays under its title."""
    for block in blocks:
        match block:
            case Quiz():
                words = tuple(one for one in block.blocks if not isinstance(one, Interaction))
                if words:
                    yield Heading(2, block.title, block.anchor)
                    yield from words
            case Section():
                yield replace(block, blocks=tuple(_unasked(block.blocks)))
            case Callout(kind, Text() as title, inner) if kind in _SET_APART:
                yield _set_apart(title, inner)
            case _:
                yield block


def _set_apart(title: Text, blocks: tuple[Block, ...]) -> Quote:
    """A box as each platform draws one: ours is drawn by a style that is not there."""
    strong = replace(title, inlines=(Strong(title.inlines),))
    return Quote((Paragraph(strong), *blocks))


def _paragraphs(lines: Iterable[str]) -> Markup:
    return Markup("").join(Markup("<p>{}</p>\n").format(one) for one in lines)
