"""Choices: `multiplechoiceresponse` for one right answer, `choiceresponse` for several."""

from __future__ import annotations

from markupsafe import Markup

from kandil.exporters._olx.words import Words
from kandil.localize.words import answers
from kandil.model.interactions import Choice, Option
from kandil.model.text import Text
from kandil.render.html.questions import mixed

_ONE = Markup(
    "<multiplechoiceresponse>\n{stem}<label>{prompt}</label>\n"
    '<choicegroup type="MultipleChoice"{shuffle}>\n{choices}</choicegroup>\n'
    "</multiplechoiceresponse>\n"
)
_SEVERAL = Markup(
    "<choiceresponse{credit}>\n{stem}<label>{prompt}</label>\n"
    "<description>{note}</description>\n"
    "<checkboxgroup>\n{choices}{whole}</checkboxgroup>\n</choiceresponse>\n"
)
_CHOICE = Markup('<choice correct="{}">{}{}</choice>\n')
_HINT = Markup('<choicehint{} label="{}">{}</choicehint>')
_WHOLE = Markup('<compoundhint value="{}" label="{}">{}</compoundhint>\n')
_FEW = 4
"""With two right answers among more, `halves` gives a quarter for one right and one wrong."""


def choice(words: Words, question: Choice) -> Markup:
    """With feedback for each answer."""
    return _several(words, question) if question.form == "multiple" else _one(words, question)


def shuffles(question: object) -> bool:
    """Whether the platform mixes its answers, anew for each learner."""
    return isinstance(question, Choice) and question.form == "single" and _free(question)


def _free(question: Choice) -> bool:
    return question.shuffle is not False


def _one(words: Words, question: Choice) -> Markup:
    def hint(option: Option) -> Markup:
        more = question.correct if option.right else question.incorrect
        return _hint(words, option, (*option.feedback, *more))

    return _ONE.format(
        stem=words.blocks(question.stem),
        prompt=words.text(question.prompt),
        shuffle=Markup(' shuffle="true"') if shuffles(question) else "",
        choices=Markup("").join(_choice(words, one, hint(one)) for one in question.options),
    )


def _several(words: Words, question: Choice) -> Markup:
    """The platform never mixes boxes, so they stand here in another order than the source's."""
    options = mixed(question.options, question.id) if _free(question) else question.options
    selected = Markup(' selected="true"')
    return _SEVERAL.format(
        credit=Markup(' partial_credit="halves"') if _halves(options) else "",
        stem=words.blocks(question.stem),
        prompt=words.text(question.prompt),
        note=words.own("choose all that apply"),
        choices=Markup("").join(
            _choice(words, one, _hint(words, one, one.feedback, selected)) for one in options
        ),
        whole=_whole(words, question, options),
    )


def _halves(options: tuple[Option, ...]) -> bool:
    """Half of the points for one mistake, a quarter for two: never more than on the page, where a
    wrong answer takes a right one away. The platform's other way, `EDC`, gives points to somebody
    who has ticked nothing but wrong answers."""
    right = sum(one.right for one in options)
    return right > 2 or (right == 2 and len(options) <= _FEW)


def _whole(words: Words, question: Choice, options: tuple[Option, ...]) -> Markup:
    """What is said to the right answers together takes the place of what is said to each, and is
    shown without markup."""
    if not question.correct:
        return Markup()
    letters = " ".join(chr(ord("A") + place) for place, one in enumerate(options) if one.right)
    each = (text for one in options if one.right for text in one.feedback)
    told = " ".join(text.plain for text in (*question.correct, *each))
    return _WHOLE.format(letters, words.own("Yes."), told)


def _choice(words: Words, option: Option, hint: Markup) -> Markup:
    shown = words.text(answers.option_words(words.edition, option))
    return _CHOICE.format("true" if option.right else "false", shown, hint)


def _hint(
    words: Words, option: Option, said: tuple[Text, ...], more: Markup | None = None
) -> Markup:
    if not said:
        return Markup()
    label = words.own("Yes.") if option.right else words.own("Not quite.")
    return _HINT.format(more or "", label, words.texts(said))
