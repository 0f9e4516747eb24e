"""The words of a lesson's file, and the words that its model holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kandil.model.blocks import Address, CodeBlock, Footnote, Section
from kandil.model.course import Module
from kandil.model.inlines import Image
from kandil.model.interactions import Move, Option
from kandil.model.text import field_names, texts

_WORD = re.compile(r"[^\W_]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LABELS = re.compile(
    r"\b(?:Hint|Why|Correct|Incorrect|Question|Quiz|Trainer)\b"
    r"|\b(?:Order|Match|Sort|Reflect|Poll|Rate|Cards|Decide|Scenario)(?=:)"
    r"|\bBank:[^\n]*"
    r"|\b(?:Model answer|Safer|Riskier|It depends)(?=:)"
)
_TABLED = re.compile(r"^\s*#+ *(?P<keyword>Match|Cards|Rate):")
_RULE = re.compile(r"^\s*\|?\s*:?-+[-:|\s]*$")
_MARKERS = re.compile(r"^(?:[\s>]|[-*+]\s|\d{1,9}[.)](?:\s|$))*")
_SORTING = re.compile(r"^\s*#{1,6} [^:\n]*$", re.MULTILINE)
"""Plain headings, which in a bank are for the author."""
_SILENT = {"x", "X", "NOTE", "TIP", "WARNING", "SAFETY", "DETAIL", "MESSAGE", "ADDRESS"}


def nodes(node: Any) -> Iterator[Any]:
    """Every value of a model, outer before inner."""
    if isinstance(node, tuple):
        for part in node:
            yield from nodes(part)
    elif hasattr(node, "__dataclass_fields__"):
        yield node
        for name in field_names(type(node)):
            yield from nodes(getattr(node, name))


def written(text: str) -> Counter[str]:
    """The words below the front matter, without settings, keywords and the numbers of lists."""
    body = _without_heads(text.split("\n---\n", 1)[-1])
    body = _SORTING.sub("", body) if "Bank:" in body else body
    body = _LABELS.sub(" ", _COMMENT.sub(" ", body))
    return _words("\n".join(_MARKERS.sub("", line) for line in body.split("\n")))


def _without_heads(text: str) -> str:
    """The head of a table in `Match:` or `Cards:` is for the author, and the first cell of one in
    `Rate:`.
    """
    lines, keyword = text.split("\n"), ""
    for index, line in enumerate(lines[:-1]):
        if line.lstrip().startswith("#"):
            found = _TABLED.match(line)
            keyword = found["keyword"] if found else ""
        elif keyword and "|" in line and _RULE.match(lines[index + 1]):
            cells = line.strip().removeprefix("|").split("|")[1:]
            lines[index], keyword = "|".join(cells) if keyword == "Rate" else "", ""
    return "\n".join(lines)


def held(module: Module) -> Counter[str]:
    """The words of every text, code block and picture's path in the model."""
    found = (module.blocks, module.trainer)
    parts = [text.source for text in texts(found)]
    for node in nodes(found):
        match node:
            case CodeBlock(content, language):
                parts += [content, language]
            case Option(word=word):
                parts.append(word)
            case Address():
                parts.append(node.whole)
            case Section(anchor=anchor):
                parts.append(anchor)
            case Footnote(label=name) | Image(source=name) | Move(to=name):
                parts.append(name)
    return _words("\n".join(parts))


def _words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(text) if word not in _SILENT)
