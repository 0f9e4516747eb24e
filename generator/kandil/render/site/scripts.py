"""The scripts of a page: each file is made of parts of the player."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

from kandil.render.site.assets import css, in_theme, shortened, weight
from kandil.render.site.results import Kept

_GATE = "if ('noModule' in HTMLScriptElement.prototype) try {{\n{}\n}} catch (fault) {{}}\n"
"""Older browsers, and any in which a part fails, keep the page that works without a script."""
_LATER = "{{\nconst {{kandil}} = window;\nif (kandil) {{\n{}\n}}\n}}\n"
"""A file that follows; where it fails, the page keeps the form that needs no script. The player has
a name of its own in it, which can be made short."""
FIRST = "page.js"
"""The script of every page; it brings the others."""
TRACES = "traces.js"
"""Clears what was kept; part of one page only."""
QUIZ = "quiz"
"""What all interactions need."""
MAKE = "make"
"""How elements are made: only files that follow do that, and each has it in it."""
DRAW = "draw"
"""Which questions of a store she is asked."""
DRAG = "drag"
"""What Order, Match and Sort share."""
RESULTS = "results"
"""Results over the course."""
FORMS = ("form", "tried")
"""Sheets for what moves nothing in a first screen: a lesson in parts gets them with its scripts."""
_KEEPERS = (QUIZ, RESULTS)
"""Where an edition keeps results on the device, what does so comes with these."""
LATE = frozenset(("branching",))
"""Interactions whose look a lesson in parts gets with their script: she sees none before. Without a
script they are plain lists."""
_KEEP: dict[str, tuple[str, ...]] = {"points": ("keep",), "answers": ("given", "keep")}
"""Answers are kept by a part of their own, so that no course with an exit can."""
_TAKEN = re.compile(r"^const {(.+)} = kandil;$", re.MULTILINE)
"""What a part takes from the player; `page.js` has made all of it."""
_SAID = re.compile(r"\bwords\.(\w+)")
_SCOPES = {
    QUIZ: (("question", "score", QUIZ, "steps", "style", "ticks"),),
    RESULTS: (("standing", "score", "style", RESULTS),),
    DRAW: ((DRAW, "drawn"),),
    "fill_in": (("number", "fold", "interactions/fill_in"),),
}
"""Parts made of several sources; those in one bracket share their names."""


@cache
def first_script(kit: tuple[str, ...] = ()) -> bytes:
    """`page.js`; its parts share the scope of one block, so that nothing leaks."""
    return _joined(_GATE, ("base", "moves", "load", *kit, "open"))


@cache
def first_weight(kit: tuple[str, ...] = ()) -> int:
    """Of the script of every page."""
    return weight(first_script(kit))


@cache
def traces_script() -> bytes:
    """`traces.js`, of "About this page" alone."""
    return _joined(_LATER, ("store", "forget", "traces"))


def _joined(frame: str, sources: tuple[str, ...]) -> bytes:
    code = "\n".join(_read(source) for source in sources)
    return shortened(frame.format(code)).encode()


@cache
def script(parts: tuple[str, ...], keeps: Kept = "", parted: bool = False) -> bytes:
    """A file that follows: each part with the rules of style that only it needs. `parted`: a lesson
    is opened part after part, and has a list of them in its bar."""
    scopes = _parts(parts, keeps, parted)
    code = "\n".join(map(_scope, scopes))
    sheets = [f"player/{source}.css" for scope in scopes for source in scope]
    rules = _rules([*(_late(parts) if parted else ()), *sheets])
    made = f"{_taken(code)}\n{rules}\n{_TAKEN.sub('', code)}"
    return shortened(_LATER.format(made)).encode()


@cache
def said(parts: tuple[str, ...], keeps: Kept = "", parted: bool = False) -> frozenset[str]:
    """Names of the words that such a file says, which come with it."""
    code = "\n".join(map(_scope, _parts(parts, keeps, parted)))
    return frozenset(_SAID.findall(code))


def _parts(parts: tuple[str, ...], keeps: Kept, parted: bool) -> tuple[tuple[str, ...], ...]:
    """The sources of a file; those in one bracket share their names."""
    passed = ("passed",) if RESULTS in parts else ()
    keeper = [_KEEP[keeps] + passed] if keeps and any(part in _KEEPERS for part in parts) else []
    scopes = [scope for part in parts for scope in _SCOPES.get(part, ((_path(part),),))]
    menu = [("menu", "resume")] if parted and QUIZ in parts else []
    offer = [("offer",)] if QUIZ in parts else []
    return (*keeper, *scopes, *menu, *offer)


def _path(part: str) -> str:
    return part if in_theme(f"player/{part}.js").is_file() else f"interactions/{part}"


def _read(source: str) -> str:
    return in_theme(f"player/{source}.js").read_text("utf-8")


def _scope(sources: tuple[str, ...]) -> str:
    return "{\n" + "\n".join(map(_read, sources)) + "\n}"


def _taken(code: str) -> str:
    """What any of the parts takes from the player, said once for all."""
    names = dict.fromkeys(", ".join(_TAKEN.findall(code)).split(", "))
    made = _read(MAKE) if names.pop(MAKE, MAKE) is None else ""
    return f"const {{{', '.join(names)}}} = kandil;\n{made}"


def _late(parts: Iterable[str]) -> Iterator[str]:
    """Sheets that other lessons hold in their pages."""
    for part in parts:
        if part == QUIZ:
            yield from (f"player/{sheet}.css" for sheet in FORMS)
        if part in LATE:
            yield f"interactions/{part}.css"


def _rules(paths: Iterable[str]) -> str:
    """Code that hands over those of these sheets that there are."""
    sheets = map(in_theme, paths)
    found = css("\n".join(sheet.read_text("utf-8") for sheet in sheets if sheet.is_file()))
    return f"kandil.rules.push({json.dumps(found, ensure_ascii=False)});" if found else ""
