"""What must hold between the steps of a scenario: each is reached, and each leads to an ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from kandil.model.interactions import Move, Step
from kandil.problems import Place, Problem, nearest
from kandil.read.inline.anchors import github_slug
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice as it is written, with the place of its address."""

    move: Move
    place: Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A step before anybody knows where its choices lead."""

    step: Step
    choices: tuple[Choice, ...]
    place: Place
    points: Place | None


def check_steps(drafts: list[Draft], level: int) -> list[Problem]:
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


def _all(drafts: list[Draft]) -> chain[Choice]:
    return chain.from_iterable(draft.choices for draft in drafts)


def _lost(choice: Choice, names: list[str], level: int) -> Problem:
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


def _ways(drafts: list[Draft]) -> Iterator[tuple[str, str]]:
    """From a step to each that its choices lead to."""
    return ((draft.step.anchor, move.to) for draft in drafts for move in draft.step.moves)


def _unreached(drafts: list[Draft]) -> list[Problem]:
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


def _endless(drafts: list[Draft]) -> list[Problem]:
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


def _endings(drafts: list[Draft]) -> list[Problem]:
    hint = "Say what came of it, and what helps now."
    return [
        Problem("Q606", draft.place, "This ending has no words", hint)
        for draft in drafts
        if draft.step.ending and not draft.step.blocks
    ]


def _no_good(drafts: list[Draft]) -> list[Problem]:
    """`rulings.md` 2: only where points exist."""
    scored = [draft.points for draft in drafts if draft.points]
    if not scored or any(draft.step.outcome == "good" for draft in drafts):
        return []
    hint = "Write 'outcome: good' under the heading of an ending, or take the points away."
    return [Problem("Q605", scored[0], "A scenario with points needs a good outcome", hint)]
