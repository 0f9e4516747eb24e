"""Stars, other dialects, gaps and labels: what a beginner types, and what is silent no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.model.inlines import Blank, Link, Strong, plain, walk
from kandil.problems import Place, Problem
from kandil.read.inline.inlines import read_inlines
from kandil.read.source.keywords import LABELS
from read.lesson import read_lesson

_FRONT = "---\nid: bad\ntitle: Bad\n---\n\n"


def _problems(folder: Path, body: str) -> list[Problem]:
    return read_lesson(folder, _FRONT + body).reading.problems


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("**重要：**請注意", "重要："),
        ("这是**「重要」**的", "「重要」"),
        ("これは**重要。**です", "重要。"),
        ("**(重要)**請", "(重要)"),
        ("ไทย**สำคัญ!**คำ", "สำคัญ!"),
        ("**중요!**는", "중요!"),
        ("A **bold** word", "bold"),
        ("in**tra**word", "tra"),
    ],
)
def test_emphasis_closes_where_a_reader_expects(source: str, bold: str) -> None:
    inlines, problems = read_inlines(source, Place("a.md"))
    assert [plain(part.children) for part in walk(inlines) if isinstance(part, Strong)] == [bold]
    assert problems == []


@pytest.mark.parametrize("source", ["**Hint:**word", "a**b!**c", "** a ** b", "Grüße**!**Ende"])
def test_scripts_with_spaces_keep_to_commonmark(source: str) -> None:
    inlines, _ = read_inlines(source, Place("a.md"))
    assert not [part for part in walk(inlines) if isinstance(part, Strong)]


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ("** Important ** words", "**Important**"),
        ("**fake ** words", "**fake**"),
        ("Some ** wrong** words", "**wrong**"),
        ("A *fake * word", "*fake*"),
        ("**Half of it", "**Half of it**"),
        ("** Важно ** слова", "**Важно**"),
        ("A * fake * word", "*fake*"),
        ("A word, * very fake *.", "*very fake*"),
        ("A * fake* word", "*fake*"),
        ("__ Important __ words", "**Important**"),
        ("Some __fake __ words", "**fake**"),
        ("Some _fake _ words", "*fake*"),
        ("Some _ fake_ words", "*fake*"),
        ("_ Увага _", "*Увага*"),
        ("**Note:**this is", "**Note:** this"),
        ("**Note: **this is", "**Note:** this"),
        ("**Grüße!**Ende", "**Grüße!** Ende"),
        ('He said **"stop"**now', '"**stop**"now'),
        ('**"მთავარი"**ა', '"**მთავარი**"ა'),
        ("**«Important»**ის", "«**Important**»ის"),
        ('**"Ana"**dan sor', '"**Ana**"dan'),
        ("слово**(главное)**слово", "слово(**главное**)слово"),
        ('see**"x"** now', 'see"**x**"'),
        ("a**b!**c", "a**b!** c"),
    ],
)
def test_stars_that_stay_in_the_text_are_told(source: str, mended: str) -> None:
    _, problems = read_inlines(source, Place("a.md"))
    assert [problem.code for problem in problems] == ["M042"]
    assert f"'{mended}'" in problems[0].hint


@pytest.mark.parametrize(
    "source",
    [
        "**** **** **** 1234",
        "2 ** 3 ** 4 and 5 * 3 * 2",
        "p**d and f*** and ****",
        "Price* and *",
        "`** x **`",
        r"\*\* x \*\* and \*y \*",
        "**good** and *good* and ***good***",
        "A star * between",
        "5 * price * 2 and a * b * c",
        "area = width * height * depth",
        "A star * between. Fields with * must be filled in.",
        "Open from __ to __, and ____ or ___",
        "p _ s s w _ r d",
        "f**k and s**t",
        "p**k!, s**t! and f**!",
        "x**2**y and 2**-1**n",
        "snake_case, _private and __init__",
        r"\_ x \_ and \__ y \__",
        "`_it _` and `* it *`",
    ],
)
def test_stars_that_are_meant_are_left_alone(source: str) -> None:
    assert read_inlines(source, Place("a.md"))[1] == []


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


_DIALECTS = [
    ("!!! warning\n    Words.", "> [!WARNING]"),
    ('??? tip "More"', "> [!TIP] More"),
    (":::tip\nWords.\n:::", "> [!TIP]"),
    ("::: danger", "> [!WARNING]"),
    (".. note:: Words.", "> [!NOTE]"),
    ("{% include x %}", "the words themselves"),
    ("{{< youtube x >}}", "the words themselves"),
    ("## Words {#id}", "Take it away"),
    ("![A lamp](../images/lamp.png){width=200}", "Take it away"),
    ("{.big}", "Take it away"),
    ("~~old~~ words", "Leave the words out"),
    ("- ==marked== words", "'**marked**'"),
    ("'''Bold''' words", "'**Bold**'"),
    ("== Title ==", "'## Title'"),
    ("h2. Title", "'## Title'"),
    ("(word)[https://example.org]", "'[word](https://example.org)'"),
    ("(word)[link]", "'[word](link)'"),
    ("[word]{https://example.org}", "'[word](https://example.org)'"),
    ("[word]<bad.md>", "'[word](bad.md)'"),
    ("See (the list)(https://example.org/a)", "'[the list](https://example.org/a)'"),
    ("!A lamp[lamp.png]", "'![A lamp](lamp.png)'"),
    ("![lamp.png]", "'![What it shows](lamp.png)'"),
    ("!(../images/lamp.png)", "'![What it shows](../images/lamp.png)'"),
    ("![A lamp]{lamp.png}", "'![A lamp](lamp.png)'"),
    ("Some ++new words++ here", "'**new words**'"),
    ("Words^[A note of mine].", "'[^1]: A note of mine'"),
    ("$$x=1$$", "as a picture"),
    ("$$ a^2 + b^2 $$", "as a picture"),
    (".. image:: ../images/lamp.png", "'![What it shows](../images/lamp.png)'"),
    (".. figure:: lamp.svg", "'![What it shows](lamp.svg)'"),
    (".. code-block:: python", "'```'"),
    (".. contents::", "Leave it out"),
    (":alt: A lamp", "'![What it shows](…)'"),
    ("Look! ! [x](../images/lamp.png)", "'![x](../images/lamp.png)'"),
    ("A :smile: here", "the sign itself"),
    ("[TOC]", "Leave it out"),
    ("\\newpage", "Leave it out"),
    ("*[PIN]: A number", "glossary.md"),
    ("```{note}\nWords\n```", "> [!NOTE]"),
    ("Some [b]bold[/b] words", "'**bold**'"),
    ("[I]Words[/I]", "'*Words*'"),
    ("[url=https://example.org/a]a site[/url]", "'[a site](https://example.org/a)'"),
    ("[url]https://example.org/a[/url]", "'<https://example.org/a>'"),
    ("[img]../images/lamp.png[/img]", "'![What it shows](../images/lamp.png)'"),
    ("[color=red]Words[/color]", "Take the signs away"),
    ("See \\textbf{this} now", "'**this**'"),
    ("See \\emph{this} now", "'*this*'"),
    ("\\section{Words}", "'## Words'"),
    ("\\href{https://example.org}{a site}", "'[a site](https://example.org)'"),
    ("\\begin{itemize}", "Take the signs away"),
    ("image::../images/lamp.png[]", "'![What it shows](../images/lamp.png)'"),
    ("image:lamp.png[A lamp]", "'![A lamp](lamp.png)'"),
    ("See link:https://example.org[a site].", "'[a site](https://example.org)'"),
    ("See https://example.org/a[a site].", "'[a site](https://example.org/a)'"),
    ("> [!NOTE]- Title\n> Words.", "'> [!NOTE] Title'; '> [!DETAIL] …' opens"),
    ("> [!TIP]+\n> Words.", "'> [!TIP]'; "),
    ("{id: foo}", "'<!-- id: foo -->'"),
    ("Words.\n{points: 2; id: foo}", "'<!-- points: 2; id: foo -->'"),
]


@pytest.mark.parametrize(("written", "form"), _DIALECTS)
def test_another_dialect_is_named_with_its_form_here(
    tmp_path: Path, written: str, form: str
) -> None:
    found = [p for p in _problems(tmp_path, f"{written}\n") if p.code == "M040"]
    assert len(found) == 1
    assert found[0].severity == "warning"
    assert form in found[0].hint


def test_each_sign_of_a_line_is_told(tmp_path: Path) -> None:
    body = "~~old~~, ++new++, ==one== and ==two== {{ x }} :smile:\n"
    assert sorted(p.place.column for p in _problems(tmp_path, body)) == [1, 10, 19, 31, 39, 47]


@pytest.mark.parametrize(
    "words",
    [
        "The law changed (in 2023)[1], (2024)[2a], (here)[12,13], (there)[3–5] and (so)[ii].",
        "Cheap is $, dear is $$ or $$$; $5 and $6, US$$.",
        "C++ and G++ and 1 ++ 2, i++",
        "2^3, ^ and x^n [see below]",
        "Stop! (It is lamp.png) and wow!",
        "(see page 2)(again), [name]{x}, f(x)(y)",
        "At 10:alt: no",
        "Wow! See [there](#x) (and there).",
        "[a](#x)[b](#x) and (see below)[^n]\n\n[^n]: A note",
        "Write {name} and a == b, f(x)[0] and x = 1.",
        "At 10:30:45, in a:b:c, ~5 and 3 ~ 4.",
        "Stop!!! Now??? Yes::: no.",
        "`~~x~~`, `{#id}` and `:::tip`.",
        r"\~~x~~ and \{#id}",
        "It's 'quoted' and ''twice''.",
        "Version h2.1 and ...",
        "Call 112 (day)",
        "Choose [a] or [b], not [/b] or [i].",
        "See https://example.org/a [here] and https://example.org[1].",
        "`[b]x[/b]`, `\\textbf{x}` and `image::x.png[]`.",
        r"\\textbf{x} and \[b]x\[/b]",
        r"C:\Users\emma and \section",
        "The image: a lamp [see below].",
        "[Warning] is what it says, {name: value} too.",
    ],
)
def test_words_that_are_no_dialect(tmp_path: Path, words: str) -> None:
    assert _problems(tmp_path, f"## X\n\n{words}\n") == []


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "WARNING", "SAFETY", "CAUTION", "IMPORTANT"])
@pytest.mark.parametrize(
    "written",
    [
        "> [!NOTE]\n> One.\n> [!{kind}]\n> Two.",
        "> [!NOTE]\n> One.\n>\n> [!{kind}] Title\n> Two.",
        "> Words.\n> [!{kind}]\n> Two.",
        "[!{kind}] Two.",
        "- [!{kind}] Two.",
        "Words.\n[!{kind}] Two.",
    ],
)
def test_a_callout_begins_a_quote_of_its_own(tmp_path: Path, written: str, kind: str) -> None:
    found = _problems(tmp_path, written.format(kind=kind) + "\n")
    assert [problem.code for problem in found] == ["M041"]


@pytest.mark.parametrize(
    "written",
    [
        "> [!{small}]\n> Two.",
        "> [!{kind}S]\n> Two.",
        "> [{kind}]\n> Two.",
        "> **[!{kind}]**\n> Two.",
        "> [! {kind}]\n> Two.",
        "> [!{kind}\n> Two.",
        "> !{kind}] Two.",
        "> \\[!{kind}\\]\n> Two.",
        "> ［!{kind}］\n> Two.",
        "> 【!{kind}】\n> Two.",
    ],
)
@pytest.mark.parametrize("kind", ["NOTE", "TIP", "WARNING", "SAFETY", "CAUTION", "IMPORTANT"])
def test_a_slip_in_a_callout_is_told(tmp_path: Path, written: str, kind: str) -> None:
    if written.startswith("> !"):
        written = "> [!{kind} ]\n> Two."
    found = _problems(tmp_path, written.format(kind=kind, small=kind.lower()) + "\n")
    assert [problem.code for problem in found] == ["M008"]


_LABELS = {
    "no bold": "> {label}: It is so.",
    "no colon": "> **{label}** It is so.",
    "no quote": "**{label}:** It is so.",
    "no quote, no bold": "{label}: It is so.",
    "small letters": "> **{small}:** It is so.",
    "large letters": "> **{large}:** It is so.",
    "a wide colon": "> **{label}：** It is so.",
    "the colon outside": "> **{label}**: It is so.",
    "a full stop": "> **{label}.** It is so.",
    "a dash": "> **{label}** – It is so.",
    "slanted": "> *{label}:* It is so.",
    "underscores": "> __{label}:__ It is so.",
    "an unseen sign": "> **\u200b{label}:** It is so.",
    "under an answer": "  > **{label}:** It is so.",
    "under an answer, no bold": "  > {label}: It is so.",
    "under an answer, no colon": "  > **{label}** It is so.",
    "under an answer, later": "  > Good.\n  > **{label}:** It is so.",
    "under an answer, lazily": "  > Good.\n  **{label}:** It is so.",
    "under an answer, lazily, no bold": "  > Good.\n  {label}: It is so.",
    "under an answer, in a paragraph": "  > Good.\n\n  **{label}:** It is so.",
    "joined to an answer": "  **{label}:** It is so.",
}


@pytest.mark.parametrize("label", [label for label in LABELS if label != "Model answer"])
@pytest.mark.parametrize("slip", _LABELS)
def test_a_slip_in_a_label_is_never_silent(tmp_path: Path, slip: str, label: str) -> None:
    line = _LABELS[slip].format(label=label, small=label.lower(), large=label.upper())
    gap = "\n" if "answer" in slip else "\n\n"
    body = f"### Question: Which?\n\n- [ ] One\n- [x] Two{gap}{line}\n"
    found = _problems(tmp_path, body)
    assert {problem.code for problem in found} <= {"Q009", "Q722"}
    assert any(label in problem.message + problem.hint for problem in found)


@pytest.mark.parametrize("gap", ["", "  > Good.\n", "  > Good.\n\n"])
def test_a_label_without_its_quote_is_mended_below_the_answers(tmp_path: Path, gap: str) -> None:
    body = f"### Question: Which?\n\n- [x] One\n- [ ] Two\n{gap}  **Hint:** Think.\n"
    found = _problems(tmp_path, body)
    hint = "Leave a line empty below the answers, and write '> **Hint:** Think.' there."
    assert [problem.hint for problem in found] == [hint]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_label_of_a_way_to_act_stays_under_it(tmp_path: Path, gap: str) -> None:
    ways = f"- Keep\n{gap}  **Safer:** it is.\n- Go\n  > **Riskier:** Hm.\n"
    found = _problems(tmp_path, f"### Decide: Which?\n\n{ways}")
    told = [problem.hint for problem in found if problem.code in ("Q009", "Q722")]
    assert told == ["Write '  > **Safer:** it is.' under its answer."]


@pytest.mark.parametrize("words", ["> **Why** it matters to her.", "Correctly: so.", "*Why* not?"])
def test_words_like_a_label_may_stand_in_what_is_asked(tmp_path: Path, words: str) -> None:
    assert _problems(tmp_path, f"### Question: Which?\n\n{words}\n\n- [ ] One\n- [x] Two\n") == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("### Question: Q?\n\n- [x] One\n  Yes: so.\n- [ ] Two\n", "Q722"),
        ("### Question: Q?\n\n- [x] One\nYes: so.\n- [ ] Two\n", "Q722"),
        ("### Order: Q\n\n1. One\n   Yes: so.\n2. Two\n", "Q722"),
        ("### Poll: Q?\n\n- One\n  Yes: so.\n- Two\n", "Q722"),
        ("### Sort: Q\n\n- **A**\n  - One\n    Yes: so.\n- **B**\n  - Two\n", "Q722"),
        ("## Quiz: A\n\n### Question: Q?\n\n- [x] One\n  Yes: so.\n- [ ] Two\n", "Q723"),
        ("## Bank: A\n\n### Question: Q?\n\n- [x] One\n  Yes: so.\n- [ ] Two\n", "Q723"),
    ],
)
def test_feedback_without_its_sign(tmp_path: Path, body: str, code: str) -> None:
    found = [p for p in _problems(tmp_path, body) if p.code != "Q709"]
    assert [problem.code for problem in found] == [code]
    assert "> Yes: so.'" in found[0].hint


def test_an_address_keeps_its_spaces() -> None:
    inlines, problems = read_inlines("[x](<https://e.org/a b/c>)", Place("a.md"))
    assert [p.target for p in walk(inlines) if isinstance(p, Link)] == ["https://e.org/a%20b/c"]
    assert problems == []


def test_a_mail_address_is_words() -> None:
    assert read_inlines("Write to <a@example.org>.", Place("a.md")) == (
        ("Write to a@example.org.",),
        [],
    )
