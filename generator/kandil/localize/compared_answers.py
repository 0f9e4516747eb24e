"""Answers of a question beside each other: what one of them lost gives the key away."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.localize.doubts import is_phrase, unchanged
from kandil.localize.entries import Entry
from kandil.localize.units import Unit
from kandil.model.inlines import Inlines, plain, same_words
from kandil.problems import Problem

Answer = tuple[Unit, Inlines, Entry]


def same_answers(shown: list[Answer]) -> list[Problem]:
    """Answers of a kind in one question that differ in the source, not in the translation."""
    found: list[Problem] = []
    seen: dict[tuple[str, str], str] = {}
    for unit, inlines, entry in shown:
        words = same_words(plain(inlines)).casefold()
        original = same_words(unit.text.plain).casefold()
        if seen.setdefault((unit.answer, words), original) != original:
            message = f"This answer became the same as another: '{plain(inlines)}'"
            where = f"The question stands in {unit.text.place.file}:{unit.text.place.line}."
            found.append(Problem("L007", entry.place, message, where))
    return found


def copied_answers(shown: list[Answer]) -> Iterator[Problem]:
    """Answers that stayed as in the source, where others of their kind were translated."""
    same = [unchanged(unit.text.inlines, inlines) for unit, inlines, _ in shown]
    translated = {unit.answer for (unit, _, _), kept in zip(shown, same, strict=True) if not kept}
    for (unit, inlines, entry), kept in zip(shown, same, strict=True):
        if kept and unit.answer in translated and is_phrase(inlines):
            message = f"'{plain(inlines)}' stands here as in the source, among translated answers"
            hint = (
                "Translate it: an answer that differs gives the key away. What nobody translates, "
                "such as a password, stands in code marks in the source."
            )
            yield Problem("L027", entry.place, message, hint)
