"""To match, to sort and to put in order: an `optionresponse` each, graded one by one."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kandil.exporters._olx.words import Words
from kandil.model.inlines import Image, walk
from kandil.model.interactions import Entry, Matching, Sequencing
from kandil.render.html.questions import mixed

_ASKED = Markup("<p><strong>{}</strong></p>\n")
_ROW = Markup(
    "<optionresponse>\n<label>{label}</label>\n<optioninput>\n{options}</optioninput>\n"
    "</optionresponse>\n"
)
_OPTION = Markup('<option correct="{}">{}{}</option>\n')
_HINT = Markup('<optionhint label="{}">{}</optionhint>')


def matching(words: Words, question: Matching) -> Markup:
    """Each item with a list of where it may belong."""
    targets = question.targets
    if question.form == "pairs":
        targets = mixed(targets, f"{question.id} targets")
    places = [(one.letter, listed(one.text.plain)) for one in targets]
    rows = (
        _row(words, item, [(name, letter == item.home) for letter, name in places])
        for item in mixed(question.items, question.id)
    )
    return _whole(words, question, rows)


def sequencing(words: Words, question: Sequencing) -> Markup:
    """Each item with the numbers of the places: short words in a list that a phone opens."""
    letters = [one.letter for one in question.items]
    places = [(letter, words.number(number)) for number, letter in enumerate(letters, 1)]
    rows = (
        _row(words, item, [(name, letter == item.letter) for letter, name in places])
        for item in mixed(question.items, question.id)
    )
    return _whole(words, question, rows)


def listable(question: Matching) -> bool:
    """Whether a list, which knows words alone and compares by them, can hold its targets: each
    with words of its own, no picture in them, and no backslash at their end."""
    names = [listed(one.text.plain) for one in question.targets]
    drawn = any(
        isinstance(part, Image) for one in question.targets for part in walk(one.text.inlines)
    )
    return len({*names}) == len(names) and not drawn and not any(map(_unlisted, names))


def _unlisted(name: str) -> bool:
    return not name or name.endswith("\\")


def listed(name: str) -> str:
    """The platform splits its lists at a straight apostrophe."""
    return " ".join(name.split()).replace("'", "’")


def _whole(words: Words, question: Matching | Sequencing, rows: Iterable[Markup]) -> Markup:
    prompt = _ASKED.format(words.text(question.prompt))
    return prompt + words.blocks(question.stem) + Markup("").join(rows)


def _row(words: Words, item: Entry, places: list[tuple[str, bool]]) -> Markup:
    options = (
        _OPTION.format("True" if right else "False", name, _hint(words, item, right))
        for name, right in places
    )
    return _ROW.format(label=words.text(item.text), options=Markup("").join(options))


def _hint(words: Words, item: Entry, right: bool) -> Markup:
    """What is said of the item, wherever it was put."""
    if not item.feedback:
        return Markup()
    label = words.own("In its place.") if right else words.own("Not its place.")
    return _HINT.format(label, words.texts(item.feedback))
