"""Words in the place of a translation that are none: the source again, another script, a filler, or
a part of what the source says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import shorten

from kandil.localize.left_over import ADDRESS, left_over
from kandil.localize.locale import script
from kandil.localize.scripts import letters_of, written_in
from kandil.localize.sentences import countable, sentences
from kandil.model.inlines import Blank, Code, Inline, Inlines, Strong, walk

_WORD = re.compile(r"[^\W\d_]{2,}")
_COPIED, _COPIED_ANSWER = 3, 5
"""Words from which on the source is no name that stays as it is; an answer may be a password."""
_LETTERS = 5
"""Letters of the longest that counts as one where all are capitals: SMS, HTTPS."""
_SHOWN = 40
"""Signs of what stayed that a message repeats."""
_LONG = 60
"""Signs from which on a length says something."""
_FEW, _FEWER, _FEWEST = 0.55, 0.85, 0.9
"""Of the usual length: too short, too short where one sentence of two is missing, and where one of
more is: of 115 texts with three sentences in our own lessons no translation joins any of them."""
_SEVERAL = 3
_PAUSES = ".!?…,;:–—"
"""Whoever joins sentences writes others of these in the place of a full stop."""
_ENOUGH = 5
"""Translations from which on a file shows what is usual in it."""
_LENGTHS = {
    "Arab": 0.8,
    "Ethi": 0.65,
    "Hans": 0.3,
    "Hant": 0.3,
    "Hebr": 0.75,
    "Jpan": 0.45,
    "Kore": 0.45,
}
_LENGTH = 0.95
"""How long translations are as a rule, in each script and in all others; for small files, and so
a little less than they are."""


def usual_length(pairs: Iterable[tuple[str, str]], tag: str) -> float:
    """How long translations of this file are beside their sources, as a rule; in a small file, how
    long they are in the script of the language `tag`."""
    ratios = [len(words) / len(source) for source, words in pairs if len(source) >= _LONG]
    if len(ratios) < _ENOUGH:
        return _LENGTHS.get(script(tag), _LENGTH)
    from statistics import median  # loads fractions and chance with it

    return median(ratios)


def no_translation(
    source: Inlines, words: Inlines, tag: str, answer: bool
) -> Iterator[tuple[str, str]]:
    """(code, message) of what is no translation at all; the first cause only."""
    before, after = prose(source), prose(words)
    known = _WORD.findall(before)
    if not (known and tag):
        return
    common = [word for word in known if word[0].islower()]
    least = _COPIED_ANSWER if answer else _COPIED
    if _said(before) == _said(after):
        if len(known) >= least and len(common) > 1:
            yield "L020", "The source stands here again, and is not translated"
    elif other := _other_script(known, after, tag):
        yield "L021", f"'{other}' is not in the script of '{tag}'"
    elif _filler(before, after):
        yield "L022", f"'{after.strip()}' stands in the place of a translation"
    else:
        yield from _left(source, words, tag)


def _left(source: Inlines, words: Inlines, tag: str) -> Iterator[tuple[str, str]]:
    for code, left in left_over(source, words, tag):
        shown = shorten(left, _SHOWN, placeholder="…")
        if code == "L020":
            yield code, f"'{shown}' of the source stands here, and is not translated"
        else:
            yield code, f"'{shown}' is not in the script of '{tag}'"


def unchanged(source: Inlines, words: Inlines) -> bool:
    """Whether the words are those of the source, whatever their signs."""
    return _said(prose(source)) == _said(prose(words))


def is_phrase(words: Inlines) -> bool:
    """Words outside code marks, of which one is no name."""
    said = prose(words)
    found = _WORD.findall(said)
    coded = len(found) == 1 and re.search(r"\d", said)
    return not coded and any(word[0].islower() for word in found)


def shortened(
    source: Inlines, words: Inlines, usual: float, before: str, after: str
) -> Iterator[tuple[str, str]]:
    """(code, message) of what was left out; `before` and `after` are the plain words."""
    if any(isinstance(part, Strong) for part in walk(source)) and not any(
        isinstance(part, Strong) for part in walk(words)
    ):
        yield "L025", "The source has **strong words**, and the translation has none"
    if len(before) < _LONG:
        return
    share = len(after) / (len(before) * usual)
    if share < _FEWEST or sum(map(before.count, ".!?…")) >= _SEVERAL:
        yield from _lost(before, after, share, usual)


def _lost(before: str, after: str, share: float, usual: float) -> Iterator[tuple[str, str]]:
    said, kept = sentences(before), sentences(after)
    missing = said - kept if countable(after) else 0
    least = _FEW if missing < 1 else _FEWEST if said >= _SEVERAL else _FEWER
    if share < least:
        percent = len(after) * 100 // len(before)
        found = f"The translation is {percent} % as long as its source"
        yield "L023", f"{found}, and at least {round(100 * least * usual)} % is usual here"
    elif missing > 1 and said >= _SEVERAL and _pauses(before) > _pauses(after):
        yield "L023", f"The source has {said} sentences, and the translation has {kept}"


def _pauses(words: str) -> int:
    return sum(map(words.count, _PAUSES))


def prose(inlines: Inlines) -> str:
    """The words alone, without code, gaps, addresses and what the build fills in."""
    return ADDRESS.sub(" ", "".join(map(_words, walk(inlines))))


def _said(prose: str) -> list[str]:
    """Its words alone: another sign at the end translates nothing."""
    return re.findall(r"\w+", prose)


def _words(part: Inline) -> str:
    return part if isinstance(part, str) else " " if isinstance(part, Blank | Code) else ""


def _other_script(known: list[str], words: str, tag: str) -> str:
    """Words in another script, where they are the most and the source does not have them.

    Letters in place of a name are read everywhere: `SMS`.
    """
    name = written_in(tag)
    if not name:
        return ""
    letters = (sign for sign in {*words} if sign.isalnum() and not sign.isdecimal())
    if all(letters_of(sign) == name for sign in letters):
        return ""
    kept = {word.casefold() for word in known}
    written = [word for word in _WORD.findall(words) if word.casefold() not in kept]
    found = [word for word in written if _is(name, word) or not _is_letters(word)]
    other = [word for word in found if len(word) > 2 and not _is(name, word)]
    return other[0] if len(other) * 2 > len(found) else ""


def _is_letters(word: str) -> bool:
    return word.isupper() and len(word) <= _LETTERS


def _is(name: str, word: str) -> bool:
    return any(letters_of(sign) == name for sign in word)


def _filler(source: str, words: str) -> bool:
    """`xx`, `…`, `TODO`-like stubs of one sign: no words at all, or one sign again and again."""
    folded = words.casefold()
    letters = {sign for sign in set(folded) if sign.isalpha()}
    if len(letters) > 1 or sum(folded.count(sign) for sign in letters) == 1:
        return False
    return sum(sign.isalpha() for sign in source) > 2
