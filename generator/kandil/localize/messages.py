"""The UI strings: every text of the theme's templates and of Kandil's own code, found by Babel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import polib
from babel.messages.extract import extract_from_file

from kandil import paths
from kandil.localize.catalogue import new_po
from kandil.localize.coverage import INTERFACE
from kandil.localize.extract import header
from kandil.localize.units import count_words
from kandil.values import dataclass

_FUNCTIONS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "translate": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
}
_CALL = re.compile(rf"\b(?:{'|'.join(_FUNCTIONS)})\s*\(")
"""Babel takes a file apart for it, and most of ours have none."""
GUARD = "safety"
"""A comment `safety: …` above a string: its translation must be reviewed for a release."""
NOTE = "translators"
SAFETY = (
    "themes/base/about.html",
    *(f"kandil/localize/words/{name}.py" for name in ("help", "services", "cautions")),
)
"""Files in which every string is guarded: traces, exit, help, and the warnings of a lesson."""


TRAINERS = ("themes/base/trainer/", "kandil/render/handouts/", "kandil/exporters/_xlsform/")
"""Files whose strings stand in no page for learners: no edition waits for them."""
_ROOMS = ("localize/words", "render", "exporters")
"""The rooms whose code speaks to a learner."""


@dataclass(frozen=True, slots=True)
class Message:
    """One UI string, or two for a number."""

    one: str
    file: str
    line: int
    many: str = ""
    notes: tuple[str, ...] = ()
    marked: bool = False
    """A comment above it says `safety: …`."""

    @property
    def guarded(self) -> bool:
        """Exit, traces and warnings."""
        return self.marked or self.file in SAFETY

    @property
    def counts(self) -> bool:
        """Whether an edition waits for its translation."""
        return not self.file.startswith(TRAINERS)

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.one)


@cache
def messages() -> tuple[Message, ...]:
    """Each string once, at the first place where it stands, with the notes of every place."""
    found: dict[str, Message] = {}
    for message in _all():
        first = found.setdefault(message.one, message)
        if first is not message:
            notes = dict.fromkeys((*first.notes, *message.notes))
            many, marked = first.many or message.many, first.marked or message.marked
            found[message.one] = replace(first, many=many, notes=tuple(notes), marked=marked)
    return tuple(found.values())


def interface_template() -> polib.POFile:
    """The strings as a PO file; without lines, which change with every touch of a template."""
    made = new_po()
    made.metadata = header(INTERFACE)
    for message in messages():
        notes = [*message.notes, *(["safety: must be reviewed"] if message.guarded else [])]
        made.append(
            polib.POEntry(
                msgid=message.one,
                msgid_plural=message.many,
                comment="\n".join(notes),
                occurrences=[(message.file, "")],
                flags=[],
            )
        )
    return made


def _all() -> Iterator[Message]:
    themes, package = paths.themes(), Path(paths.__file__).parent
    for path in sorted((themes / "base").rglob("*.html")):
        yield from _in(path, f"themes/{path.relative_to(themes).as_posix()}")
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            if _CALL.search(path.read_text("utf-8")):
                yield from _in(path, f"kandil/{path.relative_to(package).as_posix()}")


def _in(path: Path, name: str) -> Iterator[Message]:
    method = "jinja2" if path.suffix == ".html" else "python"
    found = extract_from_file(method, path, _FUNCTIONS, (f"{GUARD}:", f"{NOTE}:"))
    # Of a template's comment no tag is left in the note.
    guards = extract_from_file(method, path, _FUNCTIONS, (f"{GUARD}:",))
    marked = {line for line, _, notes, _ in guards if notes}
    for line, words, notes, _ in found:
        one, many = words if isinstance(words, tuple) else (words, "")
        yield Message(one, name, line, many, tuple(notes), line in marked)
