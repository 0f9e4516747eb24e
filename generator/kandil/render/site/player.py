"""Which parts of the player come in which file: each part once, and no page loads one in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kandil.model.course import Course, Module
from kandil.render.html.questions import SHARED
from kandil.render.site.results import Kept
from kandil.render.site.scripts import DRAG, DRAW, QUIZ, said, script
from kandil.values import dataclass

TERMS = "terms"
"""The words of a glossary, explained where they stand."""


def parts(module: Module) -> frozenset[str]:
    """What the questions of a lesson need."""
    lesson = module.brief
    found = {SHARED.get(name, name) for name in lesson.interactions}
    if not found.isdisjoint(("sequencing", "matching")):
        found.add(DRAG)
    if any(quiz.draw for quiz in lesson.quizzes):
        found.add(DRAW)
    found |= {QUIZ} if found else set()
    return frozenset(found | {TERMS} if lesson.terms else found)


@dataclass(frozen=True, slots=True)
class Player:
    """The files of an edition. Parts that the same lessons need come in one: a request costs more
    on a slow network than the bytes of a part, and two parts in one file weigh less than apart."""

    files: tuple[tuple[str, ...], ...]
    """The parts of each; its first part names it. They run in whatever order they come."""
    keeps: Kept
    """Which results may be kept on the device."""
    needs: tuple[frozenset[str], ...] = ()
    """The parts that each lesson needs."""
    parted: bool = False
    """Whether a lesson is opened part after part."""

    def later(self, needed: frozenset[str]) -> tuple[str, ...]:
        """The files that a page loads when its first interaction comes near (ruling 18).

        `needed` may name parts that belong to no lesson.
        """
        known = [file for file in self.files if not needed.isdisjoint(file)]
        others = sorted(needed - {part for file in known for part in file})
        return tuple(f"{name}.js" for name in (*(file[0] for file in known), *others))

    def script(self, name: str) -> bytes:
        """One of these files, without its words."""
        return script(self._file(name), self.keeps, self.parted)

    def said(self, name: str) -> frozenset[str]:
        """Names of the words that one of these files says."""
        return said(self._file(name), self.keeps, self.parted)

    def _file(self, name: str) -> tuple[str, ...]:
        part = name.removesuffix(".js")
        return next((file for file in self.files if file[0] == part), (part,))


def player(course: Course, keeps: Kept) -> Player:
    """The plan for a course."""
    needs = tuple(parts(module) for module in course.modules)
    parted = any(module.brief.parted for module in course.modules)
    return Player((*files(needs),), keeps, needs, parted)


def files(lessons: Iterable[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """The parts of each file, for what each lesson needs."""
    users: dict[str, list[int]] = {}
    for number, needed in enumerate(lessons):
        for part in needed:
            users.setdefault(part, []).append(number)
    joined: dict[tuple[int, ...], list[str]] = {}
    for part in sorted(users, key=lambda part: (part != QUIZ, part)):
        joined.setdefault(tuple(users[part]), []).append(part)
    for found in joined.values():
        yield tuple(found)
