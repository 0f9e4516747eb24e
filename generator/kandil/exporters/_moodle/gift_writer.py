"""GIFT, the text form of Moodle's bank: a question a paragraph, its answers in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kandil.exporters._moodle.asking import written
from kandil.exporters._moodle.bank import ANY, Answer, BankQuestion
from kandil.exporters._moodle.shares import WHOLE

SIGNS = "\\~=#{}:"
"""What has a meaning of its own, unless a backslash stands before it."""
_SIGN = re.compile(f"[{re.escape(SIGNS)}]")


def gift_category(path: str) -> str:
    """What follows is put into this category, which an import makes."""
    return f"$CATEGORY: {path}\n"


def gift_question(question: BankQuestion) -> str:
    """A paragraph; none of its lines is empty, for that would end it."""
    tags = "".join(f" [tag:{tag}]" for tag in question.tags)
    head = (
        f"// [id:{question.id}]{tags}\n::{guarded(question.name)}::[html]{guarded(question.text)}"
    )
    if question.kind == "description":
        return f"{head}\n"
    rows = [*_rows(question)]
    if general := _general(question):
        rows.append(f"####{guarded(general)}")
    first = "#" if question.kind == "numerical" else ""
    return "\n\t".join((f"{head} {{{first}", *rows)) + "\n}\n"


def guarded(words: str) -> str:
    """Words in which nothing has a meaning: signs behind a backslash, the ends of lines too."""
    return _SIGN.sub(r"\\\g<0>", words).replace("\n", "\\n")


def _rows(question: BankQuestion) -> Iterator[str]:
    match question.kind:
        case "truefalse":
            yield _true_false(question)
        case "multichoice":
            yield from (_choice(question, one) for one in question.answers)
        case "shortanswer":
            yield from (_typed(one, guarded(one.words), question) for one in question.answers)
        case "numerical":
            yield from (_number(one, question) for one in question.answers)
        case "matching":
            for pair in question.pairs:
                yield f"={guarded(_arrowless(pair.stem))} -> {guarded(_arrowless(pair.target))}"


def _true_false(question: BankQuestion) -> str:
    """The reason of the wrong answer stands before that of the right one."""
    [right] = (one for one in question.answers if one.percent)
    [wrong] = (one for one in question.answers if not one.percent)
    said = f"#{guarded(wrong.feedback + ''.join(question.hints))}#{guarded(right.feedback)}"
    return ("TRUE" if right.words == "true" else "FALSE") + said.rstrip("#")


def _choice(question: BankQuestion, answer: Answer) -> str:
    """With one right answer, what is said of right and wrong answers stands with each: GIFT has no
    other place for it, and none for hints."""
    mark = "=" if question.single and answer.percent == WHOLE else "~"
    weight = "" if question.single or not answer.percent else f"%{written(answer.percent)}%"
    feedback = answer.feedback
    if question.single:
        hints = "".join(question.hints)
        feedback += question.right if answer.percent else question.wrong + hints
    # A sign of percent at the beginning would be read as a weight.
    words = re.sub("^%", "&#37;", answer.words)
    return f"{mark}{weight}{guarded(words)}{_feedback(feedback)}"


def _typed(answer: Answer, words: str, question: BankQuestion) -> str:
    hints = "" if answer.percent else "".join(question.hints)
    return f"=%{written(answer.percent)}%{words}{_feedback(answer.feedback + hints)}"


def _number(answer: Answer, question: BankQuestion) -> str:
    if answer.words == ANY:
        return f"~{_feedback(answer.feedback + ''.join(question.hints))}"
    return _typed(answer, f"{answer.words}:{written(answer.tolerance)}", question)


def _feedback(words: str) -> str:
    return f"#{guarded(words)}" if words else ""


def _general(question: BankQuestion) -> str:
    """What everybody reads, whatever she answered: so nothing that is said of a right or a wrong
    answer, but hints that stand with no answer."""
    said = question.general
    return said if _hinted(question) else said + "".join(question.hints)


def _hinted(question: BankQuestion) -> bool:
    """Whether hints stand with wrong answers."""
    if question.kind in ("truefalse", "multichoice"):
        return question.single
    return any(not one.percent for one in question.answers)


def _arrowless(words: str) -> str:
    """An arrow of two signs parts a stem from its target."""
    return words.replace("->", "→").replace("-&gt;", "→")
