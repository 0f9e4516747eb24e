"""Signs beside spaces that are not plain, usual words over their bodies, answers without a
question: each is told, and a plain list stays one."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.questions import find_questions
from kandil.read.lesson.module import read_module
from read.tables import GROUPS, ITEMS, NUMBERS, PAIRS, SCALE, TITLES, problems_of, words_of

ODD = "\u00a0\u202f\u2007\u3000\u200b\u2060\ufeff\u00ad"
SIGNS = [
    ("### ", "Some words"),
    ("- ", "a"),
    ("* ", "a"),
    ("1. ", "a"),
    ("2) ", "a"),
    ("- ", "[x] b"),
    ("> ", "[!NOTE] Words"),
    ("> - ", "a"),
]


@pytest.mark.parametrize("odd", ODD, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize(("sign", "words"), SIGNS)
@pytest.mark.parametrize("before", [True, False])
def test_a_sign_beside_another_space_is_an_error_with_the_mended_line(
    tmp_path: Path, sign: str, words: str, before: bool, odd: str
) -> None:
    line = f"{odd}{sign}{words}" if before else f"{sign[:-1]}{odd}{words}"
    found = problems_of(tmp_path, "en", f"## Words\n\n{line}\n")
    assert [(p.code, p.place.line) for p in found] == [("M046", 10)]
    assert f"{sign}{words}'" in found[0].hint


def test_all_of_a_question_is_read_behind_its_slips(tmp_path: Path) -> None:
    rows = "###\u00a0Question: Which?", "", "-\u00a0[x] a", "\u00a0\u00a0> Yes.", "- [ ] b"
    found = problems_of(tmp_path, "en", "\n".join(rows))
    assert [(p.code, p.place.line, p.place.column) for p in found] == [
        ("M046", 8, 4),
        ("M046", 10, 2),
        ("M046", 11, 1),
    ]


@pytest.mark.parametrize(
    "body",
    ["```\n-\u00a0a\n```\n", "Words\nof 5.\u00a0May.\n", "No\u00a01 of 2\n"],
)
def test_no_sign_is_no_slip(tmp_path: Path, body: str) -> None:
    assert problems_of(tmp_path, "en", body) == []


ASKING = [
    ("Order the steps to lock your phone", NUMBERS),
    ("Order these from weak to strong", NUMBERS),
    ("Order what you do by day", NUMBERS),
    ("Match words and meanings", PAIRS),
    ("Match each word with its meaning", PAIRS),
    ("Match words to meanings", PAIRS),
    ("Sort the items into two groups", GROUPS),
    ("Sort things by who may know them", GROUPS),
    ("Poll your password habits", ITEMS),
    ("Poll the room", ITEMS),
]


ASKING += [
    ("Order from safest to riskiest", NUMBERS),
    ("Order Of Events", NUMBERS),
    ("Order 3 steps", NUMBERS),
    ("Sort by risk", GROUPS),
    ("Sort in groups", GROUPS),
    ("Sort them", GROUPS),
    ("Match with the meaning", PAIRS),
    ("Match pairs", PAIRS),
    ("Match terms", PAIRS),
    ("Match Tickets Wanted", PAIRS),
    ("Cards to remember", PAIRS),
    ("Poll about habits", ITEMS),
    ("Rate of success", SCALE),
]
ASKING_ELSEWHERE = [
    ("fr", "Ordre du plus sûr au plus risqué", NUMBERS),
    ("fr", "Échelle de confiance", SCALE),
    ("fr", "Trier et compter", GROUPS),
    ("ru", "Порядок от безопасного к опасному", NUMBERS),
    ("ru", "Опрос 2023 года", ITEMS),
    ("uk", "Порядок від безпечного до небезпечного", NUMBERS),
    ("uk", "Опитування про паролі", ITEMS),
    ("tr", "Sıralama en güvenliden en risklisine", NUMBERS),
    ("tr", "Sıralama önemlidir", NUMBERS),
    ("ka", "თანმიმდევრობა მნიშვნელოვანია", NUMBERS),
    ("ka", "ბარათები", PAIRS),
]


@pytest.mark.parametrize(
    ("language", "heading", "body"), [("en", *one) for one in ASKING] + ASKING_ELSEWHERE
)
def test_a_heading_that_bids_over_its_body_is_asked_about(
    tmp_path: Path, language: str, heading: str, body: str
) -> None:
    found = problems_of(tmp_path, language, f"## {heading}\n\n{body}")
    word, _, rest = heading.partition(" ")
    assert [(p.code, p.hint) for p in found] == [
        ("Q720", f"Write '## {word}: {rest or '…'}', or begin it with another word.")
    ]
    assert problems_of(tmp_path, language, f"## {heading}\n\nSome words.\n") == []


_REPLIES = "- [x] This one\n  > Yes.\n- [ ] That one\n"
_GIVEN = "- [ ] red (wrong)\n- [x] blue (correct)\n"


@pytest.mark.parametrize("body", [_REPLIES, _GIVEN, f"Some words.\n\n{_REPLIES}"])
@pytest.mark.parametrize("heading", ["Q1: Which one?", "Exercise: Which one?", "Which one?"])
def test_answers_under_a_plain_heading_are_told(tmp_path: Path, heading: str, body: str) -> None:
    found = problems_of(tmp_path, "en", f"## {heading}\n\n{body}")
    assert [p.code for p in found] == ["Q729"]
    assert "'## Question: Which one?'" in found[0].hint


@pytest.mark.parametrize("above", ["", "## Do it\n\n", "Words.\n\n"])
def test_answers_without_a_heading_are_told(tmp_path: Path, above: str) -> None:
    assert [p.code for p in problems_of(tmp_path, "en", f"{above}{_REPLIES}")] == ["Q729"]


_ALONE = "- [x] This one\n- [ ] That one\n"
_ALL = "- [x] This one\n- [X] That one\n"
UNASKED = [
    ("en", "Which one is the strongest?", _ALONE),
    ("en", "True or false?", "- [ ] True\n- [x] False\n"),
    ("en", "Q1: Which", _ALONE),
    ("en", "Passwords", _ALONE),
    ("en", "Which of these help?", _ALL),
    ("en", "Passwords", f"Which of these help?\n\n{_ALL}"),
    ("fr", "Lequel est le plus sûr ?", _ALONE),
    ("ka", "რომელია უფრო ძლიერი", _ALONE),
    ("ru", "Верно или неверно?", "- [ ] Верно\n- [x] Неверно\n"),
    ("tr", "Hangisi doğru？", _ALL),
    ("uk", "Який пароль надійний", _ALONE),
]


@pytest.mark.parametrize(("language", "heading", "body"), UNASKED)
def test_ticked_answers_need_no_feedback_to_be_told(
    tmp_path: Path, language: str, heading: str, body: str
) -> None:
    found = problems_of(tmp_path, language, f"## {heading}\n\n{body}")
    assert [p.code for p in found] == ["Q729"]
    word = next(word for word, _ in words_of(language, ["Question"]))
    assert f"'## {word}: {heading.removeprefix('Q1: ')}'" in found[0].hint


def test_in_a_quiz_one_message_is_enough(tmp_path: Path) -> None:
    quiz = f"## Quiz: Check\n\n### Question: Which?\n\n{_REPLIES}\n### And this?\n\n{_REPLIES}"
    assert [p.code for p in problems_of(tmp_path, "en", quiz)] == ["Q702"]


VERDICTS = {
    "en": ("(correct)", "(wrong)", "[right answer]", "(True)", "– wrong", "✅", "❌", "(Correct.)"),
    "fr": ("(correct)", "(faux)", "(juste)"),
    "ka": ("(სწორია)", "(არასწორია)"),
    "ru": ("(правильно)", "(неверный ответ)", "(ВЕРНО)"),
    "tr": ("(doğru)", "(yanlış)", "(DOĞRU)"),
    "uk": ("(правильна відповідь)", "(неправильно)"),
}


@pytest.mark.parametrize("language", TITLES)
def test_an_answer_that_says_its_verdict_is_told(tmp_path: Path, language: str) -> None:
    for verdict in VERDICTS[language]:
        body = f"### Question: {TITLES[language]}?\n\n- [x] 1234 {verdict}\n- [ ] 9876\n"
        (found,) = (p for p in problems_of(tmp_path, language, body) if p.code != "M011")
        assert found.hint == "Write '- [x] 1234'.", verdict
        assert found.code in ("Q730", "Q733")


TOLD = [
    ("en", "- [x] 1234 – right, because nobody knows it", "Q733"),
    ("en", "- [x] 1234 - Right because nobody knows it", "Q733"),
    ("en", "- [x] 1234. Correct!", "Q733"),
    ("en", "- [x] 1234 *(correct)*", "Q733"),
    ("en", "- [x] 1234 (correct: nobody knows it)", "Q733"),
    ("en", "- [x] 1234\\\n  **Right**, because nobody knows it", "Q733"),
    ("en", "- [ ] 1234 – wrong, everybody knows it", "Q733"),
    ("en", "- [ ] 1234 – not right: everybody knows it", "Q733"),
    ("en", "- [x] 1234 – wrong, everybody knows it", "Q730"),
    ("ru", "- [x] 1234 — верно, молодец!", "Q733"),
    ("ru", "- [ ] 1234. Неверный ответ: все знают", "Q733"),
    ("uk", "- [ ] 1234 — неправильно, бо всі знають", "Q733"),
    ("tr", "- [x] 1234 – doğru, kimse bilmez", "Q733"),
    ("tr", "- [ ] 1234 (yanlış cevap)", "Q733"),
    ("ka", "- [x] 1234 – სწორია, არავინ იცის", "Q733"),
    ("fr", "- [ ] 1234 – faux, tout le monde le sait", "Q733"),
]


@pytest.mark.parametrize(("language", "line", "code"), TOLD)
def test_feedback_behind_its_answer_is_told(
    tmp_path: Path, language: str, line: str, code: str
) -> None:
    body = f"## Question: {TITLES[language]}?\n\n{line}\n- [x] 9876\n- [ ] 5555\n"
    (found,) = problems_of(tmp_path, language, body)
    assert (found.code, found.place.line) == (code, 10)
    assert found.hint.startswith(f"Write '{line[:5]} 1234'")


def test_both_kinds_of_answers_with_a_verdict_are_an_error(tmp_path: Path) -> None:
    body = "## Question: Which?\n\n- [x] a – wrong.\n- [ ] b – right.\n- [ ] c\n"
    assert [p.code for p in problems_of(tmp_path, "en", body)] == ["Q733", "Q733"]


@pytest.mark.parametrize(
    "words",
    [
        *("PIN (four digits)", "Yes (or no)", "Wi-Fi", "Never - ever", "(correct)", "A [b]"),
        *("It is right to wait", "The right one – the blue app", "Ask – right now, at once"),
        *("Wait. Right, I will call.", "Call. Wrong numbers cost nothing.", "It is right."),
        *("She has rights – rights, and duties", "Correct. It is he", "A – the right, blue one"),
        *("See [right](https://a.example/b)", "Turn – rightly so", "Right – wrongly"),
    ],
)
def test_other_words_in_brackets_are_left_alone(tmp_path: Path, words: str) -> None:
    body = f"## Question: Which?\n\n- [x] {words}\n- [ ] Other\n"
    assert problems_of(tmp_path, "en", body) == []


_ASKED = "### Question: Which?\n\n- [x] a\n- [ ] b\n\n"


@pytest.mark.parametrize(
    ("language", "heading", "body", "codes"),
    [
        ("ru", "## Викторина: пароли", _ASKED, ["Q734"]),
        ("ru", "## Квиз：пароли", _ASKED, ["Q734"]),
        ("uk", "## Вікторина: паролі", f"Слова.\n\n{_ASKED}{_ASKED}", ["Q734"]),
        ("tr", "## Sınav: parolalar", _ASKED, ["Q734"]),
        ("en", "## Step 2: passwords", f"Words.\n\n{_ASKED}", []),
        ("en", "## Step 2: passwords", f"### Why\n\nWords.\n\n{_ASKED}", []),
        ("en", "## Knowledge test", _ASKED, []),
        ("ru", "## Квиз: слова", f"{_ASKED}### Соотнесите: слова\n\n{PAIRS}", ["Q734"]),
        ("ru", "## Тест: слова", f"{_ASKED}### Соотнесите: слова\n\n{PAIRS}", ["Q734"]),
        ("en", "## Quiz: words", f"{_ASKED}### Pair up: words\n\n{PAIRS}", ["Q734"]),
        ("en", "## Quiz: words", f"{_ASKED}### Look: words\n\nWords.\n\n{PAIRS}", []),
        ("en", "## Quiz: passwords", _ASKED, []),
    ],
)
def test_a_quiz_by_another_name_is_asked_about(
    tmp_path: Path, language: str, heading: str, body: str, codes: list[str]
) -> None:
    found = problems_of(tmp_path, language, f"{heading}\n\n{body}")
    assert [p.code for p in found if p.code != "Q005"] == codes


@pytest.mark.parametrize(
    ("line", "code", "mended"),
    [
        ("<!-- id: pin, points: 2 -->", "Q003", "<!-- id: pin; points: 2 -->"),
        ("<!--\nid: pin\npoints: 2\nobjective: LO1\n-->", "Q003", "id: pin; points: 2; obj"),
        ("<!-- id: pin;\n points: 2 | shuffle: no -->", "Q003", "<!-- id: pin; points: 2; shuffle"),
        ("> [tip] Words.", "M008", "> [!TIP] Words."),
    ],
)
def test_the_hint_shows_the_mended_line(tmp_path: Path, line: str, code: str, mended: str) -> None:
    body = f"## Question №1: Which?\n\n{line}\n\n- [x] a\n- [ ] b\n"
    told = [(p.code, p.hint) for p in problems_of(tmp_path, "en", body)]
    assert ("Q001", "Write '## Question: Which?'.") in told
    assert any(found == code and mended in hint for found, hint in told), told


def test_settings_in_lines_of_their_own_are_read(tmp_path: Path) -> None:
    body = "## Question: Which?\n\n<!-- id: pin;\npoints: 2 -->\n\n- [x] a\n- [ ] b\n"
    assert problems_of(tmp_path, "en", body) == []


@pytest.mark.parametrize("word", ["LETTER", "INFO", "EXAMPLE", "QUESTION"])
def test_no_callout_is_offered_that_is_not_near(tmp_path: Path, word: str) -> None:
    found = problems_of(tmp_path, "en", f"> [!{word}]\n> Words.\n")
    assert found[0].code == "M008"
    assert "Did you mean" not in found[0].hint
    assert "[!NOTE]" in found[0].hint


@pytest.mark.parametrize("word", ["NOTES", "WARN", "TIPP", "SAFTEY"])
def test_a_near_callout_is_offered(tmp_path: Path, word: str) -> None:
    found = problems_of(tmp_path, "en", f"> [!{word}]\n> Words.\n")
    assert "Did you mean '[!" in found[0].hint


@pytest.mark.parametrize("title", ["\u200b", "\u200b \u00ad", "\u3164", "\u2800", "\ufe0f"])
def test_a_title_of_unseen_signs_is_empty(tmp_path: Path, title: str) -> None:
    lesson = tmp_path / "bad.md"
    lesson.write_text(f'---\nid: bad\ntitle: "{title}"\n---\n\nWords.\n', encoding="utf-8")
    found = read_module(lesson, "bad.md", "modules/bad.md", "en", find_questions())
    assert [(p.code, p.message) for p in found.reading.problems] == [("C003", "'title' is empty")]
