"""An empty presentation (ECMA-376 PresentationML), and slides with words and notes on them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, cast

from lxml import etree
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from kandil.model.edition import Edition
from kandil.render.office.fonts import CODE, font
from kandil.render.office.properties import describe
from kandil.render.office.runs import Run
from kandil.render.office.shapes import draw
from kandil.render.office.strokes import Drawn
from kandil.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pptx.opc.package import Part
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import SlidePlaceholder
    from pptx.slide import Slide
    from pptx.text.text import TextFrame, _Paragraph

_WIDTH, _HEIGHT = 12_192_000, 6_858_000
_WIDER = (4, 3)
"""16:9 is so much wider than the template, and as high."""
_STEP = 457_200
"""How far a line stands in at each level."""
_TITLES = ((150, 20), (70, 24))
"""Letters of a title above which it has so many points: a question is a long one."""
_FOOT = (609_600, 6_356_350, 10_972_800, 365_125)
"""Left, top, width and height of the words at the foot of a slide, between its margins."""
_STALE = ("printerSettings", "thumbnail", "extended-properties")
"""Kinds of parts that the template brings: none says anything of a lesson, some of its maker."""
_INK = "0A5260"
_SIZES = {"titleStyle": ("3200",), "bodyStyle": ("2400", "2000", "1800")}
_COVER, _CONTENT, _BARE = 0, 1, 5
"""Layouts of the template."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a slide or of its notes."""

    runs: Sequence[Run]
    level: int = 0
    bullet: bool = False


def empty(edition: Edition, title: str) -> Deck:
    """16:9, in the fonts of the edition; `title` stands in its properties."""
    deck = Presentation()
    for part in (deck.part, deck.part.package):
        for name in [name for name, rel in part._rels.items() if rel.reltype.endswith(_STALE)]:
            part._rels.pop(name)
    deck.slide_width, deck.slide_height = Emu(_WIDTH), Emu(_HEIGHT)
    for one in (deck.slide_master, *deck.slide_layouts):
        _widened(one._element)
    for name, sizes in _SIZES.items():
        for style in deck.slide_master._element.iter(qn(f"p:{name}")):
            _styled(style, sizes, edition)
    _covered(deck, edition)
    for themed in (deck.slide_master.part, deck.notes_master.part):
        _themed(themed.part_related_by(RT.THEME), font(edition.locale))
    describe(deck.core_properties, edition, title)
    return deck


def _widened(one: etree._Element) -> None:
    """What has a place of its own would stay at the left."""
    for transform in one.iter(qn("a:xfrm")):
        for tag, name in (("a:off", "x"), ("a:ext", "cx")):
            for place in transform.findall(qn(tag)):
                place.set(name, f"{int(place.get(name, '')) * _WIDER[0] // _WIDER[1]}")


def _covered(deck: Deck, edition: Edition) -> None:
    """On the first slide all begins at one edge, and no words are grey."""
    title, below = [*deck.slide_layouts[_COVER].placeholders][:2]
    below.left, below.width = title.left, title.width
    for level in below._element.iter(qn("a:lvl1pPr")):
        level.set("algn", "r" if edition.direction == "rtl" else "l")
    for tint in [*below._element.iter(qn("a:tint"))]:
        if (colour := tint.getparent()) is not None:
            colour.remove(tint)


def _styled(style: etree._Element, sizes: Sequence[str], edition: Edition) -> None:
    """Smaller letters than the template's, and the direction of the edition."""
    for level in style:
        if edition.direction == "rtl":
            level.set("rtl", "1")
            level.set("algn", "r")
        elif style.tag == qn("p:titleStyle"):
            level.set("algn", "l")
    for size, words in zip(sizes, style.iter(qn("a:defRPr")), strict=False):
        words.set("sz", size)
    if style.tag == qn("p:titleStyle"):
        for colour in style.iter(qn("a:schemeClr")):
            colour.set("val", "tx2")


