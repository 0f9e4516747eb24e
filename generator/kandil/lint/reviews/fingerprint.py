"""A few signs that change when a reviewer would read other words, or find another key."""

from __future__ import annotations

from hashlib import sha256

from kandil.lint.text.translations import Lookup
from kandil.model.course import Module
from kandil.model.text import texts
from kandil.write.lesson import write_lesson

SIGNS = 8


def of_source(module: Module) -> str:
    """Of a lesson as it is written: its layout, and dates and names above it, do not count."""
    body = write_lesson(module).split("\n---\n", 1)[1]
    above = [module.title, module.summary, *(aim.text for aim in module.objectives)]
    heads = [text.source for text in above if text]
    terms = [text.source for text in texts(module.terms)]
    return _short("\n".join([*heads, *module.sources, body, *terms]))


def of_translation(module: Module, words: Lookup) -> str:
    """Of a lesson and of its words in a locale."""
    said = [one for text in texts(module) for one, _ in words(text)]
    return _short("\n".join([of_source(module), *said]))


def _short(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:SIGNS]
