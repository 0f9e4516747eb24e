"""What a person can see or tap in a finished package (`rulings.md` 46), whatever its format."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, unquote_to_bytes

from lxml import etree

from kandil.lint.phones.disguised import DIGIT, digit_in
from kandil.lint.phones.seam import Seam
from kandil.verify.checksums import NAME as CHECKSUMS
from kandil.verify.contents import Contents, UnreadableError, nested
from kandil.verify.entries import begins_archive
from kandil.verify.once import Once
from kandil.verify.tarred import begins_tar

FEWEST = 3
"""Digits of the shortest number that is looked for."""
DEEPEST = 5
"""Archives inside archives: one that holds itself has no end."""
PAGES = (".html", ".htm", ".xhtml")
_XML = (".xml", ".svg", ".opf", ".ncx", ".qti", ".rss")
_UNREAD = re.compile(
    r"\.(?:png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|mp3|mp4|ogg|opus|webm|pdf|css)$"
)
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo cite code del em font i ins kbd label mark q s samp small span strong "
        "sub time tspan u var wbr",
    )
)
"""What does not part a number: `0 800 <b>123</b> 456`."""
_SAID = re.compile(
    r"alt|title|placeholder|label|value|summary|abbr"
    r"|aria-(?:label|description|roledescription|valuetext)"
)
_TAPPED = re.compile(r"href|action|formaction|(?:xlink:|\{.*xlink\})href")
_QUIET = frozenset(("class", "id", "for", "name", "type", "role", "tabindex", "rel", "hidden"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WORDS = re.compile(r"[^\W\d_]{2,}\s|\s[^\W\d_]{2,}")
"""Words for a script to show, and no name, key or path."""
_QUOTED = re.compile(
    r"/\*.*?\*/|//[^\n]*"
    r"|(?P<said>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"
    r"|(?:(?<=[(,=:\[!&|?{};\n>])|(?<=return))\s?/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/",
    re.DOTALL,
)
"""A comment, what a script has in quotes, a pattern."""
_ESCAPE = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|(.))", re.DOTALL
)


class Shown(NamedTuple):
    """Words of one block, attribute or string; or where a link leads."""

    file: str
    words: str
    lang: str = ""
    """As the page says it."""
    tapped: bool = False
    """An address."""


def read_shown(contents: Contents, digits: bool = False, depth: int = 0) -> Iterator[Shown]:
    """Of every file that holds words, those in archives inside it too; a kind that is not known is
    read as text. `digits`: only what has enough of them to be a number to call. Raises
    `UnreadableError`; `depth`: in how many archives these are."""
    if depth > DEEPEST:
        raise UnreadableError(f"more than {DEEPEST} archives lie in each other")
    for name in contents.own:
        end = name.lower()
        if _UNREAD.search(end) or end.rpartition("/")[2] == CHECKSUMS.lower():
            continue
        page = digits and end.endswith(PAGES)
        known = numbered.known(contents.digest(name)) if page else None
        content = contents.read(name) if known is None else b""
        if begins_archive(content) or begins_tar(content):
            with nested(content) as inner:
                for one in read_shown(inner, digits, depth + 1):
                    yield one._replace(file=f"{name}/{one.file}")
        elif page:
            seen = numbered(content) if known is None else known
            yield from (one._replace(file=name) for one in seen)
        else:
            yield from filter(has_digits if digits else None, _read(name, content, end, digits))


def has_digits(one: Shown) -> bool:
    """Whether it has enough of them to be a number to call.

    A link inside the package, which has no scheme, calls nobody.
    """
    if one.tapped and ":" not in one.words:
        return False
    return len(DIGIT.findall(one.words)) >= FEWEST


numbered = Once(lambda page: tuple(filter(has_digits, _read("", page, PAGES[0], digits=True))))
"""What a page shows that has enough digits."""


def _read(name: str, content: bytes, end: str, digits: bool = False) -> Iterator[Shown]:
    """`digits`: blocks without any may be left out."""
    if end.endswith(PAGES):
        html = etree.HTMLParser(encoding="utf-8", huge_tree=True)
        yield from _tree(name, etree.HTML(content, html) if content.strip() else None, digits)
    elif end.endswith(_XML):
        xml = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = etree.fromstring(content, xml) if content.strip() else None
        yield from _tree(name, _bare(root), digits)
    elif b"\0" not in content:
        yield from _text(name, content.decode("utf-8-sig", errors="replace"), end)


def _bare(root: etree._Element | None) -> etree._Element | None:
    """Its elements without their namespaces: `em` of an item parts no word either."""
    for element in () if root is None else root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


def _text(name: str, text: str, end: str) -> Iterator[Shown]:
    if end.endswith(".json"):
        yield from (Shown(name, words) for words in _strings(text))
    elif end.endswith((".js", ".mjs")):
        yield from (Shown(name, words) for words in _script(text))
    else:
        seam = Seam()
        for line in text.splitlines():
            yield Shown(name, line)
            if over := seam.joined(line):
                yield Shown(name, over)


def _tree(name: str, root: etree._Element | None, digits: bool) -> Iterator[Shown]:
    """Each block with the language it is in; inline elements do not part it."""
    if root is None:
        return
    page = _Page(name, digits)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag == "br":
            page.words.append(" ")
        elif page.words and tag not in _INLINE:
            page.part()
        if event == "start":
            for key, value in element.items():
                page.attribute(element, key, value)
            if text := element.text:
                if tag == "script":
                    page.script(element, text)
                elif tag != "style":
                    page.words.append(text)
        else:
            if element is page.spoken[-1][0]:
                page.part()
                page.spoken.pop()
            if element.tail:
                page.words.append(element.tail)
    page.part()
    yield from page.found


class _Page:
    """What was found so far; one object, since a page has a thousand elements."""

    def __init__(self, name: str, digits: bool) -> None:
        self.name = name
        self.digits = digits
        """Whether blocks without any are of no interest."""
        self.found: list[Shown] = []
        self.words: list[str] = []
        """Of the block that is being read."""
        self.seam = Seam()
        self.spoken: list[tuple[etree._Element | None, str]] = [(None, "")]
        """Elements that say their language, the innermost last."""

    def part(self) -> None:
        """A block ends."""
        words = "".join(self.words)
        self.words.clear()
        if self.digits and not digit_in(words):
            if words.strip():
                self.seam = Seam()
        elif words := " ".join(words.split()):
            self._add(words)
            if over := self.seam.joined(words):
                self._add(over)

    def attribute(self, element: etree._Element, key: str, value: str) -> None:
        """What is said aloud or shown by a script, and where a tap leads."""
        if key in _QUIET:
            return
        if key == "lang" or key == _XML_LANG:
            self.part()
            self.spoken.append((element, value))
        elif _TAPPED.fullmatch(key):
            self.found.append(Shown(self.name, _plain(value), tapped=True))
        elif _is_said(element, key, value):
            self._add(value)
        if value[:14] == "data:image/svg":
            self.found += _picture(self.name, value)

    def script(self, element: etree._Element, text: str) -> None:
        """Data, or the words in a script."""
        strings = _strings if "json" in element.get("type", "") else _script
        for words in strings(text):
            self._add(words)

    def _add(self, words: str) -> None:
        self.found.append(Shown(self.name, words, self.spoken[-1][1]))


def _is_said(element: etree._Element, key: str, value: str) -> bool:
    if key[:5] == "data-":
        return _WORDS.search(value) is not None
    if key == "content":
        return bool(element.get("name") or element.get("property"))
    return _SAID.fullmatch(key) is not None


def _plain(address: str) -> str:
    return unquote(unquote(address)) if "%" in address else address


def _picture(name: str, address: str) -> Iterator[Shown]:
    """A drawing that is written into its address."""
    head, _, body = address.partition(",")
    try:
        content = b64decode(unquote_to_bytes(body)) if "base64" in head else unquote_to_bytes(body)
    except NoBase64:
        return
    yield from _read(name, content, ".svg")


def _script(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        if found["said"]:
            yield _ESCAPE.sub(_sign, found["said"][1:-1])


def _sign(found: re.Match[str]) -> str:
    code = int(found[1] or found[2] or found[3] or "0", 16)
    return found[4] or (chr(code) if code < 0x110000 else " ")


def _strings(text: str) -> Iterator[str]:
    """Of a value in JSON, its keys too; what cannot be read is taken as it stands."""
    try:
        waiting: list[object] = [json.loads(text)]
    except ValueError:
        yield from text.splitlines()
        return
    while waiting:
        match waiting.pop():
            case str() as words:
                yield words
            case list() as many:
                waiting += many
            case dict() as pairs:
                waiting += [*pairs, *pairs.values()]
