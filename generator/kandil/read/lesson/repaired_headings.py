"""Headings and comments with a slip in their first signs, which Markdown takes for plain words."""

from __future__ import annotations

import re

from markdown_it.token import Token

from kandil.read.block.context import ReadContext
from kandil.read.question.answer_lines import boxed
from kandil.read.question.kinds import Forms, fits, has_settings
from kandil.read.source.spelling import COLONS, EMOJI
from kandil.read.source.tokens import Group, first_line
from kandil.values import dataclass

_HASHES = re.compile(rf"^\s*((?:\\?[#＃]){{1,6}}) *(?=[^\W_]|[*{EMOJI}])(.+)$")
"""Wide signs of a keyboard for Chinese or Japanese too, and those that a word processor escaped."""
_COMMENT = re.compile(r"^\s*(?:<!\s*[–—]|<!-(?!-)|<\s+!|‹\s*!)[\s–—-]*")
_SIGNS = re.compile(f"[#＃<‹{COLONS}]")
"""Without one of these a paragraph is nothing else."""
_NEAR = 8
"""Blocks that are looked at below a paragraph."""
_END = re.compile(r"[\s–—-]*[>›]?\s*$")


def repair_headings(reading: ReadContext, forms: Forms, found: list[Group]) -> list[Group]:
    """The blocks of a lesson, with each lost heading reported and put back."""
    seeker = _Seeker(reading, forms)
    return [part for index in range(len(found)) for part in seeker.parts(found, index)]


@dataclass(slots=True)
class _Seeker:
    reading: ReadContext
    forms: Forms
    level: int = 3
    """Of a question that would stand here."""

    def parts(self, found: list[Group], index: int) -> list[Group]:
        """One block as it was meant: a paragraph may hold a heading."""
        group = found[index]
        if group[0].type == "heading_open":
            level, keyword = (
                int(group[0].tag[1]),
                self.reading.language.heading(group[1].content)[1],
            )
            self.level = level if keyword in self.forms else min(level + 1, 6)
        if group[0].type != "paragraph_open":
            for token in group:
                if token.type == "inline" and token.map:
                    self.comments(token.content, token.map[0])
            return [group]
        line, content = first_line(group), group[1].content
        if not _SIGNS.search(content):
            return [group]
        rows = [(line + number, words) for number, words in enumerate(content.split("\n"))]
        lost = self.comments(content, line)
        parts: list[Group] = []
        kept: list[tuple[int, str]] = []
        for row, words in rows:
            heading = self.heading(row, words)
            if heading is None and row == line:
                heading = self.keyword(row, words, rows, found[index + 1 : index + 1 + _NEAR])
            if heading is None and row not in lost:
                kept.append((row, words))
                continue
            parts += _paragraph(kept) + ([heading] if heading else [])
            kept = []
        return [*parts, *_paragraph(kept)] if parts or lost else [group]

    def comments(self, content: str, line: int) -> set[int]:
        """The lines of comments whose hyphens a word processor has joined."""
        lost: set[int] = set()
        if "<" not in content and "‹" not in content:
            return lost
        for row, words in enumerate(content.split("\n"), line):
            if found := _COMMENT.match(words):
                hint = f"Write '<!-- {_END.sub('', words[found.end() :])} -->'."
                column = self.reading.source.begin(row, words.strip())
                message = "A comment begins with '<!--' and ends with '-->', in plain hyphens"
                self.reading.report("M016", row, column, message, hint)
                lost.add(row)
        return lost

    def heading(self, row: int, words: str) -> Group | None:
        """`###Question: …`; one sign may be a tag, as in `#kindness`, if no keyword follows."""
        found = _HASHES.match(words)
        if not found:
            return None
        language, rest = self.reading.language, found[2].strip()
        keyword = language.heading(rest)[1]
        keyword = keyword or language.in_dress(rest)[1]
        level = found[1].count("#") + found[1].count("＃")
        plain = level == len(found[1]) == found[1].count("#")
        if (level == 1 or not plain) and not keyword and not language.fixed(rest):
            return None
        if level == 1:
            level = self.level if keyword else 2
        code = "Q001" if keyword else "M023"
        message = "A heading needs a space behind its signs '#'"
        if not plain:
            message = "A heading begins with plain signs '#', without a backslash"
        hint = f"Write '{'#' * level} {rest}'."
        self.reading.report(code, row, self.reading.source.begin(row, found[1]), message, hint)
        return _heading(row, level, rest)

    def keyword(
        self, row: int, words: str, rows: list[tuple[int, str]], below: list[Group]
    ) -> Group | None:
        """`Order: …` over steps, without the signs of a heading."""
        language = self.reading.language
        written, keyword, rest = language.heading(words.strip())
        if keyword not in _keywords(self.forms):
            written, keyword, rest = language.in_dress(words.strip())
        if keyword not in _keywords(self.forms) or not self.asks(keyword, rows, below):
            return None
        message = f"'{written}:' begins no question without the signs of a heading"
        whole, level = f"{written}: {rest}", self.level
        if keyword not in self.forms:
            message = f"'{written}:' is a keyword only behind the signs of a heading"
            level = 2
        hint = f"Write '{'#' * level} {whole}'."
        column = self.reading.source.begin(row, words.strip())
        self.reading.report("Q001", row, column, message, hint)
        return _heading(row, level, whole)

    def asks(self, keyword: str, rows: list[tuple[int, str]], below: list[Group]) -> bool:
        """Whether what follows can be nothing else than what the keyword needs."""
        if below and has_settings(below[:1]):
            return True
        if keyword == "Question":
            return _asks(below)
        if keyword == "Quiz":
            heads = [group for group in below[:2] if group[0].type == "heading_open"]
            return len(rows) == 1 and fits(self.reading.language, self.forms, keyword, heads)
        end = next((n for n, one in enumerate(below) if one[0].type == "heading_open"), len(below))
        return len(rows) == 1 and fits(self.reading.language, self.forms, keyword, below[:end])


def _keywords(forms: Forms) -> set[str]:
    """Those that words of a plain paragraph do not begin with by chance."""
    return {*forms, "Quiz", "Scenario"}


def _asks(found: list[Group]) -> bool:
    """Whether tick boxes follow before the next heading."""
    for group in found:
        kind = group[0].type
        if kind.endswith("list_open"):
            return boxed(group)
        if kind not in ("paragraph_open", "html_block"):
            return False
    return False


def _heading(line: int, level: int, words: str) -> Group:
    return _block("heading", f"h{level}", line, words)


def _paragraph(rows: list[tuple[int, str]]) -> list[Group]:
    if not rows:
        return []
    return [_block("paragraph", "p", rows[0][0], "\n".join(words for _, words in rows))]


def _block(kind: str, tag: str, line: int, words: str) -> Group:
    place = [line, line + words.count("\n") + 1]
    inline = Token("inline", "", 0, map=place, level=1, content=words)
    opening = Token(f"{kind}_open", tag, 1, map=place)
    return [opening, inline, Token(f"{kind}_close", tag, -1)]
