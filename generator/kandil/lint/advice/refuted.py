"""Whether a sentence repeats bad advice only to say that it is bad."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from kandil.lint.advice.rules import Book, Rule
from kandil.lint.text.sentences import pieces, sentences
from kandil.values import dataclass

_CLAUSE = re.compile(r"[,;:—–(](?! (?:that|что|чтобы|будто|що|щоб|ніби|რომ)\b)")
"""Where a clause ends; one that says what is thought or said belongs to the words before it."""
_NEXT = 300
"""Letters of the next sentence in which it may say that all this is wrong."""
_RECENT = 60
"""Places that a new one may overlap: those of one part of a sentence."""
_SIGNS = " ,;:"
"""What a pattern may take along in front."""
_QUOTED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”\"]*[“”\"]|»[^«]*«|‹[^›]*›|‚[^‘’]*[‘’]"
    r"|‘[^’']*[’']|(?<!\w)'[^']*'(?!\w)|「[^」]*」|『[^』]*』|`[^`]*`"
)


@dataclass(frozen=True)
class Passage:
    """A folded text, cut once for all rules."""

    text: str
    lead: str = ""
    """What stands above: the line over a list, the head of a column, a group's name."""

    @cached_property
    def sentences(self) -> tuple[tuple[list[tuple[int, str]], str], ...]:
        """Each in pieces with their starts, and how the next one begins."""
        spans = [*sentences(self.text)]
        begins = [self.text[slice(*span)][:_NEXT] for span in spans]
        cut = zip(map(self._pieces, spans), [*begins[1:], ""], strict=False)
        return tuple(cut)

    def _pieces(self, span: tuple[int, int]) -> list[tuple[int, str]]:
        return [(start, self.text[start:end]) for start, end in pieces(*span)]


def finds(rule: Rule, book: Book, passage: Passage) -> list[tuple[int, int]]:
    """Where a text says what the rule is about, and means it."""
    places: list[tuple[int, int]] = []
    for parts, after in passage.sentences:
        here: list[tuple[int, int]] = []
        for start, words in parts:
            _find(rule, book, (words, after, passage.lead), start, here)
        places += here
    return places


def _find(
    rule: Rule, book: Book, words: tuple[str, str, str], start: int, places: list[tuple[int, int]]
) -> None:
    """In a sentence, or a part of one that begins at `start`; each place once."""
    sentence, after, lead = words
    for pattern in rule.patterns:
        for match in pattern.finditer(sentence):
            if rule.unless and rule.unless.search(sentence):
                return
            span = start + match.start(), start + match.end()
            known = any(span[0] < end and begin < span[1] for begin, end in places[-_RECENT:])
            if not known and not _excused(rule, book, sentence, match, after, lead):
                places.append(span)


def _excused(
    rule: Rule, book: Book, sentence: str, match: re.Match[str], after: str, lead: str
) -> bool:
    if rule.wording:
        return any(a <= match.start() and match.end() <= b for a, b in _quotations(sentence))
    first = match.end() - len(match[0].lstrip(_SIGNS))
    said, before, behind = book.refuted, sentence[:first], sentence[match.end() :]
    return (
        bool(said["lead"].search(lead))
        or bool(said["after"].search(behind))
        or bool(said["next"].search(after.lstrip("\"“”«»'’ ")))
        or (":" in before and bool(said["lead"].search(before.rpartition(":")[0])))
        or bool(said["told"].search(f"{before}…{behind}") and said["but"].search(behind))
        or _negated(book, rule, match, before, behind)
        or _condition(book, match, before, behind)
        or (not rule.negative and bool(said["harm"].search(behind) or said["harm"].match(after)))
    )


@lru_cache(4)
def _quotations(sentence: str) -> tuple[tuple[int, int], ...]:
    """Remembered, since each word that hurts asks for those of its sentence."""
    return tuple(found.span() for found in _QUOTED.finditer(sentence))


def _negated(book: Book, rule: Rule, match: re.Match[str], before: str, behind: str) -> bool:
    """By a word before it, or behind it as far as its clause goes, or in it."""
    if book.ends("before", _CLAUSE.split(before)[-1], 6):
        return True
    if book.refuted["behind"].search(_CLAUSE.split(behind)[0]):
        return True
    return not rule.negative and bool(book.refuted["before"].search(_own(match)))


def _own(match: re.Match[str]) -> str:
    """The words found, without a "nobody" that belongs to the advice: group `no` of the pattern."""
    start, end = match.span("no") if "no" in match.re.groupindex else (-1, -1)
    if start < 0:
        return match[0]
    return match.string[match.start() : start] + "…" + match.string[end : match.end()]


def _condition(book: Book, match: re.Match[str], before: str, behind: str) -> bool:
    """ "If you do this, he notices": what happens then is told behind a comma."""
    if "," in match[0].lstrip(_SIGNS) or not _CLAUSE.search(behind):
        return False
    return book.ends("if", _CLAUSE.split(before)[-1], 0)
