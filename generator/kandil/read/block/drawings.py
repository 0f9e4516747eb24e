"""`![words](x.svg) <!-- inline -->`: an SVG becomes a `Drawing`, by an allow-list.

It is read with expat, which knows the column of every tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field, replace
from pathlib import Path
from xml.parsers import expat

from kandil.model.drawing import LABEL, Drawing
from kandil.model.text import Text
from kandil.problems import Place, Problem
from kandil.read.block.drawing_parts import ELEMENTS, WORDED, kept, refused
from kandil.read.source.door import PICTURE, leads_out, read_file
from kandil.values import dataclass

MOST = 3_000
"""Bytes of the file: it is part of the first load."""
AIM = 2_500
_SVG = "http://www.w3.org/2000/svg"
_PARTS = f"An inline drawing is made of {', '.join((*ELEMENTS, *WORDED))}."
_CHEAPER = "Draw it with fewer points and whole numbers, or leave out '<!-- inline -->'."


def read_inline(folder: Path, source: str) -> tuple[Drawing | None, list[Problem]]:
    """The drawing in a file of the course, and what is wrong in it; None without a word where
    the file cannot be read at all, which is told of every picture."""
    path = folder / source
    if leads_out(folder, path):
        return None, []
    try:
        content = read_file(path, PICTURE)
    except OSError:
        return None, []
    place = Place(path.as_posix())
    if len(content) > MOST:
        message = f"This drawing has {len(content):,} bytes, and inline at most {MOST:,}"
        return None, [Problem("M062", place, message, _CHEAPER)]
    drawing, problems = _Reader(place).read(content)
    if len(content) > AIM and not problems:
        message = f"This drawing has {len(content):,} bytes; {AIM:,} are the aim"
        problems.append(Problem("M063", place, message, _CHEAPER))
    return drawing, problems


class _DefinedError(Exception):
    """The file defines words of its own."""


@dataclass
class _Reader:
    """Copies what is allowed, tag after tag."""

    file: Place
    problems: list[Problem] = field(default_factory=list)
    pieces: list[str] = field(default_factory=lambda: [""])
    labels: list[Text] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """Names of the elements around."""
    waits: str = ""
    """The end of the last start tag, where nothing stands in its element yet."""
    coded: bool = False
    words: str = ""
    place: Place = field(init=False)
    """Of the words."""
    at: Callable[[], Place] = field(init=False)

    def read(self, content: bytes) -> tuple[Drawing | None, list[Problem]]:
        """None where anything in it is refused; all of that is told."""
        parser = expat.ParserCreate("UTF-8", " ")
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.defined
        parser.ProcessingInstructionHandler = self.instructed
        self.at = lambda: Place(
            self.file.file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        )
        try:
            parser.Parse(content, True)
        except _DefinedError:
            pass
        except expat.ExpatError as fault:
            place = Place(self.file.file, fault.lineno, fault.offset + 1)
            words = expat.ErrorString(fault.code)
            hint = "Mend it, or save it anew as 'plain SVG'."
            self.problems.append(Problem("M061", place, f"This is no whole SVG: {words}", hint))
        drawing = Drawing(tuple(self.pieces), tuple(self.labels))
        return (None if self.problems else drawing), self.problems

    def refuse(self, what: str, hint: str) -> None:
        """Note what no inline drawing has, here."""
        message = f"An inline drawing has no {what}"
        self.problems.append(Problem("M061", self.at(), message, hint))

    def defined(self, name: str, *_: object) -> None:
        """Nothing behind it is read: what it defines may be without end."""
        self.refuse("<!DOCTYPE", "Delete this line.")
        raise _DefinedError(name)

    def instructed(self, target: str, _: str) -> None:
        """`<?xml-stylesheet …?>`."""
        self.refuse(f"<?{target}", "Delete this line.")

    def begin(self, long: str, attributes: dict[str, str]) -> None:
        """A start tag."""
        space, _, name = long.rpartition(" ")
        around = self.open[-1] if self.open else ""
        self.open.append(name)
        if not self._stands(space, name, around):
            return
        for what, hint in refused(name, attributes):
            self.refuse(what, hint)
        if name == "svg" and "viewBox" not in attributes:
            self.refuse("<svg> without its measures", "Write '<svg viewBox=\"0 0 328 140\" …>'.")
        self.coded, self.words = attributes.get("class") == "code", ""
        self._write(name, attributes)

    def _write(self, name: str, attributes: dict[str, str]) -> None:
        """All of a start tag but its end: what follows decides how that is written."""
        row = "".join(f' {key}="{value}"' for key, value in kept(name, attributes).items())
        if name == "svg" and not self.problems:
            row = _wide(attributes["viewBox"]) + row
        self.pieces[-1] += self.waits + ("" if name == "svg" else f"<{name}") + row
        self.waits = "" if name in WORDED else ">"

    def _stands(self, space: str, name: str, around: str) -> bool:
        if around in WORDED:
            self.refuse(f"<{name}> in <{around}>", f"Write each line as a '<{around}>' of its own.")
        elif not around and (space, name) != (_SVG, "svg"):
            hint = f'Begin it with \'<svg xmlns="{_SVG}" viewBox="0 0 328 140">\'.'
            self.refuse(f"<{name}> as its root", hint)
        elif around and (space != _SVG or name not in (*ELEMENTS, *WORDED)):
            self.refuse(f"<{name}>", _PARTS)
        else:
            return True
        return False

    def text(self, words: str) -> None:
        """Letters between two tags."""
        if self.open[-1] in WORDED:
            if not self.words.strip():
                blank = len(words) - len(words.lstrip())
                self.place = replace(self.at(), column=self.at().column + blank)
            self.words += words
        elif words.strip() and not self.problems:
            self.refuse("words outside '<text>'", "Write '<text x=… y=…>words</text>'.")

    def end(self, long: str) -> None:
        """An end tag."""
        name = self.open.pop()
        if name not in WORDED:
            self.pieces[-1] += "/>" if self.waits else f"</{name}>"
            self.waits = ""
            return
        words = " ".join(self.words.split())
        if self.coded or not words:
            self.pieces[-1] += f">{_escaped(words)}</{name}>"
        else:
            context = self.file.file.rpartition("/")[2]
            self.labels.append(Text(words, (words,), self.place, context, LABEL))
            self.pieces.append(f"</{name}>")


def _wide(box: str) -> str:
    """As wide as its letters are large: 16 of its units are a letter of the page's."""
    width = float(re.split(r"[\s,]+", box.strip())[2])
    return f' width="{round(width / 16, 1):g}em"'


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
