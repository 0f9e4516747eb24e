"""Words of the source that may have been left in a translation, and may also be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import shorten

from kandil.localize.doubts import prose, unchanged
from kandil.localize.left_over import half_translated
from kandil.localize.scripts import letters_of, written_in
from kandil.model.folding import folded
from kandil.model.inlines import Blank, Inlines, walk
from kandil.model.text import Text

_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOWN = 40
"""Signs of them that a message repeats."""


def kept_words(text: Text, words: Inlines, tag: str, answer: bool) -> Iterator[tuple[str, str]]:
    """(code, message) of the first such words; a gap with them can be filled in by nobody who reads
    the language `tag` alone. An answer beside others is compared with these."""
    for kept in _kept(text, words, tag, answer) if tag else ():
        shown = shorten(kept, _SHOWN, placeholder="…")
        yield "L028", f"'{shown}' of the source may have been left here; code marks there keep it"
        return


def _kept(text: Text, words: Inlines, tag: str, answer: bool) -> Iterator[str]:
    gaps = zip(_gaps(text.inlines), _gaps(words), strict=False)
    for before, after in gaps:
        yield from _in_gap(text.source, before, after)
    if not answer:
        yield from _whole(text.inlines, words, tag) or half_translated(text.inlines, words, tag)


def _gaps(inlines: Inlines) -> list[Blank]:
    return [part for part in walk(inlines) if isinstance(part, Blank)]


def _in_gap(source: str, before: Blank, after: Blank) -> Iterator[str]:
    """The answers of a gap, where none is another than in the source; names begin with a capital
    letter, and what nobody translates stands in code marks there."""
    same = {folded(answer): answer for answer in before.answers if f"`{answer}`" not in source}
    if after.answers and all(folded(answer) in same for answer in after.answers):
        found = (same[folded(answer)] for answer in after.answers)
        yield from (answer for answer in found if any(map(_common, _WORD.findall(answer))))


def _whole(source: Inlines, words: Inlines, tag: str) -> list[str]:
    """One or two words that are all there is. One alone may be the same in several languages of a
    script."""
    said = prose(source)
    known = [] if re.search(r"\d", said) else _WORD.findall(said)
    if len(known) not in (1, 2) or not unchanged(source, words) or not any(map(_common, known)):
        return []
    other = written_in(tag) not in ("", letters_of(known[0][0]))
    return [" ".join(known)] if other or len(known) > 1 else []


def _common(word: str) -> bool:
    return not word[0].isupper()
