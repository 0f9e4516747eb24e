"""A sentence of Markdown becomes `Inlines`; the same for sources and translations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from typing import Literal

from markdown_it.token import Token

from kandil.model.inlines import (
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    Link,
    Note,
    Strong,
    plain,
)
from kandil.problems import Place, Problem
from kandil.read.inline.blanks import read_blank
from kandil.read.inline.emphasis import loose_stars, loose_underscores
from kandil.read.inline.inline_parser import inline_tokens
from kandil.read.inline.links import LESSONS, read_link, read_path
from kandil.read.inline.marked_words import SIGNS, marked_words
from kandil.read.source.limits import SENTENCE, deep, inside, overfull
from kandil.read.source.slips import sentence_slips, unclosed
from kandil.values import dataclass

_MARKED = re.compile(f"[{SIGNS}]")
_DECORATIVE = re.compile(r"<!--\s*decorative\s*-->")
_INLINE = re.compile(r"<!--\s*inline(?P<mirror>\s*;\s*mirror)?\s*-->")
_NEARLY = re.compile(r"<!--\s*(inline|mirror)\b", re.IGNORECASE)
_HTML_HINT = (
    "Use Markdown instead: *words*, **words**. To show a sign as it stands, write a backslash "
    "before it: \\<."
)
BREAK_HINT = "Write a backslash '\\' at the end of the line, and go on in the next one."
At = Callable[[int], Place]
Reference = tuple[str, Place]


@dataclass(slots=True)
class Sentence:
    """What was read, what is wrong with it, and what it refers to."""

    inlines: Inlines = ()
    problems: list[Problem] = field(default_factory=list)
    links: list[Reference] = field(default_factory=list)
    images: list[Reference] = field(default_factory=list)
    notes: list[Reference] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    """Names of the tags that were refused, or closed."""


def read_inlines(
    source: str,
    place: Place,
    blanks: bool = False,
    at: At | None = None,
    base: str = LESSONS,
) -> tuple[Inlines, list[Problem]]:
    """Read one sentence that begins at `place`; `at` gives the place of a character in it.

    `[[blanks]]` are read where `blanks` is true, and are a problem elsewhere. Addresses start in
    the folder `base` of the course. Never raises.
    """
    found = read_sentence(source, at or (lambda offset: place), blanks, base)
    return found.inlines, found.problems


def read_sentence(source: str, at: At, blanks: bool = False, base: str = LESSONS) -> Sentence:
    """Read one sentence; `at` gives the place of a character in it."""
    if not _MARKED.search(source) and len(source) <= SENTENCE:
        return Sentence((source,) if source else ())
    refused = overfull(source)
    if not refused and (marked := marked_words(source)):
        return Sentence(_trimmed(marked))
    tokens = [] if refused else inline_tokens(source)
    if refused or deep(tokens):
        slip = refused or inside(0)
        problem = Problem(slip.code, at(slip.offset), slip.message, slip.hint)
        return Sentence((source,), [problem])
    reader = _Reader(source, blanks, at, base)
    reader.found.inlines = _trimmed(reader.children(tokens, [0], ""))
    return reader.found


def _trimmed(parts: Inlines) -> Inlines:
    """Without the space that a comment behind a picture leaves."""
    if parts and isinstance(parts[-1], str) and not parts[-1].strip():
        return parts[:-1]
    return parts


class _Reader:
    """Walks the flat tokens of one sentence and keeps its place in the source."""

    def __init__(self, source: str, blanks: bool, at: At, base: str):
        self.source, self.blanks, self.at, self.base = source, blanks, at, base
        self.found = Sentence()
        self.cursor = 0
        for slip in sentence_slips(source, blanks):
            self.report(slip.code, slip.offset, slip.message, slip.hint)

    def report(self, code: str, offset: int, message: str, hint: str) -> None:
        self.found.problems.append(Problem(code, self.at(offset), message, hint))

    def find(self, words: str) -> int:
        """Offset of `words`, not before the last find."""
        found = self.source.find(words, self.cursor)
        if found >= 0:
            self.cursor = found + len(words)
        return found if found >= 0 else min(self.cursor, max(len(self.source) - 1, 0))

    def children(self, tokens: list[Token], index: list[int], until: str) -> Inlines:
        parts: list[Inline] = []
        while index[0] < len(tokens):
            token = tokens[index[0]]
            index[0] += 1
            if token.type == until:
                break
            part = self.part(token, tokens, index)
            if part is None or part == "":
                continue
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            else:
                parts.append(part)
        return tuple(parts)

    def part(self, token: Token, tokens: list[Token], index: list[int]) -> Inline | None:
        match token.type:
            case "text":
                offset = self.find(token.content)
                self.plain(token.content, offset)
                return token.content
            case "text_special":
                self.find(token.markup)
                return token.content
            case "softbreak":
                return " "
            case "hardbreak":
                return Break()
            case "code_inline":
                self.find(token.content)
                return Code(token.content)
            case "em_open":
                return Emphasis(self.children(tokens, index, "em_close"))
            case "strong_open":
                return Strong(self.children(tokens, index, "strong_close"))
            case "link_open":
                return self.link(token, tokens, index)
            case "image":
                return self.image(token)
            case "note":
                self.found.notes.append((token.content, self.at(self.find("[^"))))
                self.find(token.content)
                return Note(token.content)
            case "blank":
                return self.blank(token.content)
        return self.html(token.content)

    def plain(self, words: str, offset: int) -> None:
        """Signs that stayed as they were typed."""
        for sign, loose in (("*", loose_stars), ("_", loose_underscores)):
            for start, message, hint in loose(words) if sign in words else ():
                self.report("M042", offset + start, message, hint)
        for slip in unclosed(self.source, words, offset) if "](" in words else ():
            self.report(slip.code, slip.offset, slip.message, slip.hint)

    def link(self, token: Token, tokens: list[Token], index: list[int]) -> Inline:
        address = str(token.attrs.get("href", ""))
        start = self.cursor
        children = self.children(tokens, index, "link_close")
        if token.markup == "autolink":
            if address.startswith("mailto:") and plain(children) != address:
                return plain(children)
            self.cursor = start
        offset = self.find(address) if address else self.find("]()")
        target, problems = read_link(address, self.at(offset), self.base)
        if not plain(children).strip() and not problems:
            hint = "Write what the link leads to: '[words](siu-2.md)'."
            problems = [Problem("M004", self.at(offset), "A link needs words", hint)]
        self.found.problems += problems
        self.caption(token)
        if target:
            self.found.links.append((target, self.at(offset)))
        return Link(target, children)

    def caption(self, token: Token) -> None:
        """Words in quotes behind an address: no learner on a phone would ever see them."""
        if words := str(token.attrs.get("title", "")):
            hint = "Write them into the sentence, and only the address between the brackets."
            message = "The words behind the address are shown to nobody"
            self.report("M018", self.find(words), message, hint)

    def image(self, token: Token) -> Inline:
        offset = self.find("![")
        alt = plain(self.children(list(token.children or []), [0], ""))
        address = str(token.attrs.get("src", ""))
        where = self.at(self.find(address) if address else offset)
        path, problems = read_path(address, where, self.base)
        decorative = _DECORATIVE.search(self.source, self.cursor) is not None
        if not alt.strip() and not decorative:
            hint = (
                "Say what the picture shows: '![A phone on a table](…)'. If it shows nothing a "
                "learner needs, write '<!-- decorative -->' behind it."
            )
            problems.append(Problem("M005", self.at(offset), "A picture needs words", hint))
        self.found.problems += problems
        self.caption(token)
        drawn = self.drawn(path, offset)
        if path and not drawn:
            self.found.images.append((path, self.at(offset)))
        return Image(path, alt, decorative and not alt.strip(), drawn)

    def drawn(self, path: str, offset: int) -> Literal["", "inline", "mirror"]:
        """How the comment behind a picture wants it shown."""
        found = _INLINE.search(self.source, self.cursor)
        if not found:
            return ""
        if path and not path.lower().endswith(".svg"):
            hint = "Leave '<!-- inline -->' out, or draw it as SVG."
            message = "Only an SVG drawing can stand in the page itself"
            self.report("M010", found.start(), message, hint)
            return ""
        return "mirror" if found["mirror"] else "inline"

    def blank(self, content: str) -> Inline:
        offset = self.find(f"[[{content}]]")
        if not self.blanks:
            hint = "Put the sentence with the blank under a heading '### Question: …'."
            message = "A blank stands in the sentence of a question only"
            self.report("M015", offset, message, hint)
            return content
        blank, problems = read_blank(content, self.at(offset))
        self.found.problems += problems
        return blank

    def html(self, content: str) -> Inline | None:
        offset = self.find(content)
        name = content.strip("</> ").split(" ")[0].lower()
        if content.startswith("<!--"):
            self.comment(content, offset)
        elif not (content.startswith("</") and name in self.found.tags):
            shown = content.split("\n")[0][:40]
            hint = BREAK_HINT if name.rstrip("/") == "br" else _HTML_HINT
            self.report("M001", offset, f"Raw HTML is not used here: '{shown}'", hint)
        self.found.tags.add(name)
        return None

    def comment(self, content: str, offset: int) -> None:
        if _DECORATIVE.fullmatch(content):
            return
        if _INLINE.fullmatch(content) and "![" in self.source[:offset]:
            return
        if _NEARLY.match(content):
            hint = "Write '![words](x.svg) <!-- inline -->' or '<!-- inline; mirror -->'."
            self.report("M010", offset, "This comment belongs behind a drawing", hint)
            return
        hint = "Put it into a line of its own, above the words that it is for."
        self.report("M009", offset, "A comment must stand alone on its line", hint)
