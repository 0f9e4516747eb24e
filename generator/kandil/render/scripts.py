"""The scripts of a page: each file is made of parts of the player."""

from __future__ import annotations

import json
from functools import cache

from kandil.render.assets import css, in_theme, shortened, weight

_GATE = "if ('noModule' in HTMLScriptElement.prototype) try {{\n{}\n}} catch (fault) {{}}\n"
"""Older browsers, and any in which a part fails, keep the page that works without a script."""
_LATER = "if (window.kandil) {{\n{}\n}}\n"
"""A file that follows; where it fails, the page keeps the form that needs no script."""
FIRST = "page.js"
"""The script of every page; it brings the others."""
TRACES = "traces.js"
"""Clears what was kept; part of one page only."""
QUIZ = "quiz"
"""What all interactions need."""
DRAW = "draw"
"""Which questions of a store she is asked."""
DRAG = "drag"
"""What Order, Match and Sort share."""
RESULTS = "results"
"""Results over the course."""
_KEEPERS = (QUIZ, RESULTS)
"""Where an edition keeps results on the device, what does so comes with these."""
_SCOPES = {
    QUIZ: (("style",), ("question", QUIZ), ("ticks",), ("standing", "bar")),
    RESULTS: (("standing", RESULTS),),
    DRAW: ((DRAW, "drawn"),),
    "fill_in": (("number", "fold", "interactions/fill_in"),),
}
"""Parts made of several sources; those in one bracket share their names."""


@cache
def first_script(kit: tuple[str, ...] = ()) -> bytes:
    """`page.js`; its parts share the scope of one block, so that nothing leaks."""
    return _joined(_GATE, ("base", "moves", *kit, "load"))


@cache
def first_weight(kit: tuple[str, ...] = ()) -> int:
    """Of the script of every page."""
    return weight(first_script(kit))


@cache
def traces_script() -> bytes:
    """`traces.js`, of "About this page" alone."""
    return _joined(_LATER, ("forget", "traces"))


def _joined(frame: str, sources: tuple[str, ...]) -> bytes:
    code = "\n".join(_read(source) for source in sources)
    return shortened(frame.format(code)).encode()


@cache
def script(parts: tuple[str, ...], keeps: bool = False) -> bytes:
    """A file that follows: each part with the rules of style that only it needs."""
    keeper = [("keep",)] if keeps and any(part in _KEEPERS for part in parts) else []
    scopes = [scope for part in parts for scope in _SCOPES.get(part, ((_path(part),),))]
    return shortened(_LATER.format("\n".join(map(_scope, [*keeper, *scopes])))).encode()


def _path(part: str) -> str:
    return part if in_theme(f"player/{part}.js").is_file() else f"interactions/{part}"


def _read(source: str) -> str:
    return in_theme(f"player/{source}.js").read_text("utf-8")


def _scope(sources: tuple[str, ...]) -> str:
    return "{\n" + "\n".join([*map(_rules, sources), *map(_read, sources)]) + "\n}"


def _rules(source: str) -> str:
    """Code that hands over `player/<source>.css`."""
    sheet = in_theme(f"player/{source}.css")
    if not sheet.is_file():
        return ""
    return f"kandil.rules.push({json.dumps(css(sheet.read_text('utf-8')), ensure_ascii=False)});"
