"""The steps of a scenario: what happens, then links to the headings below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from kandil.model.interactions import Move, Step
from kandil.model.text import Text
from kandil.problems import Place, Problem
from kandil.read.block.block_reader import read_blocks
from kandil.read.block.context import ReadContext
from kandil.read.inline.anchors import github_slug, own_anchor
from kandil.read.inline.inline_parser import inline_tokens
from kandil.read.lesson.endings import Choice, Draft, check_steps
from kandil.read.lesson.heading_settings import split_settings
from kandil.read.lesson.headings import check_level
from kandil.read.source.comments import Settings
from kandil.read.source.tokens import Group, first_line, inner, runs, sentence

_LINK = re.compile(r"\[(?P<words>.+)\]\(#(?P<to>[^)\s]*)\)")
_LEADS = re.compile(r"\[[^\]]+\]\(#([^)\s]*)\)")
_BARE = re.compile(r"\[(?!\^|[ xX]?\])(?P<words>[^\[\]]+)\](?: *\(#[^()\s]*\)?)?")
"""A link without its address, or with a space before it."""
_OF_A_STEP = ("outcome", "points")


def read_steps(
    reading: ReadContext, group: Group, title: Text, found: list[Group]
) -> tuple[Step, ...]:
    """The beginning, then each heading with what stands below it; every problem between them."""
    anchor = reading.anchors.take(group[1].content)
    place = reading.source.place(first_line(group))
    opening, *parts = runs(found)
    drafts = [_draft(reading, anchor, title, place, opening, Settings())]
    for head, *body in parts:
        check_level(reading, head)
        line, words = first_line(head), head[1].content
        start = reading.source.find(line, words)
        told, rest = split_settings(reading, body)
        reading.problems += _unused_in_step(told)
        name = reading.text(words, line, "step", max(start, 0))
        drafts.append(_draft(reading, reading.anchors.take(words), name, name.place, rest, told))
    anchors = {draft.step.anchor for draft in drafts}
    slips = [slip for part in found for slip in _slips(reading, part, anchors)]
    reading.problems += [slip for slip in slips if not reading.told("M019", slip.place.line)]
    if not slips:
        reading.problems += check_steps(drafts, int(group[0].tag[1]) + 1)
    return tuple(draft.step for draft in drafts)


def _draft(
    reading: ReadContext,
    anchor: str,
    title: Text,
    place: Place,
    body: list[Group],
    settings: Settings,
) -> Draft:
    lists = [group for group in body if _choices(group)]
    last = lists[-1] if lists else None
    if last is not None and last is not body[-1]:
        behind = body[body.index(last) + 1]
        hint = "Move them above the choices, or make a step of them with a heading."
        message = "These words stand below the choices of a step"
        line = first_line(behind)
        column = reading.source.begin(line, sentence(behind).split("\n")[0])
        reading.report("Q603", line, column, message, hint)
    blocks = read_blocks(reading, [group for group in body if group is not last])
    choices = _read_choices(reading, last) if last is not None else ()
    outcome = settings.outcome or ""
    moves = tuple(choice.move for choice in choices)
    step = Step(anchor, title, blocks, moves, outcome, settings.points)
    return Draft(step, choices, place, settings.places.get("points"))


def _choices(group: Group) -> bool:
    """Whether a list holds nothing but links to headings."""
    return group[0].type == "bullet_list_open" and all(
        len(inner(item)) == 1 and _choice(sentence(item)) for item in inner(group)
    )


def _choice(words: str) -> re.Match[str] | None:
    """A sentence that is one link and nothing else."""
    found = _LINK.fullmatch(words.strip())
    kinds = [token.type for token in inline_tokens(words.strip())] if found else []
    # Two links with words between them begin and end like one.
    one = kinds.count("link_open") == 1 and (kinds[0], kinds[-1]) == ("link_open", "link_close")
    return found if one else None


def _slips(reading: ReadContext, group: Group, anchors: set[str]) -> list[Problem]:
    """What is wrong with the choices of a list."""
    bare = [*_bare(reading, group, anchors)]
    slip = None if bare else _slip(reading, group, anchors)
    return [slip] if slip else bare


def _bare(reading: ReadContext, group: Group, anchors: set[str]) -> Iterator[Problem]:
    """Choices in brackets that lead nowhere."""
    for row in inner(group) if group[0].type == "bullet_list_open" else ():
        words = sentence(row).strip()
        bare = None if _choice(words) else _BARE.fullmatch(words)
        if bare:
            shown, line = bare["words"].strip("*_ "), first_line(row)
            slug = own_anchor(github_slug(shown))
            hint = f"Write '- [{shown}](#{slug if slug in anchors else 'heading-of-a-step'})'."
            place = reading.source.place(line, reading.source.find(line, "["))
            yield Problem("Q610", place, "This choice leads to no step", hint)


def _slip(reading: ReadContext, group: Group, anchors: set[str]) -> Problem | None:
    """A list that was meant to be choices: a line of it begins with a link to a step."""
    rows = inner(group) if group[0].type.endswith("list_open") else []
    leads = [own_anchor(lead[1]) for row in rows if (lead := _LEADS.match(sentence(row).strip()))]
    if not anchors.intersection(leads) or _choices(group):
        return None
    wrong = [row for row in rows if len(inner(row)) > 1 or not _choice(sentence(row))]
    line = first_line((wrong or rows)[0])
    message = "A choice is one link to a heading of this scenario, and nothing else"
    if group[0].type == "ordered_list_open":
        message = "Choices stand behind hyphens, not behind numbers"
    hint = "Write '- [What she does](#heading-of-a-step)'."
    place = reading.source.place(line, reading.source.begin(line, ""))
    return Problem("Q610", place, message, hint)


def _read_choices(reading: ReadContext, group: Group) -> tuple[Choice, ...]:
    found = []
    for item in inner(group):
        line = first_line(item)
        link = cast("re.Match[str]", _choice(sentence(item)))
        start = reading.source.find(line, "[") + 1
        text = reading.text(link["words"], line, "choice", start)
        place = reading.source.place(line, reading.source.find(line, f"#{link['to']}"))
        found.append(Choice(Move(text, own_anchor(link["to"])), place))
    return tuple(found)


def _unused_in_step(settings: Settings) -> list[Problem]:
    hint = f"A step has these: {', '.join(_OF_A_STEP)}."
    return [
        Problem("Q012", place, f"'{name}' does nothing in a step of a scenario", hint)
        for name, place in settings.places.items()
        if name not in _OF_A_STEP
    ]
