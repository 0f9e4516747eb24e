"""`> **Hint:** …`, `**Why:**`, `**Model answer:**` and their like in a question."""

from __future__ import annotations

from kandil.model.text import Text
from kandil.problems import nearest
from kandil.read.block.context import ReadContext
from kandil.read.block.label_lines import begun_labels, meant_label, written_label
from kandil.read.source.keywords import Keywords
from kandil.read.source.tokens import Group, first_line, inner, sentence
from kandil.values import dataclass

Labels = dict[str, tuple[Text, ...]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """The words behind one label; without a label, those before the first."""

    name: str
    words: str
    start: int
    """Offset of the label."""
    offset: int
    """Offset of the words."""
    whole: bool = True
    """False where its stars or its capital letter are not as they must be."""


def _pieces(language: Keywords, content: str) -> list[_Piece]:
    found = [one for one in begun_labels(language, content) if one.sure == "is"]
    ends = [*(one.start for one in found), len(content)][1:]
    pieces = [
        _Piece(one.name, content[one.words : end], one.start, one.words, one.whole)
        for one, end in zip(found, ends, strict=True)
    ]
    before = content[: found[0].start] if found else content
    return [_Piece("", before, 0, 0), *pieces] if before.strip() else pieces


def known_label(language: Keywords, content: str) -> str:
    """The label with which a paragraph begins, well written or not; else nothing."""
    pieces = _pieces(language, content)
    return meant_label(language, pieces[0].name) if pieces else ""


def labels_in(language: Keywords, content: str) -> list[tuple[str, int, str]]:
    """Each label with which a line begins: in English, its line in the content, its words."""
    return [
        (label, content[: piece.start].count("\n"), piece.words.strip().split("\n")[0])
        for piece in _pieces(language, content)
        if piece.name and (label := meant_label(language, piece.name))
    ]


def labelled(language: Keywords, group: Group) -> bool:
    """Whether a line of a quote begins with a label."""
    inside = [block[1].content for block in inner(group) if block[0].type == "paragraph_open"]
    if inside and any(piece.whole and piece.name for piece in _pieces(language, inside[0])[:1]):
        return True
    pieces = [piece for content in inside for piece in _pieces(language, content)]
    return any(meant_label(language, piece.name) for piece in pieces)


def read_labels(
    reading: ReadContext, labels: Labels, group: Group, allowed: tuple[str, ...]
) -> None:
    """Every label of a quote; a paragraph without one belongs to the label above it."""
    quote = _Quote(reading, labels, allowed)
    for block in inner(group):
        line = first_line(block)
        if block[0].type != "paragraph_open":
            hint = "Write it as sentences."
            message = "A label is followed by words only, without lists, tables or code"
            column = reading.source.begin(line, sentence(block).split("\n")[0])
            reading.report("Q110", line, column, message, hint)
            quote.open = None
            continue
        content = block[1].content
        for piece in _pieces(reading.language, content):
            quote.take(piece, line + content[: piece.start].count("\n"))
    quote.close()


@dataclass(slots=True)
class _Quote:
    """One quote with labels, read piece by piece."""

    reading: ReadContext
    labels: Labels
    allowed: tuple[str, ...]
    """Labels that may stand here."""
    current: str = ""
    told: bool = False
    """Whether a label, right or wrong, has been met."""
    open: tuple[str, int] | None = None
    """A label that has no words yet, and its line."""

    def take(self, piece: _Piece, row: int) -> None:
        """A label with its words, or more words."""
        if piece.name:
            self.close()
            self.current, self.told = _known(self.reading, piece, row, self.allowed), True
            self.open = (piece.name, row) if self.current else None
        elif not self.told:
            example = "Why" if "Why" in self.allowed else (*self.allowed, "Why")[0]
            hint = f"Begin the quote with a label, such as '> **{example}:** …'."
            column = self.reading.source.begin(row, piece.words.strip().split("\n")[0])
            self.reading.report("Q009", row, column, "These words have no label", hint)
        if self.current and piece.words.strip():
            self.open = None
            self.keep(piece, row)

    def keep(self, piece: _Piece, row: int) -> None:
        """Words of the current label; they may begin in the line below it."""
        words = piece.words.lstrip()
        below = piece.words[: len(piece.words) - len(words)].count("\n")
        start = 0
        if piece.name and not below:
            start = self.reading.source.find(row, piece.name) + len(piece.name)
        text = self.reading.text(words, row + below, self.current.lower(), start)
        self.labels[self.current] = (*self.labels.get(self.current, ()), text)

    def close(self) -> None:
        """Report the last label where no words came."""
        if self.open:
            name, row = self.open
            hint = f"Write them behind it: '> **{name}:** …'."
            column = self.reading.source.find(row, name)
            self.reading.report("Q009", row, column, f"The label '{name}' has no words", hint)
        self.open = None


def _known(reading: ReadContext, piece: _Piece, line: int, allowed: tuple[str, ...]) -> str:
    """The English label; a slip is reported, and read as what it was meant to be."""
    language, column = reading.language, reading.source.find(line, piece.name)
    meant = meant_label(language, piece.name)
    if meant in allowed:
        if not piece.whole or language.english(piece.name) != meant:
            words = piece.words.strip().split("\n")[0] or "…"
            hint = f"Write '> **{written_label(language, piece.name)}:** {words}'."
            message = f"The label '{piece.name}' is written with a slip"
            reading.report("Q009", line, column, message, hint)
        return meant
    known = [word for word in language.written if language.english(word) in allowed]
    hint, message = nearest(piece.name, known), f"'{piece.name}' is not a label of a question"
    if meant:
        message = f"The label '{piece.name}' does not belong here"
        names = f"Labels here: {', '.join(allowed)}." if allowed else ""
        hint = names or "Write the words without it, above the answers."
    reading.report("Q009", line, column, message, hint)
    return ""
