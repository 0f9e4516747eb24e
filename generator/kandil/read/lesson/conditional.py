"""Parts for some editions: `<!-- for: youth -->` or `<!-- only: GE, MD -->`, up to `<!-- end -->`.

Each becomes one group, so that what follows a heading is found as if no marks stood there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from markdown_it.token import Token

from kandil.model.blocks import Block, Only
from kandil.model.structure import every
from kandil.problems import Place, Problem, listed, nearest
from kandil.read.block.context import ReadContext
from kandil.read.source.comments import CONDITIONAL, comment_body, is_conditional
from kandil.read.source.limits import INSIDE
from kandil.read.source.tokens import MARKED, STARTS, Group, first_line
from kandil.values import dataclass

WORDS = 10
"""Level of a part that begins without a heading: below every heading."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A comment that begins a part."""

    kind: str
    names: tuple[str, ...]
    place: Place


def gather(reading: ReadContext, found: list[Group]) -> list[Group]:
    """The groups of a lesson, with each marked part as one of them; every slip is reported."""
    opened: list[Opened] = []
    runs: list[list[Group]] = [[]]
    nested = _nested_mark(found)
    for group in found:
        mark = _mark(reading, group)
        if mark is None:
            runs[-1].append(group)
        elif mark.kind != "end":
            if len(opened) == INSIDE:
                _too_deep(reading, mark)
            opened.append(mark)
            runs.append([])
        elif opened:
            inside, mark = runs.pop(), opened.pop()
            runs[-1] += [_part(mark, inside)] if len(opened) < INSIDE else inside
        elif not nested:
            hint = "Write '<!-- for: … -->' or '<!-- only: … -->' above its part, or remove it."
            message = "Nothing that could end here has begun"
            reading.problems.append(Problem("M025", mark.place, message, hint))
    while opened:
        hint = "Write '<!-- end -->' below its last block."
        message = "This part does not end"
        place = opened.pop().place
        if not nested:
            reading.problems.append(Problem("M024", place, message, hint))
        inside = runs.pop()
        runs[-1] += inside
    _check_levels(reading, runs[0], 1)
    return runs[0]


def unmarked(reading: ReadContext, found: list[Group], where: str) -> list[Group]:
    """The groups of something that is one whole in every edition; a mark in it is refused."""
    plain: list[Group] = []
    for group in found:
        if group[0].type != MARKED:
            plain.append(group)
            continue
        hint = "Mark the whole of it: '<!-- for: … -->' above its heading, '<!-- end -->' below."
        message = f"A part for some editions cannot stand inside {where}"
        reading.problems.append(Problem("M029", opening(group).place, message, hint))
        plain += unmarked(reading, inner(group), where)
    return plain


def opening(group: Group) -> Opened:
    """The comment that begins a marked part."""
    found: Opened = group[0].meta["opened"]
    return found


def inner(group: Group) -> list[Group]:
    """What stands between the marks."""
    found: list[Group] = group[0].meta["inside"]
    return found


def only(group: Group, blocks: tuple[Block, ...]) -> Only:
    """The block that a marked part becomes."""
    mark = opening(group)
    variants = mark.names if mark.kind == "for" else ()
    territories = mark.names if mark.kind == "only" else ()
    return Only(variants, territories, blocks, mark.place)


def check_names(
    blocks: tuple[Block, ...], variants: Collection[str], territories: Collection[str]
) -> Iterator[Problem]:
    """Every variant is in the lesson's front matter, every territory has a file, and some edition
    shows each part."""
    yield from _unshown(blocks)
    for block in every(Only, blocks):
        if not block.variants and not block.territories:
            hint = "Name whom it is for: '<!-- for: youth -->' or '<!-- only: GE -->'."
            yield Problem("M010", block.place, "This comment names nobody", hint)
        for name in block.variants:
            if name not in variants:
                hint = nearest(name, variants)
                if not hint.startswith("Did"):
                    names = listed([*variants, name])
                    hint = f"Write 'variants: [{names}]' in the front matter."
                message = f"This lesson has no variant '{name}'"
                yield Problem("M027", block.place, message, hint)
        for code in block.territories:
            if code not in territories:
                hint = nearest(code, territories) if territories else "No territory has a file."
                message = f"'{code}' is not a territory that is known"
                yield Problem("M028", block.place, message, hint)


def _unshown(blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """An edition is for one territory and one variant."""
    told = set()
    for outer in every(Only, blocks):
        for inner in every(Only, outer.blocks):
            for above, names in (
                (outer.territories, inner.territories),
                (outer.variants, inner.variants),
            ):
                if above and names and not {*above} & {*names} and inner.place not in told:
                    told.add(inner.place)
                    within = ", ".join(above)
                    hint = f"Name {within} here, or move it below that '<!-- end -->'."
                    message = f"No edition is for {', '.join(names)} inside a part for {within}"
                    yield Problem("M031", inner.place, message, hint)


def _nested_mark(found: list[Group]) -> bool:
    """Whether a mark stands in a list or a quote: told there, and the cause of what follows."""
    return any(
        token.type == "html_block" and is_conditional(comment_body(token.content) or "")
        for group in found
        for token in group[1:]
    )


def _too_deep(reading: ReadContext, mark: Opened) -> None:
    hint = "Write '<!-- end -->' above it."
    message = f"More than {INSIDE} parts for some editions stand in each other here"
    reading.problems.append(Problem("M073", mark.place, message, hint))


def _mark(reading: ReadContext, group: Group) -> Opened | None:
    if group[0].type != "html_block":
        return None
    found = CONDITIONAL.fullmatch(comment_body(group[0].content) or "")
    if not found:
        return None
    line = first_line(group)
    place = reading.source.place(line, reading.source.find(line, "<!--"))
    names = tuple(re.findall(r"[^\s,]+", found[2] or ""))
    return Opened(found[1] or "end", names, place)


def _part(mark: Opened, inside: list[Group]) -> Group:
    level = _level(inside[0]) if inside else WORDS
    meta = {"opened": mark, "inside": inside}
    return [Token(MARKED, f"h{level}", 0, meta=meta, map=[mark.place.line, mark.place.line])]


def _level(group: Group) -> int:
    return int(group[0].tag[1:]) if group[0].type in STARTS else WORDS


def _levels(found: list[Group]) -> Iterator[int]:
    """Of every heading, those in marked parts too."""
    for group in found:
        if group[0].type == MARKED:
            yield from _levels(inner(group))
        elif group[0].type == "heading_open":
            yield _level(group)


def _check_levels(reading: ReadContext, found: list[Group], level: int) -> None:
    """With a part left out, each block must still stand under the heading that it stood under."""
    for index, group in enumerate(found):
        if group[0].type == "heading_open":
            level = _level(group)
        if group[0].type != MARKED:
            continue
        first = _level(group)
        limit = first if first < WORDS else level + 1
        if any(one < limit for one in _levels(inner(group))):
            hint = "End it above that heading, and begin another one there."
            _crossing(reading, group, "This part goes on below a heading of a higher level", hint)
        elif first < WORDS and index + 1 < len(found) and _level(found[index + 1]) > first:
            hint = f"Begin what follows its end with a heading '{'#' * first} …'."
            message = "The words below the end of this part would change their heading with it"
            _crossing(reading, group, message, hint)
        else:
            _check_levels(reading, inner(group), level)


def _crossing(reading: ReadContext, group: Group, message: str, hint: str) -> None:
    reading.problems.append(Problem("M026", opening(group).place, message, hint))
