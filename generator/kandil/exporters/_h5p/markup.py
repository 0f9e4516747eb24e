"""Markup of a lesson as H5P takes it: few tags, no attributes but addresses; tables, pictures and
what folds are apart, for each is a library of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Literal, NamedTuple

from lxml import etree

_SAME = {"b": "strong", "dt": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
_RUN = frozenset(("p", "ul", "ol", "pre", "hr", "h2", "h3"))
"""What stands whole; anything else of the kind of a block is opened."""
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo br cite code del dt em i img kbd label mark picture q s samp small "
        "source span strong sub sup time u var wbr",
    )
)
_AWAY = frozenset(("script", "style", "template", "button", "source", "input"))
_LINK = re.compile(r"(?:https?|mailto|tel):")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Shot(NamedTuple):
    """A picture, as a content names it."""

    name: str
    alt: str
    width: int = 0
    height: int = 0

    @property
    def mime(self) -> str:
        """By its name."""
        end = self.name.rpartition(".")[2].lower()
        return f"image/{'jpeg' if end in ('jpg', 'jpeg') else end}"


class Piece(NamedTuple):
    """A stretch of a lesson."""

    kind: Literal["prose", "table", "folded", "picture"]
    markup: str
    title: str = ""
    """Of what is folded, escaped."""
    shot: Shot | None = None
    heading: str = ""
    """Where the piece begins with one of level 2: a chapter begins there."""
    anchor: str = ""
    """Its id."""


def escaped(words: str) -> str:
    """For a field without markup: a player may write it as HTML all the same."""
    return escape(words, quote=False)


def cleaned(markup: str, tags: frozenset[str]) -> str:
    """All of it with `tags` only; of what may not stand there the words stay, and what is said of
    a picture."""
    return "".join(_written(_parsed(markup), tags | {"p"})).strip()


def line(markup: str, tags: frozenset[str]) -> str:
    """The same without paragraphs, for an answer."""
    return " ".join("".join(_written(_parsed(markup), tags - {"p"})).split())


def with_labels(markup: str, files: Mapping[str, bytes]) -> str:
    """The same, where the words of drawings stand with what is said of them: a drawing itself
    cannot be shown. `files`: pictures by their names."""
    if ".svg" not in markup:
        return markup
    root = _parsed(markup)
    for image in root.iter("img"):
        shot = _shot(image)
        if shot.name.endswith(".svg"):
            labels = etree.fromstring(files[shot.name], _PARSER).iter("{*}text")
            image.set("alt", ": ".join(filter(None, (shot.alt, ", ".join(map(_words, labels))))))
    return etree.tostring(root, encoding="unicode")


def beside(markup: str) -> str:
    """The same without its first picture, which stands in a field of its own."""
    root = _parsed(markup)
    for image in [one for one in root.iter("img") if _held(_shot(one))][:1]:
        image.set("alt", "")
    return etree.tostring(root, encoding="unicode")


def shots(markup: str) -> list[Shot]:
    """Pictures in it that a package may hold."""
    found = (_shot(one) for one in _parsed(markup).iter("img"))
    return [one for one in found if _held(one)]


def pieces(markup: str, prose: frozenset[str], table: frozenset[str]) -> Iterator[Piece]:
    """The whole of a lesson in its order. A table inside something that folds becomes lines."""
    prose, table = prose | {"p"}, table | {"p"}
    run, root = _Run(), _parsed(markup)
    _strengthen(root)
    for block in _blocks(root):
        tag = _tag(block)
        if tag in ("table", "details"):
            yield from run.end()
            yield _apart(block, prose, table)
            continue
        if block.tag == "h2":
            yield from run.end()
            run.begin(block)
        images = [one for one in block.iter("img") if _held(_shot(one))]
        found = [*map(_shot, images)]
        for image in images:
            image.set("alt", "")
        run.written += _element(block, prose)
        for shot in found:
            yield from run.end()
            yield Piece("picture", "", shot=shot)
    yield from run.end()


class _Run:
    """Prose that has not been handed out yet."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.heading = self.anchor = ""

    def begin(self, heading: etree._Element) -> None:
        """A chapter."""
        self.heading, self.anchor = _words(heading), str(heading.get("id") or "")

    def end(self) -> Iterator[Piece]:
        """Nothing where there is none."""
        if markup := "".join(self.written).strip():
            yield Piece("prose", markup, heading=self.heading, anchor=self.anchor)
        self.written, self.heading, self.anchor = [], "", ""


def _parsed(markup: str) -> etree._Element:
    return etree.fromstring(f"<div>{markup}</div>", _PARSER)


