"""What formats other than the site are handed: XML for a book, and words for a text file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folder import lesson as lesson_words
from folder import put, settings
from kandil.build.prepare import prepare
from kandil.build.reading import read
from kandil.build.wanted import Wanted
from kandil.localize.words import answers
from kandil.localize.words.credits import lesson_credits
from kandil.model.edition import Edition
from kandil.model.interactions import Interaction
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.html.lesson_content import Content, write_lesson
from kandil.render.site import assets
from lxml import etree
from standin import choice, course, edition, fill_in, module, numeric, quiz, text, true_false
from territory.sample import DAY, contact, territory
from textbook import lesson

TINY, QUIET = (Path("tests/courses") / name for name in ("tiny", "quiet"))
EVERY_COURSE = sorted(
    file.parent
    for folder in ("courses", "tests/courses")
    for file in Path(folder).glob("*/course.yml")
)


def editions(folder: Path, *locales: str, code: str = "") -> list[Edition]:
    found, problems = read(folder)
    assert found, problems
    wanted = Wanted("preview", DAY, locales or (found.language, "uk", "ar-XB"), code)
    return prepare(found, problems, replace(wanted, own_territories=True), lambda _: None).editions


def written(of: Edition, **flags: bool) -> Iterator[Content]:
    pictures = Pictures(Path(of.course.folder))
    for one in of.course.modules:
        yield write_lesson(PageContext(of, pictures, one, **flags), one)


def parsed(content: Content) -> etree._Element:
    """Each part is well-formed by itself."""
    root = etree.Element("main")
    for part in (content.title, content.objectives, content.body, content.terms):
        root.append(etree.fromstring(f"<div>{part}</div>"))
    return root


@pytest.mark.parametrize("folder", EVERY_COURSE, ids=lambda path: str(path.name))
def test_the_content_is_xml_and_a_book_has_each_id_once(folder: Path) -> None:
    for of in editions(folder):
        roots = [parsed(content) for content in written(of, keeps=True, book=True)]
        ids = [str(one.get("id")) for root in roots for one in root.iter() if one.get("id")]
        assert len({*ids}) == len(ids)
        known = {*ids, *(one.id for one in of.course.modules)}
        targets = {link.get("href", "") for root in roots for link in root.iter("a")}
        assert {one for one in targets if one[1:] not in known and "://" not in one} == set()


def test_help_with_contacts_and_records_are_xml(helpful: Edition) -> None:
    [content] = written(helpful)
    root = parsed(content)
    assert [one.text for one in root.iter("b")] == ["0 322 000 001"]
    assert "Nine of ten." in content.body and "tel:" not in content.body


def test_a_book_leads_from_lesson_to_lesson_by_ids() -> None:
    made = edition(course(module("tin-1"), module("tin-2")))
    page = PageContext(made, Pictures(Path()), made.course.modules[0])
    book = replace(page, book=True)
    for target, address, in_book in (
        ("#here", "#here", "#tin-1-here"),
        ("tin-2", "tin-2.html", "#tin-2"),
        ("tin-2#one", "tin-2.html#one", "#tin-2-one"),
    ):
        assert (page.address(target), book.address(target)) == (address, in_book)


def test_what_xml_needs_and_html_does_not_goes_from_a_page() -> None:
    made = (
        '<ul><li>One</li ><li>Two<br /></li ></ul>\n<p hidden="" class="a b" id="x">Z</p >\n<hr />'
    )
    page = '<ul><li>One<li>Two<br></ul><p hidden class="a b" id=x>Z<hr>'
    assert assets.tight(made) == page


def test_a_paragraph_ends_where_the_next_begins_and_words_keep_their_marks() -> None:
    made = '<p title="&#34;A&#34;">&#34;It&#39;s&#34;</p>\n<p>B</p></div><a><p>C</p></a>'
    page = '<p title="&#34;A&#34;">"It\'s"<p>B</div><a><p>C</p></a>'
    assert assets.tight(made) == page
    kept = '<a href="tin-1.html">1</a><img alt=""><svg><path/></svg>'
    assert assets.tight(kept) == kept


def test_a_block_without_its_title_is_no_page() -> None:
    made = edition(course(module("tin-1")))
    found, _ = read(TINY)
    assert found
    with pytest.raises(ValueError, match="not finished"):
        BlockWriter(PageContext(made, Pictures(Path()))).write(found.modules[0].blocks)


@pytest.fixture
def helpful(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """A lesson with records and an empty `## Help`, for a territory with one contact."""
    monkeypatch.chdir(tmp_path)
    words = lesson_words(
        "<!-- facts -->\n\n## Help", "reviewers: [Ana]\n", name="tin-1", title="One"
    )
    put(tmp_path, {"course.yml": settings("tin-1", name="tin"), "modules/tin-1.md": words})
    record = '{id: a, text: {en: "Nine of ten."}, year: 2024, source: Survey, checked: 2026-01-01, '
    record += "url: https://example.org/s, expires: 2027-01-01}"
    above = f'status_note: {{en: "See resolution 1244."}}\nfacts: [{record}]\n'
    territory(tmp_path, contact(3), above=above)
    [made] = editions(Path(), "en", code="GE")
    return made


def test_a_text_file_has_the_contacts_the_records_and_the_status(helpful: Edition) -> None:
    words = lesson(helpful, helpful.course.modules[0])
    for part in (
        "Nine of ten. (Survey, 2024. Good until January 1, 2027.)",
        "These contacts are for Georgia*.",
        "0 322 000 001 (call), free, day and night, every day",
        "Checked on November 21, 2026. If that is more than 6 months ago, ask a trainer.",
        "Do not rely on these contacts after February 19, 2027.",
        "Reviewed by Ana.",
        "* See resolution 1244.",
    ):
        assert part in words.split("\n")


def test_advice_that_nobody_has_reviewed_was_written_and_not_checked() -> None:
    [made] = editions(TINY, "en")
    first = made.course.modules[0]
    reviewed = replace(first, reviewers=("Ana",))
    alone, looked = (tuple(lesson_credits(made, one).dates) for one in (first, reviewed))
    assert alone[0] == "Advice written: November 2026."
    assert looked[0] == "Advice checked: November 2026."


def test_a_text_file_has_all_that_a_learner_must_get_in_her_language() -> None:
    [of] = editions(TINY, "uk")
    first = replace(of, as_of=date(2028, 1, 1)).course.modules[0]
    late = replace(of, as_of=date(2028, 1, 1))
    words = lesson(late, first)
    for message in (
        "This translation has not been reviewed by a person.",
        "This lesson has not been reviewed by a specialist.",
        "Before you start",
        "Why it matters",
        "Help",
        "Ask your trainer or a trusted women's organisation.",
        "Take care",
    ):
        assert of.translate(message) != message
        assert of.translate(message) in words.split("\n"), message
    expired = of.translate("This advice was good until {month}. Parts of it may be old.")
    assert expired.partition("{month}")[0] in words
    assert "A book about small things (2018)" in words.split("\n")
    assert words.endswith("CC BY-SA 4.0")


def test_a_sensitive_course_begins_with_its_note() -> None:
    [of] = editions(QUIET, "en")
    assert lesson(of, of.course.modules[0]).split("\n")[1] == "Is it safe to read this now?"


@pytest.mark.parametrize(
    ("question", "key"),
    [
        (
            choice("one", "b"),
            ["A Not this one.", "B This one.", "C Not this one.", "D Not this one."],
        ),
        (true_false("two"), ["False Not this one.", "True This one."]),
        (fill_in("three"), ["email · mail"]),
        (numeric("four"), ["3"]),
        (choice("five", "b", scored=False), []),
    ],
)
def test_the_key_of_a_question_in_words(question: Interaction, key: list[str]) -> None:
    made = edition(course(module("tin-1", quiz(question))))
    assert [answer.plain() for answer in answers.key(made, question)] == key


def test_the_author_s_reason_stands_behind_the_answer() -> None:
    asked = choice("one", "b")
    second = replace(asked.options[1], feedback=(text("Because."),))
    asked = replace(asked, options=(asked.options[0], second), why=(text("In short."),))
    assert [one.plain() for one in answers.key(edition(), asked)][1] == "B This one. Because."
    assert [one.plain for one in answers.reasons(asked)] == ["In short."]
