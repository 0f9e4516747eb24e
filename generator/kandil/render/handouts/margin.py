"""What stands in the margin of each sheet (CSS Paged Media 3, 4): whose it is, and its number.

Sheets of a room get mixed up on the floor.
"""

from __future__ import annotations

import re

from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.render.site.lesson import discreet

_UNSAFE = re.compile(r"[^\w .,:;!?()-]")


def margin(edition: Edition, module: Module | None) -> str:
    """The rule for A4; browsers that know no boxes in a margin leave it white."""
    return (
        "@page{size:A4;margin:15mm;@bottom-center{font:9pt system-ui,sans-serif;"
        f'content:"{_quoted(_name(edition, module))} · " counter(page) " / " counter(pages)}}}}'
    )


def _name(edition: Edition, module: Module | None) -> str:
    """Of the lesson, else of the course; of a sensitive one a discreet one."""
    named = module or edition.course
    if not edition.course.sensitive:
        return named.title.plain
    return (named.discreet_title or discreet(edition.course)).plain


def _quoted(words: str) -> str:
    """As the inside of a string; what could end it, or a `<style>`, is written as a number."""
    return _UNSAFE.sub(lambda sign: f"\\{ord(sign[0]):x} ", words)
