from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handmade import choice, course, entry, fill_in, numeric, scam, write
from kandil.localize.apply import localize
from kandil.localize.coverage import gate, lacking
from kandil.model.blocks import Callout, Heading, Paragraph, Quiz
from kandil.model.course import Course, Gate
from kandil.model.edition import Coverage, Edition, Kind
from kandil.model.inlines import Blank, Emphasis
from kandil.model.interactions import Choice, FillIn
from kandil.model.text import Text, texts

DAY = date(2026, 11, 24)
HEADING = "Why scams work"


def build(
    folder: Path, kind: Kind = "release", tag: str = "uk", of: Course | None = None
) -> tuple[Edition, list[str]]:
    edition, problems = localize(of or course(), tag, kind, DAY, (tag,), (folder,))
    assert edition
    return edition, [p.code for p in problems if p.code != "G001"]


def heading(edition: Edition) -> Text:
    block = edition.course.modules[0].blocks[0]
    assert isinstance(block, Heading)
    assert block.anchor == "why-scams-work"
    return block.text


def question(edition: Edition, number: int = 0) -> Choice:
    (quiz,) = (b for b in edition.course.modules[0].blocks if isinstance(b, Quiz))
    found = quiz.questions[number]
    assert isinstance(found, Choice)
    return found


def languages(edition: Edition) -> set[str]:
    return {one.lang for one in texts(question(edition))}


@pytest.mark.parametrize(
    ("state", "kind", "shown"),
    [
        ("", "release", True), ("reviewed", "release", True), ("draft", "release", False),
        ("outdated", "release", False), ("draft", "preview", True), ("", "preview", True),
        ("outdated", "preview", False),
    ],
)  # fmt: skip
def test_what_each_state_shows(tmp_path: Path, state: str, kind: Kind, shown: bool) -> None:
    write(tmp_path, entry(HEADING, "Чому діє шахрайство", state=state))
    edition, problems = build(tmp_path, kind)
    words = heading(edition)
    assert problems == []
    assert (words.plain, words.lang) == (
        ("Чому діє шахрайство", "") if shown else (HEADING, "en")
    )  # fmt: skip


def test_markup_of_the_translation_is_read(tmp_path: Path) -> None:
    source = "We act quickly. The first step is to *stop*."
    write(tmp_path, entry(source, "Спершу *зупиніться*: ми діємо швидко."))
    edition, _ = build(tmp_path)
    block = edition.course.modules[0].blocks[1]
    assert isinstance(block, Paragraph)
    assert block.text.inlines == ("Спершу ", Emphasis(("зупиніться",)), ": ми діємо швидко.")
    assert block.text.source == source


def test_a_whole_question_is_translated(tmp_path: Path) -> None:
    write(tmp_path, *scam())
    edition, problems = build(tmp_path)
    assert problems == []
    assert languages(edition) == {""}
    assert question(edition).prompt.plain == "Яке повідомлення шахрайське?"
    assert [option.right for option in question(edition).options] == [False, True]


@pytest.mark.parametrize("word", ["Which", "The", "Confirm", "Look"])
def test_a_question_is_all_or_nothing(tmp_path: Path, word: str) -> None:
    write(tmp_path, *scam(**{word: ""}), entry(HEADING, "Чому"))
    edition, _ = build(tmp_path)
    assert languages(edition) == {"en"}
    assert heading(edition).lang == ""


def test_one_draft_answer_keeps_a_release_in_the_source(tmp_path: Path) -> None:
    path = write(tmp_path, *scam()[:3], scam("draft")[3])
    assert languages(build(tmp_path)[0]) == {"en"}
    assert languages(build(tmp_path, "preview")[0]) == {""}
    assert path.exists()


def test_answers_that_became_the_same_are_an_error_and_fall_back(tmp_path: Path) -> None:
    write(tmp_path, *scam(Confirm="Поліклініка `PIN` зачинена", The="Поліклініка PIN зачинена"))
    edition, problems = build(tmp_path)
    assert problems == ["L007"]
    assert languages(edition) == {"en"}


