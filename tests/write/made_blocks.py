"""Plain blocks of every kind, as the reader would give them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from kandil.model import blocks as model
from kandil.model.inlines import Break, Image
from kandil.model.text import Text
from kandil.read.block.shown import MESSAGE
from kandil.read.inline.anchors import Anchors
from write.sentences import NAME, PARTS, PLACE, WORD, spaced, text

Block = model.Block


class Blocks:
    """Draws the parts of one lesson, each word that must be its own with a number."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.number = 0
        self.anchors = Anchors()
        self.context = ""

    def some(self, make: Callable[[], Any], least: int = 0, most: int = 2) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.draw(st.integers(least, most))))

    def either(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def own(self, word: str) -> str:
        self.number += 1
        return f"{word} {self.number}"

    def words(self, role: str, note: str = "", broken: bool = True) -> Text:
        """A sentence that begins with a word of its own, so that no two are equal."""
        parts: list[Any] = [self.own("w"), *self.draw(st.lists(PARTS, max_size=2))]
        if broken and self.draw(st.booleans()):
            parts += [Break(), self.draw(st.sampled_from(["- x", "# x", "> x", "1. x", "x"]))]
        return text(spaced(parts), role, self.context, note)

    def note(self) -> str:
        return str(self.either("", "", "A joke."))

    def paragraph(self, role: str = "paragraph", noted: bool = True) -> model.Paragraph:
        safety = noted and self.either(False, False, True)
        return model.Paragraph(self.words(role, "" if safety or not noted else self.note()), safety)

    def plain(self) -> Block:
        """Any block that needs no heading."""
        kinds = (
            "paragraph",
            "picture",
            "message",
            "address",
            "tight",
            "loose",
            "table",
            "quote",
            "callout",
            "terms",
        )
        more = ("code", "rule", "footnote", "records")
        made: Block = getattr(self, f"_{self.either(*kinds, *more)}")()
        return made

    def plains(self, least: int = 0) -> tuple[Block, ...]:
        found = self.some(self.plain, least, 3)
        lone = [
            one
            for index, one in enumerate(found)
            if not (
                index and isinstance(one, model.Definitions) and type(found[index - 1]) is type(one)
            )
        ]
        return tuple(lone)

    def _paragraph(self) -> Block:
        return self.paragraph()

    def _picture(self) -> Block:
        name, alt = f"images/{self.draw(NAME)}.png", self.draw(WORD)
        if self.draw(st.booleans()):
            return model.Picture(Image(name, "", True), None, PLACE)
        shown = Text(alt, (alt,), PLACE, self.context, "image description", self.note())
        drawn = self.either("", "inline", "mirror")
        name = name.replace(".png", ".svg") if drawn else name
        return model.Picture(Image(name, alt, False, drawn), shown, PLACE)

    def _tight(self, depth: int = 2) -> model.List:
        def item() -> model.Item:
            inner: list[Block] = [self.paragraph("list item", noted=False)]
            match self.either("", "", "list", "quote", "code"):
                case "list" if depth:
                    inner.append(self._tight(depth - 1))
                case "quote":
                    inner.append(self._quote())
                case "code":
                    inner.append(self._code())
            return model.Item(tuple(inner), self.either(None, None, True, False))

        ordered = depth == 2 and self.either(True, False)
        start = self.draw(st.integers(0, 99)) if ordered else 1
        return model.List(self.some(item, 1, 3), ordered, start, True)

    def _loose(self) -> model.List:
        def item() -> model.Item:
            quote = model.Quote((self.paragraph(noted=False),))
            inside = (self.paragraph("list item", noted=False), self.either(quote, self._code()))
            return model.Item(inside[: self.either(1, 2)], self.either(None, True))

        return model.List(self.some(item, 2, 3), False, 1, False)

    def _table(self) -> Block:
        note, width = self.note(), self.draw(st.integers(1, 3))
        head = tuple(self.words("table heading", note, False) for _ in range(width))
        rows = self.some(
            lambda: tuple(self.words("table cell", note, False) for _ in range(width)), 0, 2
        )
        return model.Table(
            head, rows, tuple(self.either("", "start", "center", "end") for _ in head)
        )

    def _quote(self) -> Block:
        return model.Quote((self.paragraph(noted=False), *self.plains()[:1]))

    def _callout(self) -> Block:
        title = self.words("callout title", "", False) if self.either(True, False) else None
        kind = self.either("note", "tip", "warning", "safety", "detail")
        return model.Callout(kind, title, (self.paragraph(noted=False), *self.plains()[:1]))

    def _message(self) -> Block:
        words = Text(own := self.own("w"), (own,), PLACE, self.context, MESSAGE)
        title = self.words("callout title", "", False) if self.either(True, False) else None
        return model.Callout("message", title, (model.Paragraph(words),))

    def _address(self) -> Block:
        def row() -> model.Address:
            return model.Address(self.either("", "a."), "b.example", self.either("", "/a_b?c=1"))

        bars = model.Addresses(self.some(row, 1, 2), PLACE)
        below = (self.paragraph(noted=False),) if self.either(True, False) else ()
        return model.Callout("address", self.words("callout title", "", False), (bars, *below))

    def _terms(self) -> Block:
        def entry() -> model.Definition:
            meanings = self.some(lambda: (self.paragraph(noted=False),), 1, 2)
            return model.Definition(self.words("term", "", False), meanings)

        return model.Definitions(self.some(entry, 1, 2))

    def _code(self) -> model.CodeBlock:
        line = st.text("ab `~<#->\t|", max_size=6)
        content = "\n".join(self.draw(st.lists(line, max_size=3))).rstrip("\n")
        return model.CodeBlock(content, self.either("", "text"))

    def _rule(self) -> Block:
        return model.Rule()

    def _footnote(self) -> Block:
        return model.Footnote(self.draw(NAME), (self.paragraph(noted=False), *self.plains()[:1]))

    def _records(self) -> Block:
        return model.Records(self.either("facts", "law notes", "profile"), PLACE)
