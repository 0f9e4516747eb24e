"""Letters for what a question lists, and the faults that any such list can have."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase
from typing import Protocol

from kandil.model.inlines import same_words
from kandil.model.text import Text
from kandil.problems import Place, Problem


class Listed(Protocol):
    """An answer, an item or a cell, where it stands."""

    @property
    def text(self) -> Text:
        """Its words."""

    @property
    def place(self) -> Place:
        """Where it begins."""


def letter(index: int) -> str:
    """`a` for the first; behind `z` they begin again, which is a problem that `crowded` tells."""
    return ascii_lowercase[index % len(ascii_lowercase)]


def crowded(listed: Sequence[Listed]) -> list[Problem]:
    """More than there are letters."""
    most = len(ascii_lowercase)
    if len(listed) <= most:
        return []
    message = f"A question has {most} answers at most"
    return [Problem("Q113", listed[most].place, message, "Make two questions of it.")]


def unchosen(
    listed: Sequence[Listed], unreadable: bool, hint: str = "Add another answer: '- …'."
) -> list[Problem]:
    """What is wrong with a list to choose from: too many answers, the same one twice, or one only;
    `hint` says how to write another."""
    found = [*crowded(listed), *twice("Q105", "answer", listed)]
    if len(listed) == 1 and not unreadable:
        found.append(Problem("Q107", listed[0].place, "One answer is no choice", hint))
    return found


def twice(code: str, name: str, listed: Sequence[Listed]) -> list[Problem]:
    """The same words in two places; `name` says what they are."""
    found, seen = [], set()
    for one in listed:
        words = telling(one.text)
        if words and words in seen:
            message = f"The {name} '{one.text.plain}' stands here twice"
            found.append(Problem(code, one.place, message, "Remove one of the two."))
        seen.add(words)
    return found


def telling(text: Text) -> str:
    """What tells an answer from others: its words as they are shown, and its pictures."""
    return text.source if "![" in text.source else same_words(text.plain)