def test_a_damaged_text_falls_back_and_is_an_error(tmp_path: Path) -> None:
    source = "Read [how to check](tin-2.md) or call {helpline}."
    path = write(tmp_path, entry(source, "Читайте або телефонуйте {helpline}."))
    edition, problems = localize(course(), "uk", "release", DAY, ("uk",), (tmp_path,))
    assert edition
    (problem,) = (p for p in problems if p.code != "G001")
    assert (problem.code, problem.place.file) == ("L002", path.as_posix())
    assert path.read_text("utf-8").split("\n")[problem.place.line - 1].startswith("msgstr")
    block = edition.course.modules[0].blocks[2]
    assert isinstance(block, Paragraph)
    assert block.text.lang == "en"


def test_a_warning_does_not_hide_the_translation(tmp_path: Path) -> None:
    write(tmp_path, entry("Wait 10 minutes.", "Зачекайте."))
    edition, problems = build(tmp_path)
    assert problems == ["L006"]
    block = edition.course.modules[0].blocks[3]
    assert isinstance(block, Paragraph)
    assert block.text.plain == "Зачекайте."


def test_a_draft_that_no_release_shows_is_not_checked(tmp_path: Path) -> None:
    write(tmp_path, entry("Wait 10 minutes.", "Це *я*.", state="draft"))
    assert build(tmp_path)[1] == []
    assert set(build(tmp_path, "preview")[1]) == {"L006", "L008"}


def test_blanks_may_have_other_answers_and_another_decimal_sign(tmp_path: Path) -> None:
    write(
        tmp_path,
        entry("Complete the sentence", "Доповніть", "gap"),
        entry("It is a password [[manager | safe]].", "Це [[менеджер]] паролів.", "gap"),
        entry("How long?", "Якої довжини?", "long"),
        entry("Use at least [[= 1.5]] words.", "Уживайте не менш як [[= 1,5]] слова.", "long"),
    )
    edition, problems = build(tmp_path, of=course(fill_in(), numeric()))
    assert problems == []
    quiz = edition.course.modules[0].blocks[-1]
    assert isinstance(quiz, Quiz)
    gap, number = quiz.questions
    assert isinstance(gap, FillIn)
    assert Blank(("менеджер",)) in next(texts(gap.body)).inlines
    assert not next(texts(number)).lang


def test_a_countrys_file_holds_only_what_differs(tmp_path: Path) -> None:
    write(tmp_path, entry(HEADING, "De ce"), entry("Take care", "Atenție"), tag="ro")
    write(tmp_path, entry(HEADING, "De ce, în Moldova"), tag="ro-MD")
    edition, _ = build(tmp_path, tag="ro-MD")
    assert (heading(edition).plain, heading(edition).lang) == ("De ce, în Moldova", "")
    callout = edition.course.modules[0].blocks[4]
    assert isinstance(callout, Callout)
    assert callout.title
    assert (callout.title.plain, callout.title.lang) == ("Atenție", "")


def test_russian_is_used_only_where_the_publisher_says_so(tmp_path: Path) -> None:
    write(tmp_path, entry(HEADING, "Почему"), *scam(), tag="ru")
    assert heading(build(tmp_path)[0]).lang == "en"
    edition, _ = build(tmp_path, of=course(fallback=("ru",)))
    assert (heading(edition).plain, heading(edition).lang) == ("Почему", "ru")
    assert languages(edition) == {"ru"}
    assert edition.coverage["tin-1"].reviewed == 0


def test_a_question_never_mixes_the_language_with_its_fallback(tmp_path: Path) -> None:
    write(tmp_path, *scam()[:2])
    write(tmp_path, *scam()[2:], tag="ru")
    assert languages(build(tmp_path, of=course(fallback=("ru",)))[0]) == {"en"}


