"""What is asked before and after a course: the same columns in both, so that they compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kandil.exporters._xlsform.asking import Question, plain, question, value
from kandil.exporters._xlsform.form import Form, Pick, Row, Words, page
from kandil.exporters._xlsform.together import Asked, Together, joined
from kandil.exporters._xlsform.words import promise
from kandil.localize.words import answers
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.model.ids import public_anchor
from kandil.model.interactions import Choice, Interaction
from kandil.model.structure import asked as asked_in

SCORE = "score"


def before(together: Together) -> Form:
    """Form A; where a course has none, the questions of its quizzes. It says nothing of answers."""
    lead = together.translate(
        "Try these questions before you read. Most people do not know all of them yet."
    )
    title = together.translate("Questions before the lessons")
    made = [(one, question(together, one)) for one in _asked(together, 0)]
    rows, picks = _asking(together, lead, made)
    return together.form("pre", title, rows, picks)


def after(together: Together) -> Form:
    """Form B or the quizzes once more; behind all questions what is said of each, and the score."""
    lead = together.translate(
        "These questions are like those at the beginning. See what has changed for you."
    )
    title = together.translate("Questions after the lessons")
    made = [(one, question(together, one)) for one in _asked(together, 1)]
    rows, picks = _asking(together, lead, made)
    said = [row for one, how in made if how.right for row in _said(together, one, how)]
    return together.form("post", title, [*rows, *said, *_result(together, made)], picks)


def asks(together: Together) -> bool:
    """Whether there is anything to ask before and after."""
    return not together.private and bool(_asked(together, 0))


def _asked(together: Together, sheet: int) -> list[Asked]:
    """Those that stand in every language: else the results of two would not compare."""
    fresh = Together(together.editions)
    known = [dict(_questions(one.course, sheet)) for one in together.editions]
    shared = [name for name in known[0] if all(name in other for other in known)]
    return [fresh.asked(name, (each[name] for each in known)) for name in shared]


def _questions(course: Course, sheet: int) -> Iterator[tuple[str, Interaction]]:
    """By the objective, or by lesson and id. No sensitive one is among them (`_lowering`)."""
    for pair in course.forms:
        yield pair.before.objective, (pair.before, pair.after)[sheet]
    for module in course.modules if not course.forms else ():
        for _, one, name in asked_in(module):
            yield f"{module.id} {public_anchor(course, name)}", one


def _asking(
    together: Together, lead: Words, made: list[tuple[Asked, Question]]
) -> tuple[list[Row], list[Pick]]:
    """The questions, how sure she is, and the points, which are reckoned and not shown."""
    intro = joined(lead, promise(together), together.notices())
    rows = [Row(type="note", name="about", label=intro)]
    rows += [row for _, one in made for row in one.rows]
    scale = (
        together.translate("Not sure"),
        together.translate("Sure of some"),
        together.translate("Sure"),
    )
    sure = together.translate("How sure are you of your answers?")
    rows.append(Row(type="select_one sure", name="sure", label=sure))
    picks = [pick for _, one in made for pick in one.picks]
    picks += [Pick("sure", str(number), words) for number, words in enumerate(scale, 1)]
    scored = [(_right(asked), one.right) for asked, one in made if one.right]
    rows += [_reckoned(name, f"if({right}, 1, 0)") for name, right in scored]
    if scored:
        rows.append(_reckoned(SCORE, " + ".join(value(name) for name, _ in scored)))
    return rows, picks


def _reckoned(name: str, how: str) -> Row:
    return Row(type="calculate", name=name, calculation=how)


def _right(asked: Asked) -> str:
    """A column of the results: 1 or 0."""
    return f"{asked.name}__right"


def _said(together: Together, asked: Asked, how: Question) -> tuple[Row, ...]:
    """Only to who has answered: else a key could be read without an answer."""
    right, wrong = together.translate("Yes."), together.translate("Not quite.")
    praise = together.of(asked, lambda edition, one: plain((*one.correct, *one.why)))
    key = together.of(asked, _key)
    point = value(_right(asked))
    notes = [
        (f"{point} = 1", joined(right, praise)),
        (f"{point} = 0", joined(wrong, key)),
        *how.said,
    ]
    rows = tuple(
        Row(type="note", name=f"{asked.name}__said_{number}", label=words, relevant=when)
        for number, (when, words) in enumerate(notes, 1)
    )
    label = together.of(asked, lambda edition, one: one.prompt.plain)
    return page(f"{asked.name}__said", label, rows, how.answered)


def _key(edition: Edition, one: Interaction) -> str:
    """What would have been right, and why."""
    known = answers.key(edition, one)
    if isinstance(one, Choice):
        known = tuple(x for x, option in zip(known, one.options, strict=True) if option.right)
    arrow = " → " if edition.direction == "ltr" else " ← "
    lines = [
        words
        for x in known
        for words in (replace(x, verdict="", reason=()).plain(arrow), plain(x.reason))
    ]
    return "\n".join(filter(None, (plain(one.incorrect), *lines, plain(one.why))))


def _result(together: Together, made: list[tuple[Asked, Question]]) -> Iterator[Row]:
    number = sum(bool(one.right) for _, one in made)
    if number:
        words = together.translate("Points: {points} of {number}")
        label = tuple(
            one.replace("{points}", value(SCORE)).replace("{number}", str(number)) for one in words
        )
        yield Row(type="note", name="result", label=label)
