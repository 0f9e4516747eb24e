"""Words of one locale in few bytes, for as long as those of another are worked on.

What each locale says must be known before any page is rendered, since pages lead to each other; so
the words of all wait, and twenty languages as objects would fill the memory.
"""

from __future__ import annotations

import pickle
import zlib
from dataclasses import replace

from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.text import Text, map_texts, texts
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Packed:
    """An edition of some lessons, without the lessons."""

    _edition: Edition
    _source: tuple[Module, ...]
    """As the lessons are in every locale, but for their words."""
    _words: bytes

    @property
    def shown(self) -> object:
        """What a learner sees of it: equal where that of another edition is."""
        return self._edition.course, self._source, self._words

    def whole(self) -> Edition:
        """As it was."""
        words = iter(pickle.loads(zlib.decompress(self._words)))

        def said(text: Text) -> Text:
            inlines, lang = next(words)
            return replace(text, inlines=inlines, lang=lang)

        modules = map_texts(self._source, said)
        return replace(self._edition, course=replace(self._edition.course, modules=modules))


def pack(edition: Edition, source: Course) -> Packed:
    """`source`: the course that was translated, with the same lessons."""
    words = [(text.inlines, text.lang) for text in texts(edition.course.modules)]
    small = zlib.compress(pickle.dumps(words, pickle.HIGHEST_PROTOCOL), 1)
    light = replace(edition, course=replace(edition.course, modules=()))
    return Packed(light, source.modules, small)