def test_a_variant_of_the_sources_language_needs_only_what_differs(tmp_path: Path) -> None:
    write(tmp_path, entry(HEADING, "Why frauds work"), scam()[0], tag="en-GB")
    edition, problems = localize(course(), "en-GB", "release", DAY, ("en-GB",), (tmp_path,))
    assert problems == []
    assert edition
    assert heading(edition).plain == "Why frauds work"
    assert {one.lang for one in texts(edition.course.modules[0].blocks)} == {""}


def test_the_source_locale_is_the_same_course(tmp_path: Path) -> None:
    one = course()
    edition, problems = localize(one, "en", "release", DAY, ("en",), (tmp_path,))
    assert edition
    assert edition.course is one
    assert (problems, edition.coverage, edition.drafts) == ([], {}, frozenset())


@pytest.mark.parametrize("kind", ["preview", "release"])
def test_a_source_without_interface_words_is_not_built(tmp_path: Path, kind: Kind) -> None:
    _, problems = localize(course(language="fr"), "fr", kind, DAY, ("fr",), (tmp_path,))
    assert {problem.code for problem in problems} == {"G001"}
    assert "0 % of the interface" in problems[0].message
    assert problems[0].hint.endswith("'kandil i18n update courses/tiny --locale fr' makes it.")
    _, problems = localize(course(language="uk"), "uk", "preview", DAY, ("uk",))
    assert problems == []


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_a_pseudo_locale_is_a_preview_only(tmp_path: Path, tag: str) -> None:
    assert localize(course(), tag, "preview", DAY, (tag,), (tmp_path,))[1] == []
    (problem,) = localize(course(), tag, "release", DAY, (tag,), (tmp_path,))[1]
    assert problem.code == "G002"
    assert tag in problem.message


def test_drafts_name_the_lessons_that_show_unreviewed_words(tmp_path: Path) -> None:
    write(tmp_path, entry("Wait 10 minutes.", "Зачекайте 10 хвилин."))
    assert build(tmp_path)[0].drafts == frozenset()
    write(tmp_path, entry("Somebody may watch.", "Хтось може дивитися."))
    assert build(tmp_path)[0].drafts == {"tin-1"}
    write(tmp_path, entry("Wait 10 minutes.", "Зачекайте 10 хвилин.", state="draft"))
    assert build(tmp_path)[0].drafts == frozenset()
    assert build(tmp_path, "preview")[0].drafts == {"tin-1"}


def test_coverage_counts_words_by_state(tmp_path: Path) -> None:
    write(
        tmp_path,
        entry(HEADING, "Чому", state="draft"),
        entry("Wait 10 minutes.", "Зачекайте 10 хвилин.", state="outdated"),
        entry("Somebody may watch.", "Хтось може дивитися.", state="reviewed"),
        *scam(""),
    )
    found = build(tmp_path)[0].coverage["tin-1"]
    assert (found.draft, found.outdated, found.translated, found.reviewed) == (3, 3, 17, 3)
    assert (found.guarded, found.guarded_reviewed) == (1 + 2 + 3 + 17, 3)


def gates(folder: Path, of: Course, kind: Kind) -> list[str]:
    _, problems = localize(of, "uk", kind, DAY, ("uk",), (folder,))
    return [p.message for p in problems if p.code == "G001" and "interface" not in p.message]


def test_gates_say_what_is_missing(tmp_path: Path) -> None:
    of = course(release_gate=Gate(40, 10), preview_gate=Gate(40))
    write(tmp_path, *scam("draft"))
    release = gates(tmp_path, of, "release")
    assert release == [
        "tin-uk as a release: people have translated 0 % of the text, 40 % needed: 47 words to go",
        "tin-uk as a release: people have reviewed 0 % of the titles, questions and safety notes,"
        " 10 % needed: 24 words to go",
        "tin-uk as a release: people have reviewed 0 % of the exit and warning words, 10 % needed:"
        f" {release[-1].split()[-4]} words to go",
    ]
    assert gates(tmp_path, of, "preview") == [
        "tin-uk as a preview: 0 % of the course's own words translated, 40 % needed: 1 word to go",
        "tin-uk as a preview: 36 % of the text translated, 40 % needed: 29 words to go",
    ]
    write(tmp_path, entry(of.title.source, "Крихта", state="draft"), part="course")
    assert gates(tmp_path, course(preview_gate=Gate(36)), "preview") == []


