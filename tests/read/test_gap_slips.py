"""Gaps as a beginner types them: brackets, and several answers without a bar."""

from __future__ import annotations

import pytest
from kandil.model.inlines import Blank, walk
from kandil.problems import Place
from kandil.read.inline.inlines import read_inlines


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ("[[**email**]]", ("email",)),
        ("[[`PIN` | *code*]]", ("PIN", "code")),
        ("[[A &amp; B]]", ("A & B",)),
        (r"[[a\|b]]", ("a|b",)),
        (r"[[a \| b | c]]", ("a | b", "c")),
        (r"[[\*\*]]", None),
        ("[[__init__ | _x_]]", ("init", "x")),
        ("[[snake_case]]", ("snake_case",)),
    ],
)
def test_the_answers_of_a_gap_are_plain_words(
    written: str, answers: tuple[str, ...] | None
) -> None:
    inlines, problems = read_inlines(f"It is {written}.", Place("a.md"), blanks=True)
    found = [part.answers for part in walk(inlines) if isinstance(part, Blank)]
    if answers is None:
        assert [problem.code for problem in problems] == ["Q726"]
    else:
        assert found == [answers]
        assert problems == []


@pytest.mark.parametrize("written", ["[[[mail]]]", "[[[mail | post]]]", "[[[mail]]"])
def test_a_third_bracket_is_told(written: str) -> None:
    _, problems = read_inlines(f"It is {written}.", Place("a.md"), blanks=True)
    assert [problem.code for problem in problems] == ["Q726"]
    assert f"[[{written.strip('[]')}]]" in problems[0].hint


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("[[email, e-mail]]", "[[email | e-mail]]"),
        ("[[mail / post]]", "[[mail | post]]"),
        ("[[email/mail]]", "[[email | mail]]"),
        ("[[email; e-mail]]", "[[email | e-mail]]"),
        ("[[email or mail]]", "[[email | mail]]"),
        ("[[пошта або лист]]", "[[пошта | лист]]"),
        ("[[بريد، رسالة]]", "[[بريد | رسالة]]"),
        ("[[邮件、信]]", "[[邮件 | 信]]"),
        ("[[email ｜ mail]]", "[[email | mail]]"),
        ("[[a, b | c]]", "[[a | b | c]]"),
        ("[[mail, or post]]", "[[mail | post]]"),
        ("[[mail, post, or letter]]", "[[mail | post | letter]]"),
        ("[[a letter, mail, post]]", "[[a letter | mail | post]]"),
        ("[[text message, short message]]", "[[text message | short message]]"),
        ("[[mail + post]]", "[[mail | post]]"),
        ("[[mail & post]]", "[[mail | post]]"),
        (r"[[mail \ post]]", "[[mail | post]]"),
        (r"[[mail\post]]", "[[mail | post]]"),
        ("[[mail – post]]", "[[mail | post]]"),
        ("[[лист — пошта]]", "[[лист | пошта]]"),
        ("[[mail - post]]", "[[mail | post]]"),
        ("[[почта, эл. почта]]", "[[почта | эл. почта]]"),
        ("[[mail · post]]", "[[mail | post]]"),
        ("[[mail • post]]", "[[mail | post]]"),
        ("[[mail\npost]]", "[[mail | post]]"),
        ("[[почта/емейл]]", "[[почта | емейл]]"),
        ("[[ელფოსტა/მეილი]]", "[[ელფოსტა | მეილი]]"),
        ("[[email/e-mail]]", "[[email | e-mail]]"),
        ("[[e-mail/Mail/post]]", "[[e-mail | Mail | post]]"),
        ("[[邮件/信]]", "[[邮件 | 信]]"),
        ("[[بريد/رسالة]]", "[[بريد | رسالة]]"),
        ("[[mail,post]]", "[[mail | post]]"),
        ("[[почта,емейл]]", "[[почта | емейл]]"),
        ("[[five or 5]]", "[[five | 5]]"),
        ("[[5 or 6]]", "[[5 | 6]]"),
        ("[[two, 2]]", "[[two | 2]]"),
        ("[[Two,2]]", "[[Two | 2]]"),
        ("[[2/two]]", "[[2 | two]]"),
        ("[[five; 5]]", "[[five | 5]]"),
    ],
)
def test_a_gap_whose_words_lack_a_bar_is_asked_about(written: str, mended: str) -> None:
    _, problems = read_inlines(f"It is {written}.", Place("a.md"), blanks=True)
    assert [problem.code for problem in problems] == ["Q725"]
    assert mended in problems[0].hint


@pytest.mark.parametrize(
    "written",
    [
        "[[1/2]]",
        "[[24/7]]",
        "[[= 1,5]]",
        "[[x | y]]",
        "[[he/she]]",
        "[[Hello, my friend]]",
        "[[hello, my friend]]",
        "[[Yes, please]]",
        "[[No, thank you]]",
        "[[Ctrl + Alt]]",
        "[[Terms & Conditions]]",
        "[[Q & A]]",
        "[[user name + password]]",
        "[[2 – 3]]",
        "[[Monday – Friday]]",
        "[[e-mail]]",
        "[[col·lecció]]",
        "[[`[`]]",
        "[[list[0] | first]]",
        r"[[C:\\Users]]",
        "[[rock'n'roll]]",
        "[[wait – do not answer]]",
        "[[1 / 2]]",
        "[[May 5, 2026]]",
        "[[TCP/IP]]",
        "[[km/h]]",
        "[[example.org/contact]]",
        "[[/etc/hosts]]",
        "[[f(x,y)]]",
        "[[Ctrl + 1]]",
    ],
)
def test_a_gap_with_one_answer_is_not(written: str) -> None:
    assert read_inlines(f"It is {written}.", Place("a.md"), blanks=True)[1] == []
