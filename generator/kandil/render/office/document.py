"""An empty Word document (ECMA-376 WordprocessingML), and paragraphs in the order of its schema."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, RGBColor

from kandil.model.edition import Edition
from kandil.render.office.fonts import CODE, font
from kandil.render.office.properties import describe
from kandil.render.office.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as Word
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_INK = RGBColor(0x0A, 0x52, 0x60)
"""Of headings, as the learner's pages have it."""
_STALE = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties")
"""Kinds of parts that the template brings: none says anything of a lesson, some of its maker."""
_UNUSED = ("Colorful", "Dark", "Light", "Medium")
"""Styles of tables, which weigh more than a lesson."""
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""Of a paragraph's properties, those behind `w:bidi` (17.3.1.26) that can be there."""
_MARGIN = Mm(20)


def empty(edition: Edition, title: str) -> Word:
    """A4, in the language of the edition; `title` stands in its properties."""
    document = Document()
    for rels in (document.part.rels, document.part.package.rels):
        for name in [one for one, rel in rels.items() if rel.reltype.endswith(_STALE)]:
            del rels[name]
    _styled(document, edition)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    if edition.direction == "rtl":
        section._sectPr.insert_element_before(_element("w:bidi"), "w:rtlGutter", "w:docGrid")
    describe(document.core_properties, edition, title)
    return document


def _styled(document: Word, edition: Edition) -> None:
    for style in [*document.styles]:
        if style.name and style.name.startswith(_UNUSED):
            style.delete()
        elif style.name and style.name.startswith(("Heading", "Title")):
            look = style.element.get_or_add_rPr()
            look.get_or_add_color().set(qn("w:val"), f"{_INK}")
            # Room between letters would tear Arabic ones apart.
            for room in look.findall(qn("w:spacing")):
                look.remove(room)
    name = font(edition.locale)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        if fonts.get(qn("w:ascii")) is None:
            fonts.attrib.clear()
            for script in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{script}"), name)
    for lang in document.styles.element.iter(qn("w:lang")):
        for kind in ("val", "eastAsia", "bidi"):
            lang.set(qn(f"w:{kind}"), edition.locale)


def fill(paragraph: Paragraph, runs: Iterable[Run]) -> Paragraph:
    """Write words; their own languages say in which direction the paragraph is read."""
    found = [*runs]
    for run in found:
        words = paragraph.add_run()
        for name, attributes in _look(run):
            words._r.get_or_add_rPr().insert_element_before(_element(f"w:{name}", **attributes))
        words.text = run.words
    if found and found[0].rtl:
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(_element("w:bidi"), *_AFTER_BIDI)
    return paragraph


def _look(run: Run) -> Iterator[tuple[str, dict[str, str]]]:
    """The properties of a run, in the order of the schema (17.3.2)."""
    if run.code:
        yield "rFonts", dict.fromkeys(("ascii", "hAnsi", "cs"), CODE)
    for name, wanted in (("b", run.strong), ("i", run.emphasis)):
        if wanted:
            yield name, {}
            yield f"{name}Cs", {}
    if run.code:
        yield "noProof", {}
    if run.raised:
        yield "vertAlign", {"val": "superscript"}
    if run.rtl:
        yield "rtl", {}
    kinds = ("val", "bidi") if run.rtl else ("val",)
    yield "lang", dict.fromkeys(kinds, run.lang)


def right_to_left(table: Table) -> None:
    """Its first column stands at the right (17.4.1)."""
    later = ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblLayout")
    table._tbl.tblPr.insert_element_before(_element("w:bidiVisual"), *later, "w:tblLook")


def repeated(table: Table) -> None:
    """Its first row is a heading, on each page that it reaches (17.4.49)."""
    table.rows[0]._tr.get_or_add_trPr().insert_element_before(_element("w:tblHeader"))


def anew(document: Word, start: int) -> int:
    """A list that begins at `start`: the number by which its paragraphs name it (17.9.15)."""
    numbering = document.part.numbering_part.element
    own = document.styles["List Number"].element.pPr.numPr.numId.val
    [abstract] = [one.abstractNumId.val for one in numbering.num_lst if one.numId == own]
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(start)
    number: int = made.numId
    return number


def count(paragraph: Paragraph, number: int) -> None:
    """Make it an item of that list."""
    place = _element("w:numPr")
    place.insert_element_before(_element("w:ilvl", val="0"))
    place.insert_element_before(_element("w:numId", val=f"{number}"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(place, "w:bidi", *_AFTER_BIDI)


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    """Of WordprocessingML, with attributes of the same namespace."""
    made = cast(BaseOxmlElement, OxmlElement(name))
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def saved(document: Word) -> bytes:
    """As the library writes it: with the time of day in its zip."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()
