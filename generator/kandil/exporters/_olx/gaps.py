"""Gaps to fill: `stringresponse` for words, `numericalresponse` for numbers."""

from __future__ import annotations

from markupsafe import Markup

from kandil.exporters._native.typed import accepted
from kandil.exporters._olx.words import Words
from kandil.localize.words.formats import decimal_sign
from kandil.model.brief import gaps as blanks_of
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import FillIn

_TEXT = Markup(
    '<stringresponse answer="{first}"{kind}>\n{above}<label>{label}</label>\n{hint}{more}'
    '<textline size="{size}" />\n</stringresponse>\n'
)
_NUMBER = Markup(
    '<numericalresponse answer="{answer}">\n{above}<label>{label}</label>\n{signs}{hint}'
    '<textline size="10" />\n</numericalresponse>\n'
)
_MORE = Markup('<additional_answer answer="{}">{}</additional_answer>\n')
_RIGHT = Markup('<correcthint label="{}">{}</correcthint>')
_SIGNS = Markup('<description dir="ltr">0123456789.</description>\n')
_ASKED = Markup("<p><strong>{}</strong></p>\n")
_SHORTEST = 20
"""Of a field, so that it does not betray a short answer."""


def gaps(words: Words, question: FillIn) -> Markup:
    """A lone gap is a question by itself; of several each has a number and a field below."""
    stem = words.blocks(question.stem)
    body, blanks = words.gapped(question.body, numbered=False)
    if len(blanks) == 1:
        hint = _right(words, question)
        return _gap(words, question, blanks[0], words.text(question.prompt), stem + body, hint)
    body, blanks = words.gapped(question.body, numbered=True)
    named = words.own("Gap {number}")
    fields = (
        _gap(words, question, blank, Markup.escape(named.replace("{number}", words.number(number))))
        for number, blank in enumerate(blanks, 1)
    )
    return _ASKED.format(words.text(question.prompt)) + stem + body + Markup("").join(fields)


def told_by_gaps(question: object) -> bool:
    """Whether what is said to a right answer stands beside the gap."""
    return isinstance(question, FillIn) and len([*blanks_of(question)]) == 1


def _right(words: Words, question: FillIn) -> Markup:
    if not question.correct:
        return Markup()
    return _RIGHT.format(words.own("Yes."), words.texts(question.correct))


def _gap(
    words: Words,
    question: FillIn,
    blank: Blank,
    label: Markup,
    above: Markup | str = "",
    hint: Markup | str = "",
) -> Markup:
    if blank.number:
        signs = "" if _plain(words, blank.number) else _SIGNS
        answer = _range(blank.number)
        return _NUMBER.format(answer=answer, above=above, label=label, signs=signs, hint=hint)
    first, *more = accepted(question, blank)
    return _TEXT.format(
        first=first,
        kind="" if question.case or question.exact else Markup(' type="ci"'),
        above=above,
        label=label,
        hint=hint,
        more=Markup("").join(_MORE.format(one, hint) for one in more),
        size=max(_SHORTEST, *map(len, (first, *more))),
    )


def _range(number: Range) -> str:
    """Both ends count; the platform reads a decimal point, whatever the language."""
    low, high = f"{number.low:f}", f"{number.high:f}"
    return low if low == high else f"[{low},{high}]"


def _plain(words: Words, number: Range) -> bool:
    """Whether nobody in this language would write it with other signs than the platform reads."""
    whole = number.low % 1 == 0 and number.high % 1 == 0
    sign = whole or decimal_sign(words.edition.locale) == "."
    return sign and words.number(1) == "1"
