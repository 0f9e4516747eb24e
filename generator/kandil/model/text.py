"""A sentence that a learner can meet, with its place: the unit of translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar, cast

from kandil.model.inlines import Inlines, plain
from kandil.problems import Place
from kandil.values import dataclass

T = TypeVar("T")
_WORDLESS = {
    *("bool", "bool | None", "date | None", "frozenset[str]", "int", "int | None", "str"),
    *("Inlines", "Place", "Place | None", "tuple[str, ...]"),
}
"""Types of fields, as they are written, that hold no `Text`."""


@dataclass(frozen=True, slots=True)
class Text:
    """One unit. Its identity for translators is (`context`, `source`), never its position."""

    source: str
    """Inline Markdown, soft line breaks as spaces: the `msgid`."""
    inlines: Inlines
    """The same, read; after `localize`, that of the translation."""
    place: Place
    context: str = ""
    """The nearest explicit id (`msgctxt`); running prose has none."""
    role: str = ""
    """What a translator is told: `heading`, `right answer`, `feedback` …"""
    note: str = ""
    """The author's own note to translators."""
    lang: str = ""
    """Language of `inlines` where it is not that of the edition (a fallback); else empty."""

    @property
    def plain(self) -> str:
        """The words alone."""
        return plain(self.inlines)

    @property
    def key(self) -> tuple[str, str]:
        """(`msgctxt`, `msgid`)."""
        return self.context, self.source


@cache
def field_names(kind: type) -> tuple[str, ...]:
    """Of a dataclass, in their order; nothing of another kind."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


@cache
def inner_names(kind: type) -> tuple[str, ...]:
    """Of a dataclass, the fields that may hold a `Text`, near or far; nothing of another kind."""
    inner = fields(kind) if is_dataclass(kind) else ()
    return tuple(field.name for field in inner if field.type not in _WORDLESS)


def texts(node: object) -> Iterator[Text]:
    """Every `Text` under `node` (a model value or a tuple of them), in order of the source."""
    found: list[Text] = []
    _gather(node, found)
    return iter(found)


def _gather(node: object, found: list[Text]) -> None:
    if isinstance(node, Text):
        found.append(node)
    elif isinstance(node, tuple):
        for part in node:
            _gather(part, found)
    else:
        kind: type = node.__class__
        for name in inner_names(kind):
            _gather(getattr(node, name), found)


def map_texts(node: T, change: Callable[[Text], Text]) -> T:
    """A copy of `node` with every `Text` replaced by `change(text)`; unchanged parts are shared."""
    return cast(T, _mapped(node, change))


def _mapped(node: object, change: Callable[[Text], Text]) -> object:
    if isinstance(node, Text):
        return change(node)
    if isinstance(node, tuple):
        parts = tuple(_mapped(part, change) for part in node)
        same = all(a is b for a, b in zip(node, parts, strict=True))
        return node if same else parts
    if is_dataclass(node) and not isinstance(node, type):
        changed = {}
        for name in field_names(type(node)):
            old = getattr(node, name)
            new = _mapped(old, change)
            if new is not old:
                changed[name] = new
        return replace(node, **changed) if changed else node
    return node