def _strengthen(root: etree._Element) -> None:
    """The titles of boxes: without a style nothing else tells them from what follows."""
    for box in root.iter("div"):
        title = box[0] if len(box) else None
        if "call" in (box.get("class") or "").split() and title is not None and title.tag == "p":
            strong = etree.Element("strong")
            strong.text, title.text = title.text, None
            strong.extend(title)
            title.append(strong)


def _tag(element: etree._Element) -> str:
    """Of a comment it is no string."""
    tag = element.tag if isinstance(element.tag, str) else "script"
    tag = tag.rpartition("}")[2]
    return _SAME.get(tag, tag)


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Runs, tables and what folds; words that stand bare come in a paragraph of their own."""
    loose = etree.Element("p")
    _put(loose, root.text)
    for child in root:
        tag = _tag(child)
        if tag in _INLINE:
            tail, child.tail = child.tail, None
            loose.append(child)
            _put(loose, tail)
            continue
        if loose is not None and ("".join(loose.itertext()).strip() or len(loose)):
            yield loose
        loose = etree.Element("p")
        tail = child.tail
        if tag == "p" and _leads_only(child):
            pass
        elif tag in _RUN or tag in ("table", "details"):
            yield child
        elif tag not in _AWAY:
            yield from _blocks(child)
        _put(loose, tail)
    if "".join(loose.itertext()).strip() or len(loose):
        yield loose


def _leads_only(block: etree._Element) -> bool:
    """Whether it is only a link to somewhere in the lesson, which no chapter can have."""
    links = block.findall("{*}a")
    inner = [one for one in links if not _LINK.match(one.get("href") or "")]
    return bool(inner) and _words(block) == " ".join(map(_words, inner))


def _put(element: etree._Element, words: str | None) -> None:
    if not words:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _apart(block: etree._Element, prose: frozenset[str], table: frozenset[str]) -> Piece:
    if _tag(block) == "table":
        return Piece("table", "".join(_element(block, table)))
    title = _summary(block)
    inner = (one for child in _blocks(block) for one in _folded(child, prose))
    return Piece("folded", "".join(inner), escaped(title))


def _summary(details: etree._Element) -> str:
    """Its words; it is taken out, with the white space behind it."""
    found = details.find("{*}summary")
    if found is None:
        return ""
    details.remove(found)
    return _words(found)


def _folded(block: etree._Element, prose: frozenset[str]) -> Iterator[str]:
    if _tag(block) == "details":
        if title := _summary(block):
            yield f"<p><strong>{escaped(title)}</strong></p>"
        for child in _blocks(block):
            yield from _folded(child, prose)
    elif _tag(block) == "table":
        for row in block.iter("{*}tr"):
            cells = ("".join(_written(cell, prose)).strip() for cell in row)
            yield f"<p>{' · '.join(cells)}</p>"
    else:
        yield from _element(block, prose)


def _written(element: etree._Element, tags: frozenset[str]) -> Iterator[str]:
    """What is inside it."""
    yield escaped(element.text or "")
    for child in element:
        yield from _element(child, tags)
        yield escaped(child.tail or "")


def _element(element: etree._Element, tags: frozenset[str]) -> Iterator[str]:
    """It, or what is inside it where it may not stand; a task shows whether it is ticked."""
    tag = _tag(element)
    if tag == "input" and element.get("type") == "checkbox":
        yield "☐ "
    if tag in _AWAY:
        return
    if tag == "img":
        yield escaped(_shot(element).alt)
    elif tag in ("br", "hr"):
        yield f"<{tag} />" if tag in tags | {"br"} else " "
    elif tag == "a" and _LINK.match(element.get("href") or "") and "a" in tags:
        href = escape(str(element.get("href")))
        yield f'<a href="{href}">{"".join(_written(element, tags))}</a>'
    elif tag in tags and tag != "a":
        inner = "".join(_written(element, tags))
        if inner.strip() or tag in ("td", "th"):
            yield f"<{tag}>{inner}</{tag}>"
    else:
        yield from _written(element, tags)
        yield "" if tag in _INLINE else " "


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _shot(image: etree._Element) -> Shot:
    width, height = (int(image.get(name) or 0) for name in ("width", "height"))
    name = str(image.get("src") or "").rpartition("/")[2]
    return Shot(name, image.get("alt") or "", width, height)


def _held(shot: Shot) -> bool:
    """H5P lets no SVG and no WebP in: there the words stand for the picture."""
    return shot.name.lower().endswith((".png", ".jpg", ".jpeg", ".gif"))
