"""A question as rows of a form, and what makes an answer to it right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from kandil.exporters._xlsform.accepted import pattern
from kandil.exporters._xlsform.form import Pick, Row, Words, page
from kandil.exporters._xlsform.together import Asked, Together, joined
from kandil.localize.words import answers
from kandil.model.brief import gaps
from kandil.model.edition import Edition
from kandil.model.inlines import Blank
from kandil.model.interactions import (
    Choice,
    FillIn,
    Interaction,
    Likert,
    LongFillIn,
    Matching,
    Numeric,
    Sequencing,
)
from kandil.model.text import Text, texts
from kandil.render.html.questions import mixed
from kandil.values import dataclass

Kind = TypeVar("Kind", bound=Interaction)
ASKED: frozenset[type[Interaction]] = frozenset(
    (Choice, FillIn, Numeric, Sequencing, Matching, Likert, LongFillIn)
)
SHORT = 12
"""Signs of a label that still fits into a column on a small phone."""


@dataclass(frozen=True, slots=True)
class Question:
    """Rows to ask it, the lists that they name, and the key."""

    rows: tuple[Row, ...]
    picks: tuple[Pick, ...] = ()
    right: str = ""
    """When it is answered rightly (XPath); empty where nothing is right or wrong."""
    answered: str = ""
    """When all of it is answered."""
    said: tuple[tuple[str, Words], ...] = ()
    """What is said of one answer, and when."""


def question(together: Together, asked: Asked) -> Question:
    """Of any kind that a form can ask; without a key where it is not scored."""
    forms = {Choice: _choice, Sequencing: _sequencing, Matching: _matching, Likert: _likert}
    forms |= {FillIn: _fill_in, Numeric: _fill_in, LongFillIn: _long_fill_in}
    made: Question = forms[type(asked.each[0])](together, asked)
    return made if asked.each[0].scored else replace(made, right="", said=())


def prompt(together: Together, asked: Asked) -> Words:
    """What is asked, and all that stands between it and the answers."""

    def words(edition: Edition, question: Interaction) -> str:
        body = question.body if isinstance(question, FillIn) else ()
        return plain((question.prompt, *texts(question.stem), *texts(body)))

    return together.of(asked, words)


def plain(lines: Iterable[Text]) -> str:
    """Each on a line."""
    return "\n".join(one.plain for one in lines)


def value(name: str) -> str:
    """A reference to an answer."""
    return f"${{{name}}}"


def _choice(together: Together, asked: Asked) -> Question:
    first = _first(asked, Choice)
    several, name = first.form == "multiple", asked.name
    row = Row(
        type=f"select_{'multiple' if several else 'one'} {name}",
        name=name,
        label=prompt(together, asked),
        hint=together.translate("choose all that apply") if several else (),
    )
    picks, said = [], []
    for number, option in enumerate(first.options):
        each = [one.options[number] for one in _all(asked, Choice)]
        pairs = zip(together.editions, each, strict=True)
        words = (answers.option_words(edition, one).plain for edition, one in pairs)
        picks.append(Pick(name, option.letter, together.literal(words)))
        if option.feedback:
            feedback = together.literal(plain(one.feedback) for one in each)
            said.append((f"selected({value(name)}, '{option.letter}')", feedback))
    right = [option.letter for option in first.options if option.right]
    return Question((row,), (*picks,), _ticked(name, right, several), _given([name]), (*said,))


def _ticked(name: str, right: Sequence[str], several: bool) -> str:
    if not several:
        return f"{value(name)} = '{right[0]}'" if right else ""
    each = (f"selected({value(name)}, '{letter}')" for letter in right)
    return " and ".join((*each, f"count-selected({value(name)}) = {len(right)}"))


def _fill_in(together: Together, asked: Asked) -> Question:
    """One question a gap; what any language accepts is right in each, for a key has no language."""
    first = _first(asked, FillIn)
    blanks = [*zip(*(gaps(one) for one in asked.each if isinstance(one, FillIn)), strict=True)]
    label = prompt(together, asked)
    if len(blanks) == 1:
        row, right = _gap(asked.name, label, blanks[0], first)
        return Question((row,), (), right, _given([asked.name]))
    rows, rights = [], []
    for number, each in enumerate(blanks, 1):
        words = together.translate("Gap {number}")
        named = tuple(one.replace("{number}", str(number)) for one in words)
        row, right = _gap(f"{asked.name}__{number}", named, each, first)
        rows.append(row)
        rights.append(right)
    given = _given(row.name for row in rows)
    return Question(page(asked.name, label, (*rows,)), (), " and ".join(rights), given)


def _gap(name: str, label: Words, each: Sequence[Blank], question: FillIn) -> tuple[Row, str]:
    number = each[0].number
    if number is None:
        accepted = pattern(
            (word for blank in each for word in blank.answers), question.case, question.exact
        )
        right = f"regex(normalize-space({value(name)}), '{accepted}')"
        return Row(type="text", name=name, label=label), right
    whole = number.low == number.high == int(number.low)
    low, high = (f"{end:f}" for end in (number.low, number.high))
    right = f"{value(name)} >= {low} and {value(name)} <= {high}"
    return Row(type="integer" if whole else "decimal", name=name, label=label), right


def _sequencing(together: Together, asked: Asked) -> Question:
    """The list stands in another order than the right one, or who touches nothing is right."""
    first, name = _first(asked, Sequencing), asked.name
    label = prompt(together, asked)
    picks = {}
    for number, item in enumerate(first.items):
        words = (one.items[number].text.plain for one in _all(asked, Sequencing))
        picks[item.letter] = Pick(name, item.letter, together.literal(words))
    shown = tuple(picks[one.letter] for one in mixed(first.items, first.id))
    order = " ".join(item.letter for item in first.items)
    row = Row(type=f"rank {name}", name=name, label=label)
    return Question((row,), shown, f"{value(name)} = '{order}'", _given([name]))


def _matching(together: Together, asked: Asked) -> Question:
    first, name = _first(asked, Matching), asked.name
    places = {}
    for number, target in enumerate(first.targets):
        words = (one.targets[number].text.plain for one in _all(asked, Matching))
        places[target.letter] = Pick(name, target.letter, together.literal(words))
    picks = tuple(places[one.letter] for one in mixed(first.targets, f"{first.id} targets"))
    rows, rights = [], []
    for number, item in enumerate(first.items):
        words = (one.items[number].text.plain for one in _all(asked, Matching))
        own = f"{name}__{item.letter}"
        rows.append(Row(type=f"select_one {name}", name=own, label=together.literal(words)))
        rights.append(f"{value(own)} = '{item.home}'")
    shown = table(name, prompt(together, asked), rows, picks)
    return Question(shown, picks, " and ".join(rights), _given(row.name for row in rows))


def _likert(together: Together, asked: Asked) -> Question:
    first, name = _first(asked, Likert), asked.name
    each = [*_all(asked, Likert)]
    lead = together.literal(one.lead.plain if one.lead else "" for one in each)
    picks = tuple(
        Pick(name, str(number), together.literal(one.scale[number - 1].plain for one in each))
        for number in range(1, len(first.scale) + 1)
    )
    rows = [
        Row(
            type=f"select_one {name}",
            name=f"{name}__{number}",
            label=together.literal(one.rows[number - 1].plain for one in each),
        )
        for number in range(1, len(first.rows) + 1)
    ]
    label = joined(prompt(together, asked), lead)
    return Question(table(name, label, rows, picks), picks)


def _long_fill_in(together: Together, asked: Asked) -> Question:
    label = prompt(together, asked)
    return Question((Row(type="text", name=asked.name, label=label, appearance="multiline"),))


def table(name: str, label: Words, rows: Iterable[Row], picks: Sequence[Pick]) -> tuple[Row, ...]:
    """Rows that share a list: its labels stand once above all where they are short.

    XLSForm's own `table-list` would name two more columns by the number of their row.
    """
    if any(len(words) > SHORT for pick in picks for words in pick.label):
        return page(name, label, (*rows,))
    below = [replace(row, appearance="list-nolabel") for row in rows]
    above = Row(type=below[0].type, name=f"{name}__labels", label=label, appearance="label")
    return page(name, (), (above, *below))


def _given(names: Iterable[str]) -> str:
    return " and ".join(f"{value(name)} != ''" for name in names)


def _all(asked: Asked, kind: type[Kind]) -> Iterable[Kind]:
    return (one for one in asked.each if isinstance(one, kind))


def _first(asked: Asked, kind: type[Kind]) -> Kind:
    return next(iter(_all(asked, kind)))
