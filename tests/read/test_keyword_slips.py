"""A beginner's slip in a keyword is never silent; a plain heading stays one."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.problems import Problem
from kandil.questions import find_questions
from kandil.read.lesson.module import read_module
from read.lesson import read_lesson

_FRONT = "---\nid: bad\ntitle: Bad\nobjectives:\n  - {id: LO1, text: Try}\n---\n\n"
_BOXES = "- [x] This one\n- [ ] That one\n"
_QUESTION = f"### Question: Which?\n\n{_BOXES}"
_STEPS = "- [Go](#go)\n- [Stay](#stay)\n\n### Go\n\nYou went.\n\n### Stay\n\nYou stayed.\n"
BODIES = {
    "Quiz": ("## ", "Check yourself", _QUESTION),
    "Bank": ("## ", "Money", _QUESTION),
    "Scenario": ("## ", "The caller", f"A caller says: wait.\n\n{_STEPS}"),
    "Trainer": ("## ", "Notes for the room", "Bring paper.\n"),
    "Question": ("### ", "Which is stronger?", _BOXES),
    "Order": ("### ", "Put the steps in order", "1. Open\n2. Change\n3. Close\n"),
    "Match": (
        "### ",
        "Words",
        "| Word | Meaning |\n|---|---|\n| PIN | Digits |\n| Code | Once |\n",
    ),
    "Sort": ("### ", "Where does it belong?", "- **Share**\n  - A name\n- **Keep**\n  - A PIN\n"),
    "Reflect": ("### ", "Which account matters most?", "Write its name.\n"),
    "Poll": ("### ", "Where do you keep them?", "- In my head\n- On paper\n"),
    "Rate": (
        "### ",
        "How sure are you?",
        "| I can… | No | Yes |\n|---|---|---|\n| lock it | | |\n",
    ),
    "Cards": ("### ", "Words to keep", "| Front | Back |\n|---|---|\n| PIN | Digits |\n"),
    "Decide": (
        "### ",
        "What could she do?",
        "- Keep them\n  > **Riskier:** He may look.\n- Send them\n  > **Safer:** She has them.\n",
    ),
}
_FOREIGN = {
    "Quiz": "Тест",
    "Bank": "Банк вопросов",
    "Scenario": "Сценарий",
    "Trainer": "Тренер",
    "Question": "Вопрос",
    "Order": "Порядок",
    "Match": "Соответствие",
    "Sort": "Распределите",
    "Reflect": "Размышление",
    "Poll": "Опрос",
    "Rate": "Оцените",
    "Cards": "Карточки",
    "Decide": "Решите",
}
_ALIKE = str.maketrans("aeopcxyBMTO", "аеорсхуВМТО")
SLIPS = {
    "no colon": "{signs}{word} {title}",
    "a full stop": "{signs}{word}. {title}",
    "a hyphen": "{signs}{word} - {title}",
    "a dash": "{signs}{word} – {title}",
    "a semicolon": "{signs}{word}; {title}",
    "a wide colon": "{signs}{word}：{title}",
    "a ratio sign": "{signs}{word}∶ {title}",
    "an Armenian stop": "{signs}{word}։ {title}",
    "small letters": "{signs}{small}: {title}",
    "large letters": "{signs}{large}: {title}",
    "small letters, no colon": "{signs}{small} {title}",
    "several": "{signs}{plural}: {title}",
    "a slip": "{signs}{slip}: {title}",
    "no space": "{bare}{word}: {title}",
    "one sign, no space": "#{word}: {title}",
    "wide signs": "{wide} {word}: {title}",
    "an escaped sign": "\\{signs}{word}: {title}",
    "bold": "{signs}**{word}:** {title}",
    "bold, no colon": "{signs}**{word}** {title}",
    "a number": "{signs}{word} 1: {title}",
    "level 1": "# {word}: {title}",
    "a zero-width space": "{signs}\u200b{word}: {title}",
    "a mark of direction": "{signs}{word}\u200e: {title}",
    "a soft hyphen": "{signs}{soft}: {title}",
    "letters of another script": "{signs}{alike}: {title}",
    "another language": "{signs}{foreign}: {title}",
    "in a quote": "> {signs}{word}: {title}",
    "in a list": "- {signs}{word}: {title}",
}


def _read(folder: Path, body: str) -> list[Problem]:
    return read_lesson(folder, _FRONT + body).reading.problems


def _written(pattern: str, word: str) -> tuple[str, str]:
    """The wrong line and the right one."""
    signs, title, _ = BODIES[word]
    line = pattern.format(
        signs=signs,
        bare=signs.strip(),
        wide="＃" * len(signs.strip()),
        word=word,
        small=word.lower(),
        large=word.upper(),
        plural=word if word == "Cards" else f"{word}zes" if word == "Quiz" else f"{word}s",
        slip=word[:2] + word[3:] if word not in ("Rate", "Bank", "Poll", "Quiz", "Sort") else word,
        soft=f"{word[:2]}\u00ad{word[2:]}",
        alike=word.translate(_ALIKE),
        foreign=_FOREIGN[word],
        title=title,
    )
    return line, f"{signs}{word}: {title}"


_PAIRS = [
    (slip, word)
    for slip, pattern in SLIPS.items()
    for word in BODIES
    if len(set(_written(pattern, word))) > 1
]
"""`Cards` has no plural, and some words no slip that is not another word."""


@pytest.mark.parametrize(("slip", "word"), _PAIRS)
def test_a_slip_in_a_keyword_is_an_error_with_the_mended_line(
    tmp_path: Path, slip: str, word: str
) -> None:
    line, mended = _written(SLIPS[slip], word)
    found = _read(tmp_path, f"{line}\n\n{BODIES[word][2]}")
    told = [p for p in found if p.severity == "error" and p.place.line == 8]
    assert told, f"nothing said of {line!r}: {found}"
    if "quote" in slip or "list" in slip:
        assert told[0].code == "Q013"
        return
    want = mended.replace("### ", "## ") if slip == "level 1" else mended
    assert any(want in problem.hint for problem in told), [(p.message, p.hint) for p in told]


_BEGINS_PROSE = ("Trainer", "Reflect", "Bank")
"""A paragraph of prose may begin with these and a colon."""


@pytest.mark.parametrize("word", [word for word in BODIES if word not in _BEGINS_PROSE])
@pytest.mark.parametrize("line", ["{word}: {title}", "**{word}:** {title}", "{word}：{title}"])
def test_a_keyword_without_signs_over_its_body_is_an_error(
    tmp_path: Path, line: str, word: str
) -> None:
    written, mended = _written(line, word)
    found = _read(tmp_path, f"{written}\n\n{BODIES[word][2]}")
    assert any(p.severity == "error" and mended in p.hint for p in found), found


@pytest.mark.parametrize("word", [word for word in BODIES if word != "Trainer"])
def test_settings_tell_a_keyword_without_its_colon(tmp_path: Path, word: str) -> None:
    line, mended = _written("{signs}{small} it is", word)
    found = _read(tmp_path, f"{line}\n\n<!-- id: one -->\n\nWords.\n")
    assert any(p.severity == "error" and mended.split(":")[0] in p.hint for p in found), found


@pytest.mark.parametrize(
    "word", [word for word in BODIES if word not in ("Quiz", "Scenario", "Trainer", "Bank")]
)
@pytest.mark.parametrize(("holder", "level"), [("## Quiz", 2), ("### Quiz", 3), ("## Bank", 2)])
def test_a_question_beside_its_quiz_is_an_error(
    tmp_path: Path, word: str, holder: str, level: int
) -> None:
    _, title, body = BODIES[word]
    signs = "#" * level
    found = _read(
        tmp_path, f"{holder}: Check\n\n{signs} {word}: {title}\n\n{body}\n## Next\n\nWords.\n"
    )
    told = [p for p in found if p.code == "Q721"]
    assert [p.hint for p in told] == [f"Write '{signs}# {word}: {title}'."]
    assert not [p for p in found if p.code in ("Q701", "Q710")]


_PROSE = "These are words about it.\n\nAnd some more, with *stars* and a [link](#x).\n"
_LIST = "Some words.\n\n- bread\n- milk\n\nMore words.\n"
_NUMBERS = "We met at nine.\n\n1. Tea\n2. Words\n\nThen we went home.\n"
_WIDE = (
    "| Day | Hours | Who |\n|---|---|---|\n| Monday | 9 to 5 | Ana |\n| Friday | 9 to 1 | Lea |\n"
)
PLAIN = [
    ("Match-fixing and fraud", BODIES["Match"][2]),
    ("Sort‑of safe", _LIST),
    ("Match day", _PROSE),
    ("Match day", _WIDE),
    ("Match point", _LIST),
    ("Order in the court", _PROSE),
    ("Order of events", "1. Tea\n2. Words\n3. Bread\n"),
    ("Order in the house", _NUMBERS),
    ("Order Now", _PROSE),
    ("Sort your papers", _PROSE),
    ("Sort your papers", _LIST),
    ("Sort code and account number", _WIDE),
    ("Bank accounts", _PROSE),
    ("Bank Accounts", f"{_PROSE}\n{_QUESTION}"),
    ("Bank holidays", _LIST),
    ("Bank of questions", _PROSE),
    ("Poll results", _PROSE),
    ("Poll results", _WIDE),
    ("Poll results", _LIST),
    ("Poll of the week", "- bread\n- milk\n"),
    ("Poll results from 2024", "- bread\n- milk\n"),
    ("Polls of this year", "- bread\n- milk\n"),
    ("Order online safely", "1. Look at the address\n2. Pay\n"),
    ("Order form lines", "1. One\n2. Two\n"),
    ("Match days this year", BODIES["Match"][2]),
    ("Cards you may lose", BODIES["Cards"][2]),
    ("Scenario planning", _LIST),
    ("Scenario planning", "- [Why](#x)\n- [How](#y)\n"),
    ("Question time", _LIST),
    ("Rate of change", _WIDE),
    ("Rate limits", _PROSE),
    ("Cards and cash", "| Way | Cost |\n|---|---|\n| Card | 1% |\n"),
    ("Cards you own", _PROSE),
    ("Decide together", _PROSE),
    ("Decide Together", _LIST),
    ("Reflect on your day", _PROSE),
    ("Reflect and rest", _LIST),
    ("Reflection", _PROSE),
    ("Scenario planning", _PROSE),
    ("Scenarios in films", _PROSE),
    ("Question marks", _PROSE),
    ("Questions and answers", _PROSE),
    ("Quiz shows on television", _PROSE),
    ("Banks: what they never ask", _PROSE),
    ("Ratings: why they mislead", _PROSE),
    ("Orders: how to follow a parcel", _NUMBERS),
    ("Карта: де це", _PROSE),
    ("Ordre du jour", _NUMBERS),
    ("Payment: cards", _PROSE),
    ("Card: what it costs", _PROSE),
    ("Training: what to bring", _LIST),
    ("Matching colours", _WIDE),
]


@pytest.mark.parametrize("level", ["##", "###"])
@pytest.mark.parametrize(("heading", "body"), PLAIN)
def test_a_plain_heading_stays_one(tmp_path: Path, heading: str, body: str, level: str) -> None:
    above = "" if level == "##" else "## Words\n\nSome.\n\n"
    body = body.replace(" and a [link](#x)", "")
    assert _read(tmp_path, f"{above}{level} {heading}\n\n{body}") == []


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Poll where do you keep them", "- In my head\n- On paper\n"),
        ("Order put the steps in line", "1. One\n2. Two\n"),
        ("Match each word", BODIES["Match"][2]),
        ("Sort these", BODIES["Sort"][2]),
        ("Sort waste at home", BODIES["Sort"][2]),
        ("Rate your days", BODIES["Rate"][2]),
        ("Rate of success", BODIES["Rate"][2]),
        ("Bank of questions", _QUESTION),
        ("Scenario on the line", f"A caller.\n\n{_STEPS}"),
    ],
)
def test_small_letters_that_ask_are_asked_about(tmp_path: Path, heading: str, body: str) -> None:
    found = _read(tmp_path, f"## {heading}\n\n{body}")
    assert [p.code for p in found] == ["Q720"]


def test_the_first_choices_of_a_scenario_may_stand_under_a_step(tmp_path: Path) -> None:
    steps = "### A call\n\n- [Hang up](#hang-up)\n\n### Hang up\n\nGood.\n"
    found = _read(tmp_path, f"## Scenario The caller\n\nIt rings.\n\n{steps}")
    assert [p.code for p in found] == ["Q001", "Q607"]
    assert found[0].hint == "Write '## Scenario: The caller'."


_FRENCH = [
    ("## Quiz Vérifie", "### Question Laquelle ?"),
    ("## Quiz Vérifie", "### Question : Laquelle ?"),
    ("## Quiz Vérifie", "## Question Laquelle ?"),
    ("## Quiz Vérifie", "## Question : Laquelle ?"),
    ("## Réserve Argent", "### Question Laquelle ?"),
]


@pytest.mark.parametrize(("quiz", "question"), _FRENCH)
def test_a_quiz_without_its_colon_is_told_beside_a_question_without_one(
    tmp_path: Path, quiz: str, question: str
) -> None:
    path = tmp_path / "bad.md"
    path.write_text(f"{_FRONT}{quiz}\n\n{question}\n\n{_BOXES}", encoding="utf-8")
    found = read_module(path, "bad.md", "modules/bad.md", "fr", find_questions()).reading.problems
    told = {p.place.line for p in found if p.code == "Q001"}
    assert 8 in told
    assert (10 in told) == (" :" not in question)


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Quiz shows", f"They are long.\n\n## Question: Which?\n\n{_BOXES}"),
        ("Quiz shows", "### Question time\n\n- bread\n- milk\n"),
        ("Quiz shows", "## Questions and answers\n\nWords.\n"),
        ("Bank holidays", "### Order cards online\n\n1. One\n2. Two\n"),
    ],
)
def test_a_plain_heading_above_others_stays_one(tmp_path: Path, heading: str, below: str) -> None:
    assert _read(tmp_path, f"## {heading}\n\n{below}") == []


def test_a_small_letter_over_a_body_of_that_kind_is_asked_about(tmp_path: Path) -> None:
    found = _read(tmp_path, "## Order these form lines\n\n1. One\n2. Two\n")
    assert [(p.code, p.hint) for p in found] == [
        ("Q720", "Write '## Order: these form lines', or begin it with another word.")
    ]


@pytest.mark.parametrize(
    ("heading", "mended"),
    [
        ("Trainer 30 minutes", "Trainer: 30 minutes"),
        ("Trainer 1.5 hours", "Trainer: 1.5 hours"),
        ("Trainer - 30-minute plan", "Trainer: 30-minute plan"),
        ("Trainer 1. notes", "Trainer: notes"),
        ("Trainer 1 Notes", "Trainer: Notes"),
    ],
)
def test_a_number_that_the_words_go_on_from_is_kept(
    tmp_path: Path, heading: str, mended: str
) -> None:
    found = _read(tmp_path, f"## {heading}\n\nBring paper.\n")
    assert [(p.code, p.hint) for p in found] == [("Q001", f"Write '## {mended}'.")]
