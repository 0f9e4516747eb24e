"""The style that every page holds, its policy, and how files are made small and weighed."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import ascii_lowercase

from kandil import deflate
from kandil.paths import themes
from kandil.render.site.minifier import minified

_PROPERTY = re.compile(r"--([a-z]{2,})(?=:)")
_NEEDLESS = re.compile(
    r"</[a-z]+ >\n?|</p>\n*(?=</?(?:div|details|fieldset|figure|footer|li|main|nav|section)\b)"
    r"|</p>\n*(?=<(?:dl|h[1-6]|ol|p|table|ul)\b)"
)
"""End tags that HTML can do without: those that the writers of `render/html` mark, and those of a
paragraph before what ends it in any case."""
_WORDS = re.compile(r">[^<]+")
"""Where a quotation mark means nothing."""
_FLAGS = ("hidden", "checked", "data-1", "data-s", "data-private", "data-exact", "data-case")
"""Attributes that say all by being there."""
_QUOTED = re.compile(
    r'="(?:(?<!href=")(?<!src=")|(?<=href=")(?=#[nr]\d)|(?<=src=")(?=i-))([\w#./-]+)"(?=[ >])'
)
"""Addresses keep their quotes, by which they are found; those of notes and pictures are never
looked for."""
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_BASE = {"style": ("style", "content")}
"""Sheets that are made of several."""
_LINES = re.compile(r">\n+<")
_CONST = re.compile(r"\bconst (?=[\w{\[])")


@cache
def _letters() -> dict[str, str]:
    """Custom properties of the theme, by their short names `--a` to `--z`."""
    found = dict.fromkeys(_PROPERTY.findall(_read("style.css")))
    return dict(zip(found, ascii_lowercase, strict=False))


def in_theme(path: str) -> Path:
    """A file of the theme; there may be none."""
    return themes() / "base" / path


def _read(path: str) -> str:
    return in_theme(path).read_text("utf-8")


def css(source: str) -> str:
    """Rules of the theme, minified."""
    for long, short in _letters().items():
        source = re.sub(rf"--{long}\b", f"--{short}", source)
    return minified("text/css", source)


@cache
def sheet(
    name: str = "style", interactions: frozenset[str] = frozenset(), kit: tuple[str, ...] = ()
) -> str:
    """A style sheet of the theme, with the rules of the interactions on the page, minified.

    `kit` names the parts of the safety kit that the course has.
    """
    parts = [f"interactions/{one}.css" for one in sorted(interactions)]
    parts += [f"player/{one}.css" for one in kit]
    found = [_read(part) for part in parts if in_theme(part).is_file()]
    return css("\n".join((*(_read(f"{one}.css") for one in _BASE.get(name, (name,))), *found)))


def policy(style: str) -> str:
    """Content Security Policy: this one style, scripts and images of the package (ruling 17)."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


def tight(html: str) -> str:
    """Without what XML needs and HTML does not, and without line ends; the words hold neither."""
    html = _NEEDLESS.sub("", html).replace(" />", ">").replace(_NAMESPACE, "")
    html = _WORDS.sub(lambda found: found[0].replace("&#34;", '"'), html).replace("&#39;", "'")
    for flag in _FLAGS:
        html = html.replace(f' {flag}=""', f" {flag}")
    return _LINES.sub("><", _QUOTED.sub(lambda found: f"={found[1]}", html))


def shortened(source: str) -> str:
    """A script without white space and with short names, still ES2017. Where all are `let` they are
    joined, and weigh less."""
    return minified("application/javascript", _CONST.sub("let ", source))


def weight(content: bytes) -> int:
    """gzip -9, as a server sends it."""
    return deflate.weight(content)