def _themed(part: Part, name: str) -> None:
    """The fonts and the ink of a theme; one that the library made is no file yet."""
    root = part._element if isinstance(part, XmlPart) else etree.fromstring(part.blob)
    for fonts in root.iter(qn("a:majorFont"), qn("a:minorFont")):
        for kind in ("a:latin", "a:cs"):
            for one in fonts.findall(qn(kind)):
                one.set("typeface", name)
    for ink in root.iter(qn("a:dk2")):
        ink[0].set("val", _INK)
    if not isinstance(part, XmlPart):
        part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


@dataclass(frozen=True, slots=True)
class Slides:
    """A presentation that is being written."""

    deck: Deck
    edition: Edition
    foot: Sequence[Run]
    """What stands at the foot of each slide."""

    def cover(self, title: Sequence[Run], lines: Iterable[Line], notes: Sequence[Line]) -> None:
        """The first one."""
        self._add(_COVER, title, lines, notes, 0)

    def picture(self, title: Sequence[Run], picture: Drawn, alt: str) -> None:
        """A drawing alone, as large as there is room for."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[_BARE])
        self._title(slide, title)
        draw(slide, picture, alt, self.edition.locale)
        self._foot(slide)

    def add(
        self, title: Sequence[Run], lines: Iterable[Line], notes: Sequence[Line], size: int = 0
    ) -> None:
        """One more; `size` of the letters in points, where it is not that of the master."""
        self._add(_CONTENT, title, lines, notes, size)

    def _add(
        self,
        layout: int,
        title: Sequence[Run],
        lines: Iterable[Line],
        notes: Sequence[Line],
        size: int,
    ) -> None:
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        self._title(slide, title)
        body = cast("SlidePlaceholder", slide.placeholders[1])
        self._write(body.text_frame, lines, size)
        if layout == _CONTENT:
            self._foot(slide)
        if notes and (frame := slide.notes_slide.notes_text_frame):
            self._write(frame, notes)

    def _title(self, slide: Slide, title: Sequence[Run]) -> None:
        """Small letters where it is long."""
        frame = cast("SlidePlaceholder", slide.placeholders[0]).text_frame
        length = len("".join(run.words for run in title))
        small = next((size for most, size in _TITLES if length > most), 0)
        frame.auto_size = MSO_AUTO_SIZE.NONE
        self._write(frame, [Line(title)], small)

    def _foot(self, slide: Slide) -> None:
        """How far to trust the words, small."""
        if self.foot:
            box = slide.shapes.add_textbox(*map(Emu, _FOOT))
            self._write(box.text_frame, [Line(self.foot)], 12)

    def _write(self, frame: TextFrame, lines: Iterable[Line], size: int = 0) -> None:
        frame.word_wrap = True
        for place, line in enumerate(lines):
            paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
            self._paragraph(paragraph, line, size)

    def _paragraph(self, paragraph: _Paragraph, line: Line, size: int) -> None:
        properties = paragraph._p.get_or_add_pPr()
        rtl = bool(line.runs) and line.runs[0].rtl
        if rtl or self.edition.direction == "rtl":
            properties.set("rtl", f"{rtl:d}")
            properties.set("algn", "r" if rtl else "l")
        if line.level:
            properties.set("lvl", f"{line.level}")
        if not line.bullet:
            properties.set("marL", f"{line.level * _STEP}")
            properties.set("indent", "0")
            etree.SubElement(properties, qn("a:buNone"))
        for run in line.runs:
            self._run(paragraph, run, size)

    def _run(self, paragraph: _Paragraph, run: Run, size: int) -> None:
        for place, words in enumerate(run.words.split("\n")):
            if place:
                paragraph.add_line_break()
            if not words:
                continue
            made = paragraph.add_run()
            made.text = words
            look = made._r.get_or_add_rPr()
            look.set("lang", run.lang)
            for name, wanted in (("b", run.strong), ("i", run.emphasis), ("noProof", run.code)):
                if wanted:
                    look.set(name, "1")
            if run.raised:
                look.set("baseline", "30000")
            if size:
                made.font.size = Pt(size)
            if run.code:
                made.font.name = CODE


def saved(deck: Deck) -> bytes:
    """As the library writes it: with the time of day in its zip."""
    file = BytesIO()
    deck.save(file)
    return file.getvalue()
