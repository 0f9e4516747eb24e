"""The pictures of a backup: each has a row, its hash, a text that shows it, and a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha1

from kandil.exporters._mbz.bank_parts import EntryPart, bank
from kandil.exporters._mbz.parts import ActivityPart, Parts, text
from kandil.exporters._moodle.files import files_in

_FILES = "files.xml"
_STORED = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{38})")
Key = tuple[str, str, str, str, str]
"""Context, component, area, number of the text, name."""


def check_files(parts: Parts, activities: list[ActivityPart]) -> None:
    """Notes what is lost, changed or useless."""
    rows: dict[Key, str] = {}
    by_context: dict[str, set[str]] = {}
    hashes = set()
    for row in parts.tree(_FILES).iterfind("file"):
        names = ("contextid", "component", "filearea", "itemid", "filename")
        context, component, area, item, name = (text(row, one) for one in names)
        rows[context, component, area, item, name] = row.get("id", "")
        by_context.setdefault(context, set()).add(row.get("id", ""))
        hashes.add(text(row, "contenthash"))
        _content(parts, name, text(row, "contenthash"), text(row, "filesize"))
    named = {*_named(parts, activities)}
    for *_, name in sorted(named - rows.keys()):
        parts.fault(_FILES, f"a text shows '{name}', which is not beside it", "V004")
    for *_, name in sorted(rows.keys() - named):
        parts.fault(_FILES, f"no text shows '{name}' where it lies", "V004")
    for file in parts.contents.names:
        if file.startswith("files/") and file.rpartition("/")[2] not in hashes:
            parts.fault(_FILES, f"it does not list '{file}'", "V004")
    _references(parts, activities, by_context)


def _content(parts: Parts, name: str, digest: str, size: str) -> None:
    path = f"files/{digest[:2]}/{digest}"
    if not _STORED.fullmatch(path) or path not in parts.contents:
        return parts.fault(_FILES, f"the content of '{name}' is not there", "V004")
    content = parts.contents.read(path)
    if sha1(content).hexdigest() != digest:
        parts.fault(path, f"the content of '{name}' is not what its hash says", "V005")
    if f"{len(content)}" != size:
        parts.fault(_FILES, f"'{name}' has another size than it says")
    return None


def _named(parts: Parts, activities: list[ActivityPart]) -> Iterator[Key]:
    for one in activities:
        if one.kind == "page":
            for name in files_in(text(one.root, "page/content")):
                yield one.context, "mod_page", "content", "0", name
    for entry in bank(parts):
        for component, area, item, markup in _texts(entry):
            for name in files_in(markup):
                yield entry.context, component, area, item, name


def _texts(entry: EntryPart) -> Iterator[tuple[str, str, str, str]]:
    """As `areas.texts_of`, read from the elements."""
    root = entry.element
    number = root.get("id", "")
    for area in ("questiontext", "generalfeedback"):
        yield "question", area, number, text(root, area)
    for area in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        yield "question", area, number, text(root, f".//{area}")
    for one in root.iter("answer"):
        if one.get("id"):
            yield "question", "answer", one.get("id", ""), text(one, "answertext")
            yield "question", "answerfeedback", one.get("id", ""), text(one, "feedback")
    for one in root.iter("match"):
        yield "qtype_match", "subquestion", one.get("id", ""), text(one, "questiontext")
    for one in root.iterfind("question_hints/question_hint"):
        yield "question", "hint", one.get("id", ""), text(one, "hint")


def _references(
    parts: Parts, activities: list[ActivityPart], by_context: dict[str, set[str]]
) -> None:
    """A restore fetches for an activity only what its inforef.xml names."""
    known = {one.context for one in activities}
    for context in sorted(by_context.keys() - known):
        parts.fault(_FILES, f"a file lies in the context {context}, which no activity has")
    for one in activities:
        inforef, file = one.tree("inforef"), f"{one.folder}/inforef.xml"
        said = {text(row, "id") for row in inforef.iterfind("fileref/file")}
        if said != by_context.get(one.context, set()):
            parts.fault(file, "it does not name just the files of its activity")
        rows = parts.tree("questions.xml").iterfind("question_category")
        own = {row.get("id") for row in rows if text(row, "contextid") == one.context}
        listed = inforef.iterfind("question_categoryref/question_category")
        if {text(row, "id") for row in listed} != own:
            parts.fault(file, "it does not name just the categories of its activity")
