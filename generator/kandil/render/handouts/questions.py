"""Questions on paper, and their key apart."""

from __future__ import annotations

from markupsafe import Markup

from kandil.model.blocks import Block
from kandil.model.interactions import Interaction
from kandil.render.handouts.writer import PaperWriter


def numbered(writer: PaperWriter, blocks: tuple[Block, ...]) -> list[Markup]:
    """Questions with their numbers and without their answers, and the words between them."""
    made, number = [], 0
    for block in blocks:
        if isinstance(block, Interaction):
            number += 1
            made.append(Markup(writer.ask(block, number)))
        else:
            made.append(Markup(writer.block(block)))
    return made


def keyed(writer: PaperWriter, question: Interaction) -> Markup:
    """What is asked, with what to expect."""
    prompt = f"<p{writer.marks(question.prompt, 'ask')}>{writer.words(question.prompt)}</p>"
    return Markup(prompt + writer.key(question))
