"""`## Scenario: …`: what happens, then links to the headings below; each heading is a step."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import cast

from kandil.model.blocks import Block
from kandil.model.interactions import Branching, Move, Step
from kandil.model.structure import every
from kandil.model.text import Text
from kandil.problems import Place, Problem, nearest
from kandil.read.block.block_reader import read_blocks
from kandil.read.block.context import Reading
from kandil.read.inline.anchors import github_slug, own_anchor
from kandil.read.lesson.headings import check_level
from kandil.read.markdown import inline_tokens
from kandil.read.source.comments import Settings
from kandil.read.source.tokens import Group, first_line, inner, runs, sentence

_LINK = re.compile(r"\[(?P<words>.+)\]\(#(?P<to>[^)\s]*)\)")
_LEADS = re.compile(r"\[[^\]]+\]\(#([^)\s]*)\)")
_BARE = re.compile(r"\[(?!\^|[ xX]?\])(?P<words>[^\[\]]+)\](?: *\(#[^()\s]*\)?)?")
"""A link without its address, or with a space before it."""
_OF_A_STEP = ("outcome", "points")
TakeSettings = Callable[[list[Group]], tuple[Settings, list[Group]]]


@dataclass(frozen=True, slots=True)
class _Choice:
    """A choice as it is written, with the place of its address."""

    move: Move
    place: Place


@dataclass(frozen=True, slots=True)
class _Draft:
    """A step before anybody knows where its choices lead."""

    step: Step
    choices: tuple[_Choice, ...]
    place: Place
    points: Place | None


def read_steps(
    reading: Reading, group: Group, title: Text, found: list[Group], settings: TakeSettings
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
        told, rest = settings(body)
        reading.problems += _misfits(told)
        name = reading.text(words, line, "step", max(start, 0))
        drafts.append(_draft(reading, reading.anchors.take(words), name, name.place, rest, told))
    anchors = {draft.step.anchor for draft in drafts}
    slips = [slip for part in found for slip in _slips(reading, part, anchors)]
    reading.problems += [slip for slip in slips if not reading.told("M019", slip.place.line)]
    if not slips:
        reading.problems += _problems(drafts, int(group[0].tag[1]) + 1)
    return tuple(draft.step for draft in drafts)


def _draft(
    reading: Reading, anchor: str, title: Text, place: Place, body: list[Group], settings: Settings
) -> _Draft:
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
    return _Draft(step, choices, place, settings.places.get("points"))


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


def _slips(reading: Reading, group: Group, anchors: set[str]) -> list[Problem]:
    """What is wrong with the choices of a list."""
    bare = [*_bare(reading, group, anchors)]
    slip = None if bare else _slip(reading, group, anchors)
    return [slip] if slip else bare


def _bare(reading: Reading, group: Group, anchors: set[str]) -> Iterator[Problem]:
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


def _slip(reading: Reading, group: Group, anchors: set[str]) -> Problem | None:
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


def _read_choices(reading: Reading, group: Group) -> tuple[_Choice, ...]:
    found = []
    for item in inner(group):
        line = first_line(item)
        link = cast("re.Match[str]", _choice(sentence(item)))
        start = reading.source.find(line, "[") + 1
        text = reading.text(link["words"], line, "choice", start)
        place = reading.source.place(line, reading.source.find(line, f"#{link['to']}"))
        found.append(_Choice(Move(text, own_anchor(link["to"])), place))
    return tuple(found)


def _misfits(settings: Settings) -> list[Problem]:
    hint = f"A step has these: {', '.join(_OF_A_STEP)}."
    return [
        Problem("Q012", place, f"'{name}' does nothing in a step of a scenario", hint)
        for name, place in settings.places.items()
        if name not in _OF_A_STEP
    ]


def _problems(drafts: list[_Draft], level: int) -> list[Problem]:
    """Marks the endings; links that lead nowhere are the cause of what is not reached."""
    known = {draft.step.anchor for draft in drafts}
    start = drafts[0].step.anchor
    for index, draft in enumerate(drafts):
        over = index > 0 and all(move.to == start for move in draft.step.moves)
        drafts[index] = replace(draft, step=replace(draft.step, ending=over))
    if not drafts[0].choices:
        hint = "Write them as '- [What she does](#heading-of-a-step)'."
        message = "This scenario does not begin with choices"
        return [Problem("Q607", drafts[0].place, message, hint)]
    names = [f"#{name}" for name in sorted(known)]
    lost = [_lost(choice, names, level) for choice in _all(drafts) if choice.move.to not in known]
    return lost or [*_unreached(drafts), *_endless(drafts), *_endings(drafts), *_no_good(drafts)]


def _all(drafts: list[_Draft]) -> chain[_Choice]:
    return chain.from_iterable(draft.choices for draft in drafts)


def _lost(choice: _Choice, names: list[str], level: int) -> Problem:
    to = choice.move.to
    near = github_slug(to)
    close = nearest(f"#{near}", names)
    hint = close if close.startswith("Did") else f"Headings here: {', '.join(names[:12])}."
    if len(names) == 1:
        hint = f"Below a scenario each step has a heading one level deeper: '{'#' * level} …'."
    return Problem("Q601", choice.place, f"There is no step for the link #{to}", hint)


def _reached(ways: Iterator[tuple[str, str]], starts: Iterable[str]) -> set[str]:
    """Every step that `ways` lead to from `starts`, these among them."""
    beyond: dict[str, list[str]] = {}
    for one, other in ways:
        beyond.setdefault(one, []).append(other)
    ahead = [*starts]
    seen = {*ahead}
    while ahead:
        fresh = [to for to in beyond.pop(ahead.pop(), ()) if to not in seen]
        seen.update(fresh)
        ahead += fresh
    return seen


def _ways(drafts: list[_Draft]) -> Iterator[tuple[str, str]]:
    """From a step to each that its choices lead to."""
    return ((draft.step.anchor, move.to) for draft in drafts for move in draft.step.moves)


def _unreached(drafts: list[_Draft]) -> list[Problem]:
    seen = _reached(_ways(drafts), [drafts[0].step.anchor])
    return [
        Problem(
            "Q602",
            draft.place,
            "No choice leads to this step",
            f"Write a choice '- [Words](#{draft.step.anchor})', or remove the step.",
        )
        for draft in drafts
        if draft.step.anchor not in seen
    ]


def _endless(drafts: list[_Draft]) -> list[Problem]:
    ends = {draft.step.anchor for draft in drafts if draft.step.ending}
    if not ends:
        hint = "Let a step have no choices, or only one that leads back to the beginning."
        return [Problem("Q604", drafts[0].place, "This scenario has no ending", hint)]
    leading = _reached(((to, one) for one, to in _ways(drafts)), ends)
    hint = "Add a choice that leads to an ending."
    message = "From this step no ending can be reached"
    return [
        Problem("Q604", draft.place, message, hint)
        for draft in drafts
        if draft.step.anchor not in leading
    ]


def _endings(drafts: list[_Draft]) -> list[Problem]:
    hint = "Say what came of it, and what helps now."
    return [
        Problem("Q606", draft.place, "This ending has no words", hint)
        for draft in drafts
        if draft.step.ending and not draft.step.blocks
    ]


def _no_good(drafts: list[_Draft]) -> list[Problem]:
    """`rulings.md` 2: only where points exist."""
    scored = [draft.points for draft in drafts if draft.points]
    if not scored or any(draft.step.outcome == "good" for draft in drafts):
        return []
    hint = "Write 'outcome: good' under the heading of an ending, or take the points away."
    return [Problem("Q605", scored[0], "A scenario with points needs a good outcome", hint)]


def private_points(blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """For a lesson above `none`: no way to act is worth more than another (`rulings.md` 2)."""
    for scenario in every(Branching, blocks):
        if any(step.points is not None for step in scenario.steps):
            hint = "Take 'points' away from its steps; 'outcome' may stay."
            message = "A scenario in a lesson that speaks of violence gives no points"
            yield Problem("Q608", scenario.place, message, hint)
