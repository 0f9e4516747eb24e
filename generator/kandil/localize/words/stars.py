"""A star behind a territory's name, and the note that the star stands for, wherever the name stands
in a title, a list or a table (`status_note` of its file)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from kandil.localize.words.territory import Local
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.help import Line
from kandil.model.inlines import Emphasis, Inline, Inlines, Link, Strong
from kandil.model.text import Text, map_texts, texts
from kandil.territory.read import footnoted

_ROLES = frozenset(
    {
        *("title", "discreet title", "summary", "objective", "heading", "callout title"),
        *("list item", "table heading", "table cell", "term"),
    }
)
"""Texts in which a name stands apart from a sentence that says more of it."""
Node = TypeVar("Node", Course, Module)


class Stars:
    """Marks the names in one edition; a name that has its star already is left as it is."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._noted = footnoted(Path(edition.course.folder))
        names = {name for one in self._noted for name in one.names.values()}
        every = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
        self._name = re.compile(rf"(?<!\w)(?:{every})(?![\w*])" if names else "(?!)")
        self._starred = re.compile(rf"(?<!\w)(?:{every})\*" if names else "(?!)")

    def module(self, module: Module) -> Module:
        """A lesson with its note, if it names such a territory; of a hollow one, the title."""
        if not self._names(module):
            return module
        marked = self._marked(module)
        return replace(marked, status=()) if module.known else marked

    def course(self, course: Course) -> Course:
        """What belongs to no lesson; its pages list the lessons' titles too."""
        front = replace(course, modules=())
        titles = (one.title.plain for one in course.modules)
        if not (self._names(front) or any(map(self._starred.search, titles))):
            return course
        return replace(self._marked(front), modules=course.modules)

    def _names(self, node: Node) -> bool:
        if not self._noted:
            return False
        return any(self._name.search(text.plain) for text in texts(node) if text.role in _ROLES)

    def _marked(self, node: Node) -> Node:
        return replace(map_texts(node, self._text), status=self._note())

    def _note(self) -> Line:
        lines = (Local(self._edition, one).line_of(one.status_note) for one in self._noted)
        return tuple(piece for line in lines for piece in line)

    def _text(self, text: Text) -> Text:
        if text.role not in _ROLES or not self._name.search(text.plain):
            return text
        return replace(text, inlines=self._parts(text.inlines))

    def _parts(self, inlines: Inlines) -> Inlines:
        return tuple(map(self._part, inlines))

    def _part(self, part: Inline) -> Inline:
        match part:
            case str():
                return self._name.sub(r"\g<0>*", part)
            case Emphasis() | Strong() | Link():
                return replace(part, children=self._parts(part.children))
        return part
