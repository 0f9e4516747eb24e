from __future__ import annotations

import pytest
from handmade import text
from kandil.localize.checks import check
from kandil.localize.compared_answers import copied_answers, same_answers
from kandil.localize.entries import Entry
from kandil.localize.units import Unit
from kandil.model.inlines import Inlines
from kandil.problems import Place

HERE = Place("locales/uk/tin/tin-1.po", 7)


def entry(source: str, words: str) -> Entry:
    return Entry("", source, (words,), "translated", HERE)


def codes(source: str, words: str, answer: str = "") -> list[str]:
    return [p.code for p in check(Unit(text(source), answer=answer), entry(source, words)).problems]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Read [this](siu-2.md) now", "[Це](siu-2.md) прочитайте"),
        ("It is *very* **good**", "Це *дуже* **добре**"),
        ("It is *very* good", "Це дуже добре"),
        ("Open `https` first", "Спершу `https`"),
        ("Fill [[manager | safe]]", "Впишіть [[менеджер]]"),
        ("Use [[= 1.5]] words", "Уживайте [[= 1,5]] слова"),
        ("Call {helpline}", "Телефонуйте {helpline}"),
        ("In 2026, 1,000 times", "У 2026 — 1 000 разів"),
        ("It weighs 1,500 g", "Важить 1500 г"),
        ("At 10:30 there are 1,000,000", "О 10.30 їх 1 000 000"),
        ("Wait 10 minutes", "انتظر ١٠ دقائق"),
        ("A note[^1] here", "Примітка[^1] тут"),
        ("Yes", "Правильно, так"),
        ("Say \u2068PIN\u2069", "قل \u2068PIN\u2069"),
        ('"Are you well?"', "— Як ви?"),
        ("a < b", "a < b"),
        ("Wait [[= 5]] and [[= 100 ± 5]]", "Зачекайте [[= 5,0]] і [[= 100 ± 5,00]]"),
    ],
)
def test_whole_translations(source: str, words: str) -> None:
    assert codes(source, words) == []


@pytest.mark.parametrize(
    ("source", "words", "code"),
    [
        ("Read [this](siu-2.md) now", "Прочитайте це", "L002"),
        ("Read [this](siu-2.md) now", "Прочитайте [це](siu-3.md)", "L002"),
        ("Read this now", "Прочитайте [це](siu-3.md)", "L002"),
        ("A note[^1] here", "Примітка тут", "L002"),
        ("Open `https` first", "Спершу https", "L003"),
        ("Open `https` first", "Спершу `хттпс`", "L003"),
        ("Fill [[manager]] in", "Впишіть менеджер", "L004"),
        ("Fill [[manager]] in", "Впишіть [[= 3]]", "L004"),
        ("Use [[= 3]] words", "Уживайте [[= 4]] слова", "L004"),
        ("Use three words", "Уживайте [[три]] слова", "L004"),
        ("Call {helpline}", "Телефонуйте", "L005"),
        ("Call {helpline}", "Телефонуйте {телефон}", "L005"),
        ("Call us", "Телефонуйте {helpline}", "L005"),
        ("Wait 10 minutes", "Зачекайте 100 хвилин", "L006"),
        ("Wait 1.5 minutes", "Зачекайте 15 хвилин", "L006"),
        ("Wait 10 minutes", "Зачекайте", "L006"),
        ("It is good", "Це *добре*", "L008"),
        ("It is good", "Це **добре**", "L008"),
        ("It is *good*", "Це *добре", "L008"),
        ("It is good", "- Це добре", "L008"),
        ("It is good", "## Це добре", "L008"),
        ("It is good", "`Це добре", "L008"),
        ("Yes", "Так, звичайно, саме так воно і є, без жодного сумніву", "L009"),
        ("Say PIN", "قل \u2067PIN", "L010"),
        ("Say PIN", "قل PIN\u2069", "L010"),
        ("It is good", "Це <b>добре</b>", "L015"),
        ("Read [this](siu-2.md) now", "[Це](javascript:alert(1))", "L015"),
    ],
)
def test_damage(source: str, words: str, code: str) -> None:
    assert code in codes(source, words)


def test_what_the_reader_refuses_hides_no_other_damage() -> None:
    source = "Call 112, read [this](tin-2.md) and `PIN`"
    assert codes(source, "Це <b>все</b>") == ["L015", "L002", "L003", "L006"]
    assert codes("Read [this](tin-2.md)", "[Це](javascript:x)") == ["L015"]


def test_words_in_code_marks_may_change_in_an_answer() -> None:
    assert codes("`river-candle`", "`ріка-свічка`", answer="Option text") == []


def test_only_errors_hide_a_translation() -> None:
    unit = Unit(text("Wait 10 minutes"))
    checked = check(unit, entry("Wait 10 minutes", "Зачекайте"))
    assert checked.problems
    assert not checked.damaged


def test_a_problem_stands_in_the_po_file_and_names_the_source() -> None:
    (problem,) = check(Unit(text("Call {a}", 83)), entry("Call {a}", "Телефонуйте")).problems
    assert problem.place == HERE
    assert problem.message == "The placeholder '{a}' was lost or changed"
    assert problem.hint == "The source stands in courses/tiny/modules/tin-1.md:83."


def test_answers_must_stay_different() -> None:
    units = [Unit(text("Shut"), answer="Option text"), Unit(text("Closed"), answer="Option text")]
    shown = [(unit, ("Зачинено",), entry(unit.text.source, "Зачинено")) for unit in units]
    (problem,) = same_answers(shown)
    assert problem.code == "L007"
    shown[1] = (units[1], ("Закрито",), shown[1][2])
    assert same_answers(shown) == []


def test_answers_that_differ_by_case_alone_may_stay_so() -> None:
    units = [Unit(text("`Pass`"), answer="Option text"), Unit(text("`pass`"), answer="Option text")]
    assert same_answers([(u, u.text.inlines, entry("", "x")) for u in units]) == []


def _answers(*pairs: tuple[str, str]) -> list[tuple[Unit, Inlines, Entry]]:
    """(source, translation) of the answers of a question."""
    return [
        (Unit(text(source), answer="Option text"), text(words).inlines, entry("", words))
        for source, words in pairs
    ]


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([("Ask a friend", "Ask a friend"), ("Open the link", "Відкрити посилання")], 1),
        ([("Ask a friend.", "Ask a friend!"), ("Open the link", "Відкрити посилання")], 1),
        ([("Strong password", "Strong password"), ("Open it", "Відкрити")], 1),
        ([("password", "password"), ("Open it", "Відкрити")], 1),
        ([("WhatsApp", "WhatsApp"), ("Open it", "Відкрити")], 0),
        ([("Google Play", "Google Play"), ("Open it", "Відкрити")], 0),
        ([("`river candle boat`", "`river candle boat`"), ("Your name", "Ваше ім’я")], 0),
        ([("river candle boat", "river candle boat"), ("password1", "password1")], 0),
        ([("2023", "2023"), ("Open it", "Відкрити")], 0),
        ([("Ask a friend", "Спитати подругу"), ("Open it", "Відкрити")], 0),
    ],
)
def test_one_answer_that_stayed_gives_the_key_away(pairs: list[tuple[str, str]], told: int) -> None:
    assert [one.code for one in copied_answers(_answers(*pairs))] == ["L027"] * told
