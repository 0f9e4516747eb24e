"""The parts of a sentence become Markdown, for what has no source of its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from decimal import Decimal
from urllib.parse import quote

from kandil.model.course import TERM
from kandil.model.inlines import (
    Blank,
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    Link,
    Note,
    Range,
    Strong,
)
from kandil.read.inline.links import GLOSSARY, LESSONS

_SIGNS = re.compile(r"[\\`*_\[\]<>&!|~{}=]")
_BEGINS = re.compile(r"^(?=[#+:-])|^(\d{1,9})(?=[.)])", re.MULTILINE)
_SAFE = "/!$'*+,;=:@~-._"
"""Signs that an address may hold as they are; a bracket would end it."""


def write_sentence(inlines: Inlines, base: str = LESSONS) -> str:
    """Markdown that `read_sentence` reads as these parts; `base` as there."""
    return _BEGINS.sub(lambda found: f"{found[1] or ''}\\", _joined(inlines, base, False))


def write_image(image: Image, base: str = LESSONS) -> str:
    """`![words](address)`, with its comments."""
    address = quote(posixpath.relpath(image.source, base or "."), safe=_SAFE)
    end = "<!-- decorative -->" if image.decorative else ""
    if image.drawn:
        end += f" <!-- inline{'; mirror' if image.drawn == 'mirror' else ''} -->"
    return f"![{escaped(image.alt)}]({address}){end}"


def escaped(words: str) -> str:
    """Words whose signs are shown as they stand."""
    return _SIGNS.sub(r"\\\g<0>", words)


def _joined(inlines: Inlines, base: str, slanted: bool) -> str:
    return "".join(_parts(inlines, base, slanted))


def _parts(inlines: Inlines, base: str, slanted: bool) -> Iterator[str]:
    for part in inlines:
        yield escaped(part) if isinstance(part, str) else _part(part, base, slanted)


def _part(part: Inline, base: str, slanted: bool) -> str:
    """`slanted`: inside of stars, where one more star would be read as theirs."""
    match part:
        case Code(content):
            return _code(content)
        case Emphasis(children):
            sign = "_" if slanted else "*"
            return f"{sign}{_joined(children, base, not slanted)}{sign}"
        case Strong(children):
            sign = "__" if slanted else "**"
            return f"{sign}{_joined(children, base, not slanted)}{sign}"
        case Link(target, children):
            return f"[{_joined(children, base, slanted)}]({address_of(target, base)})"
        case Image():
            return write_image(part, base)
        case Break():
            return "\\\n"
        case Note(label):
            return f"[^{label}]"
        case Blank():
            return f"[[{_blank(part)}]]"
    return ""


def _code(content: str) -> str:
    longest = max(map(len, re.findall("`+", content)), default=0)
    marks = "`" * (1 if not longest else longest + 1)
    inside = f" {content} " if content[:1] in "` " or content[-1:] in "` " else content
    return f"{marks}{inside}{marks}"


def address_of(target: str, base: str) -> str:
    """The address that is read as `target`."""
    if "://" in target:
        return re.sub(r"[()<>\\]", lambda sign: quote(sign[0]), target)
    name, hash_, anchor = target.partition("#")
    end = hash_ + quote(anchor.removeprefix(TERM) if not name else anchor, safe=_SAFE)
    if not name and anchor.startswith(TERM):
        return (f"{posixpath.relpath(GLOSSARY, base)}" if base else "") + end
    if not name:
        return end
    path = f"{LESSONS}/{name}.md"
    return quote(posixpath.relpath(path, base) if base else path, safe=_SAFE) + end


def _blank(blank: Blank) -> str:
    if blank.number:
        return f"= {_range(blank.number)}"
    return " | ".join(escaped(answer) for answer in blank.answers)


def _range(number: Range) -> str:
    low, high = _decimal(number.low), _decimal(number.high)
    return low if low == high else f"{low} .. {high}"


def _decimal(value: Decimal) -> str:
    """Without a third digit behind the point, which could be read as a thousand."""
    words = f"{value:f}"
    return f"{words}0" if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", words) else words
