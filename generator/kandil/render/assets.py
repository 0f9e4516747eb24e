"""The style that every page holds, the script that it loads, and those that follow with need."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from gzip import compress
from hashlib import sha256
from pathlib import Path
from string import ascii_lowercase

import minify

from kandil.paths import themes

_GATE = "if ('noModule' in HTMLScriptElement.prototype) try {{\n{}\n}} catch (fault) {{}}\n"
"""Older browsers, and any in which a part fails, keep the page that works without a script."""
_LATER = "if (window.kandil) {{\n{}\n}}\n"
"""A file that follows; where it fails, the page keeps the form that needs no script."""
_PROPERTY = re.compile(r"--([a-z]{2,})(?=:)")
_RTL = re.compile(r"^\[dir=rtl\].*\}$", re.MULTILINE)
"""Arrows that only a page from right to left needs."""
_QUOTED = re.compile(r'(?<!href)(?<!src)="([\w#./-]+)"(?=[ >])')
_LINES = re.compile(r">\n+<")
FIRST = "page.js"
"""The script of every page; it brings the others."""
TRACES = "traces.js"
"""Clears what was kept; part of one page only."""
WORDS = "words.js"
"""What the scripts say, in the language of the edition."""
QUIZ = "quiz"
"""What all interactions need."""
TERMS = "terms"
"""The words of a glossary, explained where they stand."""
LISTEN = "listen"
"""Reading aloud; comes when she asks for it."""
_FREE = ("likert", "cards", "decision", "long_fill_in", "branching")
_JOINED: dict[str, tuple[tuple[str, ...], ...]] = {
    QUIZ: (("question", QUIZ), ("ticks",), ("interactions/choice",), ("interactions/fill_in",)),
    "move": (("drag",), ("interactions/sequencing",), ("interactions/matching",)),
    "free": tuple((f"interactions/{name}",) for name in _FREE),
    "draw": (("draw", "drawn"),),
}
"""Files of several parts, those of one scope together: a request costs a learner on a slow network
more than the bytes of a part (`docs/design/0003`)."""

minify.config({"js-version": 2017})


@cache
def _letters() -> dict[str, str]:
    """Custom properties of the theme, by their short names `--a` to `--z`."""
    found = dict.fromkeys(_PROPERTY.findall(_read("style.css")))
    return dict(zip(found, ascii_lowercase, strict=False))


def _read(path: str) -> str:
    return (_folder() / path).read_text("utf-8")


def _folder() -> Path:
    return themes() / "base"


def _css(source: str, rtl: bool) -> str:
    for long, short in _letters().items():
        source = re.sub(rf"--{long}\b", f"--{short}", source)
    if not rtl:
        source = _RTL.sub("", source)
    return str(minify.string("text/css", source))


@cache
def style(
    name: str = "style",
    rtl: bool = False,
    interactions: frozenset[str] = frozenset(),
    kit: tuple[str, ...] = (),
) -> str:
    """A style sheet of the theme, with the rules of the interactions on the page, minified.

    `kit` names the parts of the safety kit that the course has.
    """
    parts = [f"interactions/{one}.css" for one in sorted(interactions)]
    parts += [f"player/{one}.css" for one in kit]
    found = [_read(part) for part in parts if (_folder() / part).is_file()]
    return _css("\n".join((_read(f"{name}.css"), *found)), rtl)


@cache
def policy(
    name: str = "style",
    rtl: bool = False,
    interactions: frozenset[str] = frozenset(),
    kit: tuple[str, ...] = (),
) -> str:
    """Content Security Policy: this one style, scripts and images of the package (ruling 17)."""
    digest = b64encode(sha256(style(name, rtl, interactions, kit).encode()).digest()).decode()
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


def later(
    interactions: frozenset[str], terms: bool = False, parts: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The files that a page loads when its first interaction comes near (ruling 18), in order.

    `parts`: those that belong to no interaction.
    """
    words = (f"{TERMS}.js",) if terms else ()
    quiz = (QUIZ,) if interactions else ()
    files = dict.fromkeys((*quiz, *map(_file_of, [*sorted(interactions), *sorted(parts)])))
    names = [f"{name}.js" for name in files]
    return (*words, WORDS, *names) if names else words


@cache
def first_script(kit: tuple[str, ...] = ()) -> bytes:
    """`page.js`; its parts share the scope of one block, so that nothing leaks."""
    parts = [_read(f"player/{part}.js") for part in ("base", *kit, "load")]
    return shortened(_GATE.format("\n".join(parts))).encode()


@cache
def traces_script() -> bytes:
    """`traces.js`, of "About this page" alone."""
    parts = [_read(f"player/{part}.js") for part in ("forget", "traces")]
    return shortened(_LATER.format("\n".join(parts))).encode()


def _file_of(part: str) -> str:
    """The file that holds it; a new interaction has one of its own."""
    scopes = ((part,), (f"interactions/{part}",))
    found = (name for name, joined in _JOINED.items() if any(one in joined for one in scopes))
    return next(found, part)


@cache
def script(name: str, keeps: bool = False) -> bytes:
    """A file that follows: each part with the rules of style that only it needs.

    Where an edition `keeps` results on the device, what does so is part of two files.
    """
    own = name if (_folder() / f"player/{name}.js").is_file() else f"interactions/{name}"
    keeper = (("keep",),) if keeps and name in (QUIZ, "results") else ()
    scopes = [_scope(parts) for parts in (*keeper, *_JOINED.get(name, ((own,),)))]
    return shortened(_LATER.format("\n".join(scopes))).encode()


def _scope(parts: tuple[str, ...]) -> str:
    sources = [*map(_rules, parts), *(_read(f"player/{part}.js") for part in parts)]
    return "{\n" + "\n".join(sources) + "\n}"


def _rules(part: str) -> str:
    """Code that adds `player/<part>.css` to the style of the page, rule by rule."""
    path = f"player/{part}.css"
    if not (_folder() / path).is_file():
        return ""
    rules = json.dumps(split_rules(_css(_read(path), rtl=True)), ensure_ascii=False)
    # What follows `quiz.js` finds there how to do it.
    follows = part == "drag" or part.startswith("interactions/")
    code = "kandil.draw(RULES);" if follows else _read("player/style.js")
    return code.replace("RULES", rules)


def split_rules(css: str) -> list[str]:
    """The rules of a minified style sheet, a media query whole."""
    rules, depth, start = [], 0, 0
    for index, sign in enumerate(css):
        depth += (sign == "{") - (sign == "}")
        if sign == "}" and not depth:
            rules.append(css[start : index + 1])
            start = index + 1
    return rules


def weight(content: bytes) -> int:
    """gzip -9, as a server sends it."""
    return len(compress(content, 9, mtime=0))


@cache
def first_weight(kit: tuple[str, ...] = ()) -> int:
    """Of the script of every page."""
    return weight(first_script(kit))
