"""What a page may hold, by lists: an attack that nobody has seen yet is on none of them."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

from kandil.read.course.drawing import ATTRIBUTES as DRAWN
from kandil.read.course.drawing import ELEMENTS as DRAWING
from kandil.read.course.drawing import names
from kandil.read.course.styles import read_style, strange_style
from kandil.verify.markup import ALIKE, Element

_ELEMENTS = names(
    "html head title meta link style script noscript body a abbr address article aside b bdi bdo "
    "blockquote br button caption cite code col colgroup data datalist dd del details dfn div dl "
    "dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins "
    "kbd label legend li main mark menu meter nav ol optgroup option output p picture pre progress "
    "q rp rt ruby s samp search section select small source span strong sub summary sup table "
    "tbody td textarea tfoot th thead time tr u ul var wbr"
)
_SHAPES = frozenset(name.lower() for name in DRAWING) - {"style"}
_SHAPED = frozenset(name.lower() for name in DRAWN) - {"style"} | {"href", "xmlns", "focusable"}
_PLAINLY = names("d points href xmlns")
"""Attributes of a shape that hold no style."""
_ANYWHERE = names(
    "class dir draggable hidden id inert lang name role tabindex title translate value"
)
_NAMED = re.compile(r"(?:data|aria)-[a-z0-9-]+")
_FIELD = names(
    "autocapitalize autocomplete autocorrect checked disabled enterkeyhint inputmode list max "
    "maxlength min minlength multiple pattern placeholder readonly required rows cols size "
    "spellcheck step type wrap"
)
_OF = {
    "a": names("href hreflang rel target"),
    "button": names("disabled type"),
    "col": names("span"),
    "colgroup": names("span"),
    "details": names("open"),
    "fieldset": names("disabled"),
    "img": names("alt decoding height loading src srcset width"),
    "input": _FIELD,
    "label": names("for"),
    "li": names("type"),
    "link": names("href rel"),
    "meta": names("charset content http-equiv"),
    "meter": names("high low max min optimum"),
    "ol": names("reversed start type"),
    "option": names("disabled label selected"),
    "output": names("for"),
    "progress": names("max"),
    "script": names("defer src type"),
    "select": names("autocomplete disabled multiple required size"),
    "source": names("height media srcset type width"),
    "td": names("colspan headers rowspan"),
    "textarea": _FIELD,
    "th": names("abbr colspan headers rowspan scope"),
    "time": names("datetime"),
}
_PLAIN = _ELEMENTS - {"link", "meta", "script", "style"}
_REMEMBERED = names("input textarea select")
"""What a browser writes into the file of its session, unless it is told not to."""
_FIELDS = names("checkbox email number radio range search tel text url")
_META = {
    "viewport": "width=device-width, initial-scale=1",
    "robots": "noindex",
    "referrer": "no-referrer",
}
"""Word for word, and each once: of two, browsers obey the last or the stricter."""
_DATA = "application/json"
_POLICY = {
    "default-src": re.compile(r"'none'"),
    "script-src": re.compile(r"'self'|'none'"),
    "style-src": re.compile(r"(?:'sha256-[\w+/=]+' ?)+|'none'"),
    "img-src": re.compile(r"'none'|(?:'self' ?)?(?:data:)?"),
    "frame-src": re.compile(r"'self'|'none'"),
    "connect-src": re.compile(r"'self'|'none'"),
    "base-uri": re.compile(r"'none'"),
    "form-action": re.compile(r"'none'"),
}
LRS = "'self' http: https:"
"""What the page may reach that a cmi5 LMS launches: the LRS is named at the launch only."""
REACHES = f"a policy with 'connect-src {LRS}'"
"""A fault, but on that page."""
_ASKED = names("default-src base-uri form-action")
_HEAD = re.compile(
    r"\ufeff?\s*+<!doctype html>\s*+<html\b[^<>]*+>\s*+<head>\s*+"
    r"(?:<(?:meta|link)\b(?![^<>]*security-policy)[^<>]*+>\s*+)*+"
    r"<meta http-equiv=([\"']?)content-security-policy\1\s",
    re.IGNORECASE,
)
"""The policy comes before all that could load; a single word before it would begin the body, in
which browsers read no policy."""
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
"""With these, some encodings make other words of the same bytes."""


class Judge:
    """Looks at one page, element after element; `end` gives the codes and words of its faults."""

    def __init__(self, text: str, content: bytes) -> None:
        """`text` is what the bytes of `content` say."""
        self.faults: list[tuple[str, str]] = []
        if not _HEAD.match(text):
            self.faults.append(("V043", "a policy that is not the first thing in its head"))
        if len(content.translate(None, _CONTROLS)) < len(content):
            self.faults.append(("V042", "a sign that nobody can see"))
        self.encoded = False
        """Whether the page says that it is UTF-8: a browser would guess otherwise."""
        self.allowed = ""
        """Sources of styles in the policies that have been seen."""
        self.told: set[str] = set()
        """What its metas are about."""

    def see(self, element: Element, words: str) -> None:
        """The next one, and what a style or a script holds; a plain name without attributes, as
        most are, can do nothing."""
        if not element.attributes and element.name in _PLAIN:
            return
        self.faults += _strange(element)
        if element.name == "meta":
            self._meta(element.attributes)
        elif element.name == "style":
            self._style(words)
        elif words.strip() and element.attributes.get("type") != _DATA:
            self.faults.append(("V042", "<script> with words of its own"))

    def end(self) -> list[tuple[str, str]]:
        """All that was wrong."""
        if not self.encoded:
            self.faults.append(("V042", "no word that it is UTF-8"))
        if "referrer" not in self.told:
            self.faults.append(("V042", "no word that its address is told to no other site"))
        return list(dict.fromkeys(self.faults))

    def _meta(self, attributes: Mapping[str, str]) -> None:
        """Each is about one thing, and no other is about the same."""
        if attributes.get("http-equiv", "").lower() == "content-security-policy":
            self._policy(attributes.get("content", ""))
        self.encoded |= attributes.get("charset", "").lower() == "utf-8"
        about = [attributes[key].lower() for key in ("http-equiv", "name") if key in attributes]
        about += ["charset"] if "charset" in attributes else []
        if len(about) != 1 or about[0] in self.told:
            self.faults.append(("V042", f"one <meta {' '.join(about)[:40]}> too many"))
        self.told.update(about)

    def _style(self, words: str) -> None:
        self.faults += (("V042", f"{sign} in <style>") for sign in read_style(words)[1])
        if "&" in words:
            # Inside a drawing a browser would read what is spelt with it.
            self.faults.append(("V042", "& in <style>"))
        digest = b64encode(sha256(words.encode()).digest()).decode()
        if f"'sha256-{digest}'" not in self.allowed:
            self.faults.append(("V043", "a policy for another style than its own"))

    def _policy(self, words: str) -> None:
        parts = [part.strip().partition(" ") for part in words.split(";") if part.strip()]
        for name, _, sources in parts:
            if name not in _POLICY or not _POLICY[name].fullmatch(sources):
                self.faults.append(("V043", f"a policy with '{name} {sources[:60]}'"))
            if name == "style-src":
                self.allowed += sources
        for name in sorted(_ASKED - {part[0] for part in parts}):
            self.faults.append(("V043", f"a policy without '{name}'"))


@lru_cache(ALIKE)
def _strange(element: Element) -> tuple[tuple[str, str], ...]:
    return tuple(("V042", words) for words in (*_named(element), *_value(element)))


def _named(element: Element) -> Iterator[str]:
    """What is on no list."""
    name, attributes = element.name, element.attributes
    shape = name in _SHAPES and name not in _ELEMENTS
    if not shape and name not in _ELEMENTS:
        yield f"<{name}>"
    allowed = _SHAPED if shape else _OF.get(name, frozenset())
    for key in attributes:
        if key not in allowed and key not in _ANYWHERE and not _NAMED.fullmatch(key):
            yield f"<{name} {key[:40]}>"
    if shape and not attributes.get("href", "#").startswith("#"):
        yield f"<{name} href>"
    for key in attributes.keys() & (_SHAPED - _PLAINLY - _ANYWHERE) if shape else ():
        yield from (f"<{name} {key}={sign}>" for sign in strange_style(attributes[key]))


def _value(element: Element) -> Iterator[str]:
    """Where an attribute decides what an element is."""
    name, attributes = element.name, element.attributes
    if name == "script" and attributes.get("type", "") not in ("", _DATA):
        yield f"<script type={attributes['type'][:40]}>"
    if name == "link" and attributes.get("rel") != "icon":
        yield f"<link rel={attributes.get('rel', '')[:40]}>"
    if name == "input" and attributes.get("type", "text").lower() not in _FIELDS:
        yield f"<input type={attributes['type'][:40]}>"
    if name in _REMEMBERED and attributes.get("autocomplete") != "off":
        yield f"<{name}> without autocomplete=off"
    if attributes.get("charset", "utf-8").lower() != "utf-8":
        yield f"<{name} charset={attributes['charset'][:40]}>"
    kind = attributes.get("http-equiv", "content-security-policy").lower()
    if name == "meta" and kind != "content-security-policy":
        yield f"<meta {kind[:40]}>"
    named, content = attributes.get("name", "").lower(), attributes.get("content", "")
    if name == "meta" and "name" in attributes and _META.get(named) != content:
        yield f"<meta {named[:40]} {content[:40]}>"
