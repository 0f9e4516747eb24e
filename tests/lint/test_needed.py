"""Words without which a rule finds nothing: a text that holds none of them need not be read."""

from __future__ import annotations

import re
import re._constants as codes
from dataclasses import replace
from pathlib import Path
from re._parser import parse
from typing import Any

import pytest
from kandil.lint.advice.refuted import Passage, finds
from kandil.lint.advice.rules import Book, read_book
from kandil.lint.text.needed import Index, Needed, folded, needed

HERE = Path(__file__).parent
TAGS = ("en", "uk", "ru", "ka", "tr")
BOOKS = {tag: read_book(HERE, tag) for tag in TAGS}
ALWAYS = ("",)

WORDS = [
    ("password", ("password",), False),
    (r"\bpasswords?\b", ("password",), False),
    (r"\bpass(?:word|phrase)s?\b", ("pass",), False),
    ("virus|malware", ("virus", "malware"), False),
    (r"\bthrow (?:\w+ ){0,2}(?:phone|device)", ("throw ",), False),
    (r"(?:secret )?key", ("key",), False),
    (r"ab+cde", ("cde",), False),
    (r"a{0,3}bcd", ("bcd",), False),
    (r"x{2}yz", ("yz",), False),
    (r"(?<!no )phishing(?! page)", ("phishing",), False),
    (r"sign(?!al)up", ("signup",), False),
    (r"thehotline\.org", ("thehotline.org",), False),
    (r"\d+ women", (" women",), False),
    (r"\d+", (), True),
    (r"(?:one|two|\d+) of \w", ("one", "two"), True),
    (r"(?P<no>nobody) (?:knows|sees)", ("nobody",), False),
    (r"[ae]\w*", ALWAYS, False),
    (r"virus|", ALWAYS, False),
    (r"(?:virus)?", ALWAYS, False),
    (r"(?i)virus", ALWAYS, False),
    (r"(virus) \1", ALWAYS, False),
    (r"(?>virus)", ALWAYS, False),
    (r"\x41BC", ALWAYS, False),
]


@pytest.mark.parametrize(("pattern", "words", "digit"), WORDS)
def test_what_a_pattern_needs(pattern: str, words: tuple[str, ...], digit: bool) -> None:
    found = needed([pattern])
    assert (set(found.words), found.digit) == (set(words), digit)


def test_a_rule_of_several_patterns_needs_a_word_of_any() -> None:
    assert needed(["virus", r"\bviruses\b", "malware"]).words == ("virus", "malware")
    assert needed(["virus", r"\w+"]).within("anything at all")


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a virus and a phone", ["virus", "phone"]),
        ("spyware", ["malware"]),
        ("ab", ["short"]),
        ("a", []),
        ("", []),
        ("in 3 days", ["digits"]),
        ("no", []),
    ],
)
def test_an_index_gives_what_a_text_concerns(text: str, things: list[str]) -> None:
    patterns = {
        "always": "",
        "virus": "virus",
        "malware": "(?:mal|spy)ware",
        "short": r"\bab\b",
        "phone": "phones?",
        "digits": r"\d+ days",
    }
    index = Index((needed([pattern]), name) for name, pattern in patterns.items())
    others = ["a virus", "a phone in 2 days", "b"] * 100
    assert [*index.concerned([*others, text])][-1] == ["always", *things]
    assert [*index.concerned([text])] == [["always", *things]]


def _patterns() -> list[tuple[str, str, Needed]]:
    return [
        (f"{tag} {rule.id}", pattern.pattern, rule.needed)
        for tag, book in BOOKS.items()
        for rule in book.rules
        for pattern in rule.patterns
    ]


@pytest.mark.parametrize(("rule", "pattern", "words"), _patterns())
def test_whatever_a_pattern_finds_holds_what_it_needs(
    rule: str, pattern: str, words: Needed
) -> None:
    """As Python's own reader of patterns sees it."""
    assert _holds(parse(pattern), words)


def _holds(tree: Any, words: Needed, run: str = "") -> bool:
    """Whether each way through a pattern passes one of the words; `run`: the letters before it."""
    for kind, what in [*tree, (None, None)]:
        if kind in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            continue
        if kind is codes.LITERAL:
            run += chr(what)
            continue
        if any(word in run for word in words.words) or _inside(kind, what, words, run):
            return True
        run = ""
    return False


def _inside(kind: Any, what: Any, words: Needed, run: str) -> bool:
    if kind is codes.SUBPATTERN:
        return _holds(what[3], words, run)
    if kind is codes.BRANCH:
        return all(_holds(way, words, run) for way in what[1])
    if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return what[0] > 0 and _holds(what[2], words)
    digit = (codes.CATEGORY, codes.CATEGORY_DIGIT)
    return kind is codes.IN and words.digit and what == [digit]


def _lines(tag: str) -> list[str]:
    """Every line of the tests and of the course that is, or may be, in a language."""
    top = HERE.parents[1]
    files = [*HERE.glob(f"*_{tag}.md"), *top.glob(f"locales/{tag}/siu/*.po")]
    if tag == "en":
        files += [*top.glob("courses/*/modules/*.md"), *HERE.parent.glob("problems/**/*.md")]
    lines = (line for file in files for line in file.read_text("utf-8").split("\n"))
    return sorted({re.sub(r'^(?:\w+: |msgstr ")', "", line) for line in lines if line})


@pytest.mark.parametrize("tag", TAGS)
def test_no_finding_is_lost(tag: str) -> None:
    book, number = BOOKS[tag], 0
    asked_always = replace(
        book, rules=tuple(replace(one, needed=Needed(ALWAYS, False)) for one in book.rules)
    )
    for line in _lines(tag):
        passage = Passage(book.fold(line))
        every = _found(asked_always, passage)
        assert _found(book, passage) == every
        number += len(every)
    assert number > 30


def _found(book: Book, passage: Passage) -> list[tuple[str, list[tuple[int, int]]]]:
    found = ((rule.id, finds(rule, book, passage)) for rule in next(book.concerned([passage.text])))
    return [(name, places) for name, places in found if places]


def test_few_rules_are_asked_of_a_lesson() -> None:
    """Of the English lessons; a rule that needs next to nothing costs as if it needed nothing."""
    files = HERE.parents[1].glob("courses/safe-internet-use/modules/*.md")
    lines = [line for file in files for line in file.read_text("utf-8").split("\n") if line]
    book = BOOKS["en"]
    asked = sum(rule.needed.within(book.fold(line)) for line in lines for rule in book.rules)
    assert asked < len(lines) * len(book.rules) / 8


def test_letters_that_a_search_without_case_takes_for_one_are_folded_to_one() -> None:
    for code in range(0x2FFF):
        sign = chr(code)
        for other in {sign.lower(), sign.upper(), sign.title(), "ı", "i", "s", "k"}:
            if len(other) == 1 and re.fullmatch(re.escape(sign), other, re.IGNORECASE):
                assert folded(sign) == folded(other), (sign, other)
