"""A sentence of Markdown becomes `Inlines`; the same for sources and translations."""

from __future__ import annotations

import re
from collections.abc import Callable

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
from kandil.read.blanks import read_blank
from kandil.read.links import read_link, read_path
from kandil.read.markdown import inline_tokens

_MARKED = re.compile(r"[\\`*_\[\]<>&!\n]")
_REFERENCE = re.compile(r"\[[^\[\]^]+\]\[[^\[\]]*\]|^\s*\[[^\]^]+\]:\s")
_DECORATIVE = re.compile(r"<!--\s*decorative\s*-->")
At = Callable[[int], Place]


def read_inlines(
    source: str, place: Place, blanks: bool = False, at: At | None = None
) -> tuple[Inlines, list[Problem]]:
    """Read one sentence that begins at `place`; `at` gives the place of a character in it.

    `[[blanks]]` are read where `blanks` is true, and are a problem elsewhere. Never raises.
    """
    if not _MARKED.search(source):
        return ((source,) if source else ()), []
    reader = _Reader(source, blanks, at or (lambda offset: place))
    return reader.children(inline_tokens(source), [0], ""), reader.problems


class _Reader:
    """Walks the flat tokens of one sentence and keeps its place in the source."""

    def __init__(self, source: str, blanks: bool, at: At):
        self.source, self.blanks, self.at = source, blanks, at
        self.problems: list[Problem] = []
        self.cursor = 0
        if reference := _REFERENCE.search(source):
            hint = "Write the address in the sentence: '[words](siu-2.md)'."
            self.report("M013", reference.start(), "Reference links are not used here", hint)
        if blanks and source.count("[[") > source.count("]]"):
            hint = "Close it with two brackets: [[email]]."
            self.report("Q205", source.rindex("[["), "This blank is not closed", hint)

    def report(self, code: str, offset: int, message: str, hint: str) -> None:
        self.problems.append(Problem(code, self.at(offset), message, hint))

    def find(self, words: str) -> int:
        """Offset of `words`, not before the last find."""
        found = self.source.find(words, self.cursor)
        if found >= 0:
            self.cursor = found + len(words)
        return max(found, 0)

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
                part = parts.pop() + part  # type: ignore[operator]
            parts.append(part)
        return tuple(parts)

    def part(self, token: Token, tokens: list[Token], index: list[int]) -> Inline | None:
        match token.type:
            case "text" | "text_special":
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
                self.find(token.content)
                return Note(token.content)
            case "blank":
                return self.blank(token.content)
        return self.html(token.content)

    def link(self, token: Token, tokens: list[Token], index: list[int]) -> Inline:
        address = str(token.attrs.get("href", ""))
        start = self.cursor
        children = self.children(tokens, index, "link_close")
        offset = self.find(address) if address else start
        if token.markup == "autolink":
            self.cursor = offset + len(address)
        target, found = read_link(address, self.at(offset))
        if not plain(children).strip() and not found:
            hint = "Write what the link leads to: '[words](siu-2.md)'."
            found = [Problem("M004", self.at(offset), "A link needs words", hint)]
        self.problems += found
        return Link(target, children)

    def image(self, token: Token) -> Inline:
        address = str(token.attrs.get("src", ""))
        offset = self.source.find("![", self.cursor)
        path, found = read_path(address, self.at(self.find(address) if address else 0))
        alt = plain(self.children(list(token.children or []), [0], ""))
        decorative = _DECORATIVE.search(self.source) is not None
        if not alt.strip() and not decorative:
            hint = "Say what the picture shows: '![A phone on a table](…)'. If it shows nothing a learner needs, write '<!-- decorative -->' behind it."
            found.append(Problem("M005", self.at(max(offset, 0)), "A picture needs words", hint))
        self.problems += found
        return Image(path, alt, decorative and not alt.strip())

    def blank(self, content: str) -> Inline:
        offset = self.find(f"[[{content}]]")
        if not self.blanks:
            hint = "Put it under a heading '### Question: …'."
            self.report("M015", offset, "Blanks are for questions", hint)
            return content
        blank, found = read_blank(content, self.at(offset))
        self.problems += found
        return blank

    def html(self, content: str) -> Inline | None:
        offset = self.find(content)
        if not _DECORATIVE.fullmatch(content):
            hint = "Use Markdown instead: *words*, **words**, `<words>` in code marks. To show a sign as it stands, write a backslash before it: \\<."
            self.report("M001", offset, f"Raw HTML is not used here: '{content[:40]}'", hint)
        return None
