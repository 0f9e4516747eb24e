"""What all questions have around their answers, in the words of an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kandil.exporters._h5p.fields import Value
from kandil.exporters._h5p.markup import beside, cleaned, escaped, line
from kandil.model.blocks import Block
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction, Matching, Sequencing
from kandil.model.text import Text
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what a type needs to write it."""

    edition: Edition
    question: Interaction
    write: Callable[[tuple[Block, ...]], str]
    """Blocks as XHTML."""
    sentence: Callable[[Text], str]
    """A sentence as XHTML."""
    media: dict[str, Value]
    """The picture above it."""
    again: bool
    """Whether it may be tried more than once."""
    notices: tuple[str, ...] = ()
    """How far to trust it, for a file of its own; those of a quiz stand on its first page."""

    def words(self, tags: frozenset[str]) -> str:
        """The notices, the prompt and what stands below it, in paragraphs."""
        prompt = f"<p>{self.sentence(self.question.prompt)}</p>"
        stem = self.write(self.question.stem)
        held = beside(stem) if "type" in self.media else stem
        return cleaned(self._noted + prompt + held, tags)

    def inline(self, text: Text, tags: frozenset[str]) -> str:
        """A sentence."""
        return line(self.sentence(text), tags)

    def below(self, tags: frozenset[str]) -> str:
        """What stands below the prompt, which is the title: the notices first."""
        return cleaned(self._noted + self.write(self.question.stem), tags)

    @property
    def _noted(self) -> str:
        return "".join(f"<p>{escaped(one)}</p>" for one in self.notices)

    def plain(self, said: Iterable[Text]) -> str:
        """Sentences without markup, escaped."""
        return escaped(" ".join(text.plain for text in said))

    @property
    def praise(self) -> str:
        """What is said once all is right: the reasons among it."""
        question = self.question
        entries = question.items if isinstance(question, Matching | Sequencing) else ()
        reasons = (text for item in entries for text in item.feedback)
        return self.plain((*question.correct, *reasons, *question.why))

    @property
    def help(self) -> str:
        """What is said while something is wrong: hints, as long as she can try again."""
        question = self.question
        more = question.hints if self.again else question.why
        return self.plain((*question.incorrect, *more))

    def overall(self) -> list[Value]:
        """Both by the share of points; the ranges meet and cover all, as every player asks."""
        below: dict[str, Value] = {"from": 0, "to": 99}
        above: dict[str, Value] = {"from": 100, "to": 100}
        if self.help:
            below["feedback"] = self.help
        if self.praise:
            above["feedback"] = self.praise
        return [below, above]

    def tip(self, forbidden: str) -> str:
        """The first hint for a gap, with the sign before it; nothing where it has signs that the
        library reads as its own."""
        hint = self.plain(self.question.hints[:1])
        return f":{hint}" if hint and self.again and not set(hint) & set(forbidden) else ""