def test_a_preview_asks_each_lesson_by_itself() -> None:
    of = course()
    second = replace(of.modules[0], id="tin-2")
    of = replace(of, modules=(*of.modules, second))
    done, half, most = Coverage(10, 0, 0, 10), Coverage(1000, 599), Coverage(1000, 600)

    def told(kind: Kind, **parts: Coverage) -> list[tuple[str, str]]:
        named = {name.replace("_", "-"): part for name, part in parts.items()}
        return [(p.code, p.hint) for p in gate(of, "uk", kind, named)]

    assert told("preview", course=done, tin_1=most, tin_2=done) == []
    hint = "With 1 word more in tin-1.po a preview has this lesson."
    assert told("preview", course=done, tin_1=half, tin_2=done) == [("G005", hint)]
    assert lacking(of, "preview", {"tin-1": half, "tin-2": done}) == {
        "tin-1": "59 % of the text translated, 60 % needed"
    }
    nearest = "Nearest to done: {}.po, {} words to go."
    stopped = [("G001", nearest.format("tin-1", 401))]
    assert told("preview", course=done, tin_1=half, tin_2=half) == stopped
    # Many finished words of course.yml do not make up for lessons that nobody could read.
    assert told("preview", course=Coverage(9000, 9000), tin_1=half, tin_2=half) == stopped
    own = told("preview", course=Coverage(10, 5), tin_1=half, tin_2=done)
    assert own == [("G001", nearest.format("course", 5))]
    ui = told("preview", course=done, tin_1=half, tin_2=done, ui=Coverage(10, 5))
    assert ui == [("G001", nearest.format("ui", 5))]
    assert [code for code, _ in told("release", course=done, tin_1=half, tin_2=done)] == ["G001"]
    assert lacking(of, "release", {"tin-1": half, "tin-2": done}) == {}


def test_an_unknown_locale_is_a_problem(tmp_path: Path) -> None:
    edition, (problem,) = localize(course(), "kk-Latn", "release", DAY, (), (tmp_path,))
    assert edition is None
    assert problem.code == "L013"


def test_a_broken_catalogue_is_one_problem_and_the_source_is_shown(tmp_path: Path) -> None:
    path = write(tmp_path, entry(HEADING, "Чому"))
    path.write_text(path.read_text("utf-8") + 'msgid "a" b"\n', "utf-8")
    edition, problems = build(tmp_path)
    assert problems == ["L001"]
    assert heading(edition).lang == "en"


def test_trainers_words_are_translated_like_the_rest(tmp_path: Path) -> None:
    write(tmp_path, entry("For trainers.", "Для тренерів."))
    (block,) = build(tmp_path)[0].course.modules[0].trainer
    assert isinstance(block, Paragraph)
    assert (block.text.plain, block.text.lang) == ("Для тренерів.", "")


def test_no_learners_edition_waits_for_the_trainers_words(tmp_path: Path) -> None:
    """They are counted in no gate, and their draft makes no page of hers a draft."""
    write(tmp_path)
    without = build(tmp_path, "preview")[0]
    write(tmp_path, entry("For trainers.", "Для тренерів.", state="draft"))
    edition = build(tmp_path, "preview")[0]
    assert edition.coverage["tin-1"] == without.coverage["tin-1"]
    assert "tin-1" not in edition.drafts
    (block,) = edition.course.modules[0].trainer
    assert isinstance(block, Paragraph) and block.text.plain == "Для тренерів."


def test_choice_keeps_letters_and_ids(tmp_path: Path) -> None:
    write(tmp_path, *scam())
    found = question(build(tmp_path)[0])
    assert (found.id, [o.letter for o in found.options]) == (choice().id, ["a", "b"])
