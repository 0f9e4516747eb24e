"""Whether a content has the shape that its library asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from kandil.exporters._h5p.fields import (
    SPACE,
    Boolean,
    Fault,
    Field,
    Group,
    Library,
    Many,
    Number,
    Picture,
    Plain,
    Rich,
    Select,
    Sub,
)

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MARKUP = re.compile(r"[<>]")
Known = Mapping[str, Library]
"""Libraries by what a content calls them."""


def faults_of(params: object, library: Library, known: Known, path: str = "$") -> Iterator[Fault]:
    """Everything in `params` that is not as the fields of `library` have it."""
    yield from _group(params, library.fields, known, path)


def subcontents(value: object) -> Iterator[dict[str, object]]:
    """Every library inside a content, at any depth; outer before inner."""
    match value:
        case dict():
            if isinstance(value.get("library"), str):
                yield value
            for inner in value.values():
                yield from subcontents(inner)
        case list():
            for inner in value:
                yield from subcontents(inner)


def _group(value: object, fields: Mapping[str, Field], known: Known, path: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield path, "not a group of fields"
        return
    for name in value.keys() - fields.keys():
        yield f"{path}.{name}", "a field that the library does not have"
    for name, field in fields.items():
        if name in value:
            yield from _check(value[name], field, known, f"{path}.{name}")
        elif not field.optional:
            yield f"{path}.{name}", "missing"


def _check(value: object, field: Field, known: Known, path: str) -> Iterator[Fault]:
    match field:
        case Group(fields=fields) if len(fields) == 1:
            yield from _check(value, next(iter(fields.values())), known, path)
        case Group(fields=fields):
            yield from _group(value, fields, known, path)
        case Many():
            yield from _many(value, field, known, path)
        case Sub():
            yield from _sub(value, field, known, path)
        case _:
            if fault := _LEAVES[type(field)](value, field):
                yield path, fault


def _many(value: object, field: Many, known: Known, path: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield path, "not a list"
        return
    if not field.low <= len(value) <= field.high:
        yield path, f"a list of {len(value)}, where {field.low} to {field.high} are allowed"
    for number, one in enumerate(value):
        yield from _check(one, field.item, known, f"{path}[{number}]")


def _sub(value: object, field: Sub, known: Known, path: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield path, "not a library with its content"
        return
    named = value.get("library")
    if not isinstance(named, str) or named not in field.options:
        yield path, f"'{named}' is none of the libraries that may stand here"
        return
    if not _UUID.fullmatch(str(value.get("subContentId"))):
        yield path, "a 'subContentId' that is no UUID"
    metadata = value.get("metadata")
    if not isinstance(metadata, dict) or not metadata.get("title"):
        yield path, "metadata without a title"
    yield from faults_of(value.get("params"), known[named], known, f"{path}.params")


def _plain(value: object, field: Field) -> str:
    assert isinstance(field, Plain)
    if not isinstance(value, str):
        return "not a text"
    if _MARKUP.search(value):
        return "a sign of markup that is not escaped, in a text without any"
    return f"longer than {field.most} characters" if 0 < field.most < len(value) else ""


def _rich(value: object, field: Field) -> str:
    assert isinstance(field, Rich)
    if not isinstance(value, str):
        return "not a text"
    try:
        root = etree.fromstring(f"<div>{value}</div>")
    except etree.XMLSyntaxError as fault:
        return f"markup that is not well-formed: {fault}"
    if field.filled and not "".join(map(str, root.itertext())).strip():
        return "an answer without a word"
    strange = sorted({str(one.tag) for one in root.iter()} - field.tags - SPACE)
    if strange:
        return f"markup that an importer takes out: {', '.join(strange)}"
    return next(filter(None, map(_attributes, root.iter())), "")


def _attributes(element: etree._Element) -> str:
    """An address of a link is all that every importer keeps."""
    for name, value in element.items():
        if (element.tag, name) != ("a", "href"):
            return f"an attribute that an importer takes out: {name}"
        if not re.match(r"(?:https?|mailto|tel):", str(value)):
            return f"a link that leads nowhere here: {value}"
    return ""


def _number(value: object, field: Field) -> str:
    assert isinstance(field, Number)
    if isinstance(value, bool) or not isinstance(value, int):
        return "not a number"
    return "" if field.low <= value <= field.high else f"{value} is out of bounds"


def _boolean(value: object, field: Field) -> str:
    return "" if isinstance(value, bool) else "neither true nor false"


def _select(value: object, field: Field) -> str:
    assert isinstance(field, Select)
    return "" if value in field.options and isinstance(value, str) else f"{value!r} is no choice"


def _picture(value: object, field: Field) -> str:
    kinds = {"path": str, "mime": str, "width": int, "height": int}
    if not isinstance(value, dict) or {k: type(v) for k, v in value.items()} != kinds:
        return "not a picture with 'path', 'mime', 'width' and 'height'"
    return "" if str(value["mime"]).startswith("image/") else "not an image"


_LEAVES: dict[type[Field], Callable[[object, Field], str]] = {
    Plain: _plain,
    Rich: _rich,
    Number: _number,
    Boolean: _boolean,
    Select: _select,
    Picture: _picture,
}
