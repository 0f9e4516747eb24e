"""Ordinary headings and lines, in each language, of which nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.tables import GROUPS, ITEMS, NUMBERS, PAIRS, TITLES, problems_of, words_of

_WORDS = "Some words about it.\n"
HEADINGS = [
    ("en", "Match-fixing and fraud", PAIRS),
    ("en", "Match reports from 2024", PAIRS),
    ("en", "Match of the day", PAIRS),
    ("en", "Order of events", NUMBERS),
    ("en", "Order a taxi safely", NUMBERS),
    ("en", "Order your new card", NUMBERS),
    ("en", "Poll results", ITEMS),
    ("en", "Poll dates this year", ITEMS),
    ("en", "Sort of a secret", GROUPS),
    ("en", "Cards and cash", PAIRS),
    ("en", "💳 Cards you own", PAIRS),
    ("en", "📊 Poll results", ITEMS),
    ("en", "10 questions to ask", ITEMS),
    ("en", "Cards 101", ITEMS),
    ("en", "Scenario 1", _WORDS),
    ("en", "Training for everybody", _WORDS),
    ("en", "Train stations", _WORDS),
    ("en", "How to become a trainer", _WORDS),
    ("en", "Looking for a trainer", _WORDS),
    ("en", "Ask the trainer", _WORDS),
    ("en", "Notes from the trainer", _WORDS),
    ("en", "Take notes while the trainer speaks", _WORDS),
    ("en", "Ask a teacher", _WORDS),
    ("en", "Teachers and phones", _WORDS),
    ("en", "Talk to the teacher", _WORDS),
    ("en", "What facilitators do", _WORDS),
    ("ru", "Ведущие приложения", _WORDS),
    ("uk", "Учителька та її телефон", _WORDS),
    ("tr", "Öğretmenler ve telefonlar", _WORDS),
    ("ka", "მასწავლებელი და ტელეფონი", _WORDS),
    ("fr", "La formatrice raconte", _WORDS),
    ("ru", "Вопрос тренеру и ответ", _WORDS),
    ("tr", "Bir eğitmen anlatıyor", _WORDS),
    ("en", "(Question marks)", _WORDS),
    ("ru", "Порядок в доме", NUMBERS),
    ("ru", "Порядок действий", NUMBERS),
    ("ru", "Опрос по итогам года", ITEMS),
    ("ru", "Опрос 1991 и его итоги", _WORDS),
    ("ru", "Карточки и наличные", PAIRS),
    ("ru", "Соответствие закону", _WORDS),
    ("ru", "Тренажёр паролей", _WORDS),
    ("ru", "Тренировка памяти", _WORDS),
    ("ru", "Банк и его клиенты", ITEMS),
    ("uk", "Порядок денний", NUMBERS),
    ("uk", "Порядок у хаті", NUMBERS),
    ("uk", "Картки та готівка", PAIRS),
    ("uk", "Порядок відновлення доступу", NUMBERS),
    ("uk", "Тренування памʼяті", _WORDS),
    ("uk", "Банк і його клієнти", ITEMS),
    ("ka", "ბარათები და ნაღდი ფული", PAIRS),
    ("ka", "გამოკითხვის შედეგები", ITEMS),
    ("ka", "ბანკი და მისი კლიენტები", ITEMS),
    ("ka", "ტრენინგი ყველასთვის", _WORDS),
    ("tr", "Anket sonuçları", ITEMS),
    ("tr", "Kartlar ve nakit para", PAIRS),
    ("tr", "Eğitim notları", _WORDS),
    ("tr", "Sorular ve yanıtlar", ITEMS),
    ("tr", "EĞİTİM SAATLERİ", _WORDS),
    ("fr", "Ordre du jour", NUMBERS),
    ("fr", "Cartes et espèces", PAIRS),
    ("fr", "Sondage de l’année", ITEMS),
    ("fr", "Formation pour tous", _WORDS),
    ("fr", "Format des fichiers", _WORDS),
    ("fr", "Questions fréquentes", ITEMS),
]


@pytest.mark.parametrize(("language", "heading", "body"), HEADINGS)
def test_a_plain_heading_is_left_alone(
    tmp_path: Path, language: str, heading: str, body: str
) -> None:
    assert problems_of(tmp_path, language, f"## {heading}\n\n{body}") == []


LINES = [
    ("en", "The trainer: a friend of ours."),
    ("en", "Trainers bring these things: pens and paper."),
    ("en", "Training: what to bring."),
    ("en", "We looked for the trainer: she was gone."),
    ("en", "Ask the trainer: she knows."),
    ("en", "- **Trainer:** leads the room\n- **Guest:** listens\n"),
    ("en", "Trainer: Good morning!\\\nAna: Hello!"),
    ("en", "A price of 5\u00a0000, or\n12.\u00a0of them."),
    ("en", "Trainer of the year: Ana."),
    ("en", "Teacher: Good morning, Ana!"),
    ("en", "The teacher: a friend of ours."),
    ("en", "## Done so far\n\n- [x] Lock my phone\n- [x] Change my password\n"),
    ("en", "## Do it\n\n- [x] Lock my phone\n- [ ] Change my password\n"),
    ("en", "## Which did you do?\n\n- [ ] Lock my phone\n- [ ] Change my password\n"),
    ("en", "## Plan\n\n- [ ] Lock my phone\n  > In the settings.\n- [ ] Change my password\n"),
    ("en", "> A quotation.\n>\n> By somebody."),
    ("fr", "Le prix\u00a0: 5\u00a0euros.\n\n«\u00a0Bonjour\u00a0»"),
    ("fr", "—\u00a0Bonjour, dit-elle.\n\n— Bonjour."),
    ("fr", "## Formation\u00a0: pour qui\n\nMots."),
    ("ru", "—\u00a0Привет, сказала она."),
    ("ru", "Тренировка: раз в неделю."),
    ("ru", "§\u00a01. Слова.\n\n№\u00a02"),
    ("uk", "Тренерка сказала: почнімо."),
    ("uk", "1\u00a0січня 2024 року."),
    ("ka", "ტრენინგი: ერთხელ კვირაში."),
    ("tr", "Eğitim: haftada bir."),
]


BARE = ("Order", "Match", "Sort", "Poll", "Rate", "Cards", "Scenario", "Decide", "Bank")


@pytest.mark.parametrize("language", TITLES)
def test_a_keyword_alone_is_a_plain_heading_over_prose(tmp_path: Path, language: str) -> None:
    for word, _ in words_of(language, BARE):
        for heading in (word, f"{word} 1", f"{word} 101", f"{word} 2023", f"{word}!"):
            assert problems_of(tmp_path, language, f"## {heading}\n\n{_WORDS}") == [], heading


@pytest.mark.parametrize("language", TITLES)
def test_a_keyword_alone_over_a_plain_list_is_no_error(tmp_path: Path, language: str) -> None:
    for word, keyword in words_of(language, (*BARE, "Question", "Quiz", "Reflect")):
        for body in (ITEMS, f"{_WORDS}\n{NUMBERS}\n{_WORDS}"):
            found = problems_of(tmp_path, language, f"## {word}\n\n{body}")
            assert {p.code for p in found} <= {"Q720"}, word
            assert found or keyword not in ("Question", "Quiz", "Order", "Poll"), word


@pytest.mark.parametrize(("language", "line"), LINES)
def test_a_plain_line_is_left_alone(tmp_path: Path, language: str, line: str) -> None:
    assert problems_of(tmp_path, language, f"{line}\n") == []
