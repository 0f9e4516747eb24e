from __future__ import annotations

import polib
from handmade import course, text
from kandil.localize.extract import extract, template


def test_units_of_a_lesson_in_the_order_of_the_source() -> None:
    found = extract(course().modules[0])
    assert [(e.msgctxt, e.msgid, e.comment, e.occurrences[0][1]) for e in found] == [
        (None, "Scams", "title", "2"),
        (None, "Why scams work", "heading", "4"),
        (None, "We act quickly. The first step is to *stop*.", "paragraph", "5"),
        (None, "Read [how to check](tin-2.md) or call {helpline}.", "paragraph", "6"),
        (None, "Wait 10 minutes.", "paragraph", "7"),
        (None, "Take care", "paragraph", "8"),
        (None, "Somebody may watch.", "paragraph", "8"),
        ("q", "Check", "paragraph", "9"),
        ("scam", "Which message is a scam?", "question", "10"),
        ("scam", "The clinic is closed", "wrong answer", "12"),
        ("scam", "Confirm your `PIN` here", "right answer", "13"),
        ("scam", "Look for two signs.", "hint", "15"),
        (None, "For trainers.", "paragraph, for the trainer", "30"),
    ]


def test_true_and_false_are_no_units() -> None:
    assert not [e for e in extract(course().modules[0]) if e.msgid in ("True", "False")]


def test_the_file_is_as_the_design_shows_it() -> None:
    words = str(extract(course().modules[0]))
    assert '"Content-Type: text/plain; charset=UTF-8\\n"' in words
    assert '"X-Segments: 1\\n"' in words
    assert (
        "#. right answer\n#: modules/tin-1.md:13\n#, md-text\n"
        'msgctxt "scam"\nmsgid "Confirm your `PIN` here"\nmsgstr ""\n'
    ) in words


def test_long_lines_are_never_wrapped_and_survive_a_round_trip() -> None:
    long = " ".join(["a long sentence"] * 30)
    words = str(template("x", [(text(long), "a.md")]))
    assert f'msgid "{long}"' in words
    assert str(polib.pofile(words, wrapwidth=-1)) == words


def test_one_sentence_twice_is_one_entry_with_both_places_and_roles() -> None:
    found = [(text("Same", 3), "a.md"), (text("Same", 9, role="feedback"), "a.md")]
    (entry,) = template("x", found)
    assert entry.occurrences == [("a.md", "3"), ("a.md", "9")]
    assert entry.comment == "paragraph\nfeedback"


def test_course_yml_has_a_file_of_its_own() -> None:
    (entry,) = extract(course())
    assert (entry.msgid, entry.occurrences) == ("Tiny", [("course.yml", "2")])
