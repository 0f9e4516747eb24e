"""The editions of a course side by side: a form holds all of its languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace

from kandil.exporters._bare import shown_title
from kandil.exporters._xlsform.form import Form, Pick, Row, Words
from kandil.localize.words import cautions
from kandil.localize.words.credits import course_credits
from kandil.localize.words.formats import autonym
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.values import dataclass

JOINER = "\u2060"
"""A sign that nobody sees; it parts `${`, which a form takes for a reference."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in each edition."""

    name: str
    """Of its column in the results: Latin letters, digits and `_`."""
    each: tuple[Interaction, ...]


@dataclass(slots=True)
class Together:
    """They have the same course, each in a language of its own."""

    editions: Sequence[Edition]
    names: set[str] = field(default_factory=set)
    """Of questions, that are taken."""

    @property
    def languages(self) -> tuple[str, ...]:
        """`Українська (uk)`: the space is needed, or a form takes it for another language."""
        return tuple(f"{autonym(one.locale)} ({one.locale})" for one in self.editions)

    def literal(self, words: Iterable[str]) -> Words:
        """One of each edition, as it is read in a form, where `${name}` would be an answer."""
        return tuple(one.replace("${", "$" + JOINER + "{") for one in words)

    def translate(self, words: str) -> Words:
        """A string of the interface."""
        return self.literal(one.translate(words) for one in self.editions)

    @property
    def first(self) -> Edition:
        """Forms open in its language."""
        return self.editions[0]

    @property
    def private(self) -> bool:
        """Whether nothing may be kept of what somebody answers (`lms_profile: none`), or that she
        learns this at all: then no form asks what she knows, does or thinks in words of her own."""
        course = self.first.course
        return course.sensitive or course.profile == "none"

    def name(self, kind: str) -> str:
        """`siu-pre`, or `siu-GE-preview-pre`: ids only, and no language."""
        preview = "-preview" if self.first.kind == "preview" else ""
        return f"{self.first.name}{preview}-{kind}"

    def form(
        self, kind: str, title: Words, rows: Iterable[Row], picks: Iterable[Pick] = ()
    ) -> Form:
        """Its title begins with that of the course as anybody may see it; its last row says what
        may be done with it."""
        ident = re.sub(r"[^A-Za-z0-9]+", "_", self.name(kind))
        shown = self.literal([f"{shown_title(self.first)}: {title[0]}"])[0]
        last = Row(type="note", name="licence", label=self.credits())
        return Form(ident, shown, self.languages, (*rows, last), (*picks,))

    def of(self, asked: Asked, say: Callable[[Edition, Interaction], str]) -> Words:
        """What `say` gives of a question in each edition."""
        pairs = zip(self.editions, asked.each, strict=True)
        return self.literal(say(edition, one) for edition, one in pairs)

    def notices(self) -> Words:
        """How far to trust the words; one without any says nothing in all languages."""
        return self.literal("\n".join(cautions.reasons(one)) for one in self.editions)

    def credits(self) -> Words:
        """Version and licence, and what must stand where the name of the territory does."""
        # Why it is a preview is said at the beginning.
        signed = (replace(course_credits(one), review="") for one in self.editions)
        return self.literal("\n".join(one.lines) for one in signed)

    def asked(self, ident: str, each: Iterable[Interaction]) -> Asked:
        """A question under a name of its own."""
        name = next(one for one in _names(ident) if one not in self.names)
        self.names.add(name)
        return Asked(name, (*each,))


def _names(ident: str) -> Iterator[str]:
    """`q_siu_a`, then `q2_siu_a` …: what belongs to a question has two `_` behind its name."""
    word = re.sub(r"[^a-z0-9]+", "_", ident.lower()).strip("_")
    yield f"q_{word}"
    number = 1
    while number := number + 1:
        yield f"q{number}_{word}"


def joined(*parts: Words, sign: str = "\n") -> Words:
    """One below the other, in each language; those that are empty are left out."""
    given = [part for part in parts if part]
    return tuple(sign.join(filter(None, one)) for one in zip(*given, strict=True))
