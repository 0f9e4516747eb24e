"""The style that every page holds, and the one script that it loads."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from gzip import compress
from hashlib import sha256
from string import ascii_lowercase

import minify

from kandil.paths import themes

_GATE = "if ('noModule' in HTMLScriptElement.prototype) try {{\n{}\n}} catch (fault) {{}}\n"
"""Older browsers, and any in which a part fails, keep the page that works without a script."""


_PROPERTY = re.compile(r"--([a-z]{2,})(?=:)")
_RTL = re.compile(r"^\[dir=rtl\].*\}$", re.MULTILINE)
"""Arrows that only a page from right to left needs."""
_QUOTED = re.compile(r'(?<!href)(?<!src)="([\w#./-]+)"(?=[ >])')
_LINES = re.compile(r">\n+<")

minify.config({"js-version": 2017})


@cache
def style(name: str = "style", rtl: bool = False) -> str:
    """A style sheet of the theme, minified, its custom properties named `--a` to `--z`."""
    source = (themes() / "base" / f"{name}.css").read_text("utf-8")
    for short, long in zip(ascii_lowercase, dict.fromkeys(_PROPERTY.findall(source)), strict=False):
        source = re.sub(rf"--{long}\b", f"--{short}", source)
    if not rtl:
        source = _RTL.sub("", source)
    return str(minify.string("text/css", source))


@cache
def policy(name: str = "style", rtl: bool = False) -> str:
    """Content Security Policy: this one style, scripts and images of the package (ruling 17)."""
    digest = b64encode(sha256(style(name, rtl).encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


def tight(html: str) -> str:
    """Without quotes and line ends that HTML does not need; the words hold neither."""
    return _LINES.sub("><", _QUOTED.sub(r"=\1", html))


def shortened(source: str) -> str:
    """A script without white space and with short names, still ES2017."""
    return str(minify.string("application/javascript", source))


def script_name(interactions: frozenset[str]) -> str:
    """A page loads only the interactions that it uses (ruling 18)."""
    return "-".join(("lesson", *sorted(interactions))) + ".js" if interactions else "page.js"


@cache
def script(interactions: frozenset[str]) -> bytes:
    """One classic script; its parts share the scope of one block, so that nothing leaks."""
    kinds = [f"interactions/{name}" for name in sorted(interactions)]
    parts = ["base", "exit", *(["question", *kinds, "quiz"] if kinds else []), "start"]
    folder = themes() / "base" / "player"
    source = "\n".join((folder / f"{part}.js").read_text("utf-8") for part in parts)
    return shortened(_GATE.format(source)).encode()


def weight(content: bytes) -> int:
    """gzip -9, as a server sends it."""
    return len(compress(content, 9, mtime=0))


@cache
def script_weight(interactions: frozenset[str]) -> int:
    """Of the script of a page."""
    return weight(script(interactions))
