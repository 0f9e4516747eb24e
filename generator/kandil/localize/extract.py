"""Templates: what there is to translate in a lesson, or in course.yml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import polib

from kandil.localize.catalogue import SEGMENTS, new_po
from kandil.localize.plural import plural_of
from kandil.localize.units import Unit, units
from kandil.model.course import Course, Module
from kandil.model.text import Text


def extract(node: Module | Course) -> polib.POFile:
    """A lesson's units, or those of course.yml, in the order of the source.

    A unit's identity is (`msgctxt`, `msgid`), never its position: the same sentence twice is one
    entry with two references.
    """
    own, here = node.file if isinstance(node, Module) else "course.yml", node.title.place.file
    folder = here.removesuffix(own)

    def file(text: Text) -> str:
        """A term or a question of a bank stands elsewhere in the course's folder."""
        return own if text.place.file == here else text.place.file.removeprefix(folder)

    return template(node.id, ((_told(unit), file(unit.text)) for unit in units(node)))


def _told(unit: Unit) -> Text:
    """For the trainer one writes in another way than for the learner."""
    if not unit.trainer:
        return unit.text
    return replace(unit.text, role=", ".join(filter(None, (unit.text.role, "for the trainer"))))


def template(name: str, found: Iterable[tuple[Text, str]]) -> polib.POFile:
    """A file without translations; `found` holds each text with the file it stands in."""
    entries: dict[tuple[str, str], polib.POEntry] = {}
    for text, file in found:
        entry = entries.setdefault(text.key, _entry(text))
        entry.occurrences.append((file, str(text.place.line)))
        if _comment(text) not in entry.comment.split("\n"):
            entry.comment += f"\n{_comment(text)}"
    made = new_po()
    made.metadata = header(name)
    made.extend(entries.values())
    return made


def header(name: str, tag: str = "") -> dict[str, str]:
    """What a PO file says of itself; without a clock, so that a template never changes alone."""
    said = {
        "Project-Id-Version": name,
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Segments": SEGMENTS,
    }
    return said | ({"Plural-Forms": plural_of(tag).header} if tag else {})


def _entry(text: Text) -> polib.POEntry:
    marked = any(not isinstance(part, str) for part in text.inlines)
    return polib.POEntry(
        msgid=text.source,
        msgctxt=text.context or None,
        comment=_comment(text),
        occurrences=[],
        flags=["md-text"] if marked else [],
    )


def _comment(text: Text) -> str:
    return "; ".join(filter(None, (text.role, text.note)))
