"""A slip in a keyword is told in whatever language and script the lesson is written."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from kandil.paths import locales
from kandil.read.source.keywords import FIXED
from read.tables import BODIES, TITLES, capitals, problems_of, words_of

SLIPS = {
    "no colon": "{signs} {word} {title}",
    "capitals": "{signs} {capitals}: {title}",
    "plain capitals": "{signs} {plain}: {title}",
    "capitals, no colon": "{signs} {capitals} {title}",
    "capitals and a number": "{signs} {capitals} 1",
    "small letters": "{signs} {small}: {title}",
    "an emoji": "{signs} ❓ {word}: {title}",
    "an emoji of several signs": "{signs} 👩‍🏫 {word}: {title}",
    "an emoji, no space": "{signs} 📝{word}: {title}",
    "an emoji, no colon": "{signs} 🎓 {word} {title}",
    "an emoji before the colon": "{signs} {word} ❓: {title}",
    "an arrow": "{signs} → {word}: {title}",
    "a no-break space": "{signs}\u00a0{word}: {title}",
    "a narrow space": "{signs}\u202f{word}: {title}",
    "a wide space": "{signs}\u3000{word}: {title}",
    "an unseen sign before": "\u200b{signs} {word}: {title}",
    "an unseen sign behind": "{signs}\u200b {word}: {title}",
}


def _written(slip: str, language: str, word: str, keyword: str) -> tuple[str, str]:
    """The wrong line and the right one."""
    signs, title = BODIES[keyword][0], TITLES[language]
    title = f"{title}?" if keyword == "Reflect" else title
    line = SLIPS[slip].format(
        signs=signs,
        word=word,
        title=title,
        capitals=capitals(language, word),
        plain=word.upper(),
        small=word.lower(),
    )
    right = f"{signs} {word}: {title}"
    return line, right.replace(f": {title}", ":") if slip.endswith("a number") else right


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("language", TITLES)
def test_a_slip_is_an_error_with_the_mended_line(tmp_path: Path, language: str, slip: str) -> None:
    for word, keyword in words_of(language):
        line, mended = _written(slip, language, word, keyword)
        if line == mended:
            continue  # a script without capital letters
        found = problems_of(tmp_path, language, f"{line}\n\n{BODIES[keyword][1]}")
        errors = [p for p in found if p.severity == "error" and p.place.line == 8]
        assert errors, f"nothing said of {line!r}: {found}"
        assert any(mended in problem.hint for problem in errors), [p.hint for p in errors]
        assert not [p.message for p in errors if "another language" in p.message]


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("line", ["💡 {word}", "{capitals}", "{plain}", "→ {word}:"])
def test_a_part_of_a_lesson_is_told_in_another_dress(
    tmp_path: Path, language: str, line: str
) -> None:
    for word, _ in words_of(language, FIXED):
        heading = line.format(word=word, capitals=capitals(language, word), plain=word.upper())
        found = problems_of(tmp_path, language, f"## {heading}\n\nWords.\n")
        if heading != word:
            assert [p.code for p in found] == ["Q001"], heading
            assert found[0].hint.replace("’", "'") == f"Write '## {word}'.".replace("’", "'")


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize(
    "line", ["💡 **{word}:** Words.", "**{capitals}:** Words.", "💡 {word}: W."]
)
def test_a_label_is_told_in_another_dress(tmp_path: Path, language: str, line: str) -> None:
    for word, label in words_of(language, ("Hint", "Why")):
        written = line.format(word=word, capitals=capitals(language, word))
        body = f"## Question: Which?\n\n> {written}\n\n- [x] a\n- [ ] b\n"
        found = problems_of(tmp_path, language, body)
        if f"**{word}:**" != written.split(" ")[0]:
            assert [p.code for p in found] == ["Q009"], (written, label)
            assert f"> **{word}:** W" in found[0].hint


_OPEN = {
    "a gap": "### Question: {title}\n\nIt is [[mail]].\n\n{line}\n",
    "words": "### Reflect: {title}?\n\n{line}\n",
}
"""Questions whose answers are no list: a quote in them is read before she answers."""
_ERRORS = ("> **{word}** {title}", "> *{word}* {title}", "**{word}** {title}")
_ERRORS += ("> `{word}:` {title}", "> 💡 **{word}** {title}", "> **{word}**\n> {title}")
_ERRORS += (
    "> **{word}** – {title}",
    "> ({word}) {title}",
    "> “{word}”: {title}",
    "> {word} 1: {title}",
)
_DOUBTS = ("> {word}. {title}", "> {word} {title}", "> {word} – {title}", "{word} – {title}")
_DOUBTS += ("> {capitals} {title}", "> {word}! {title}", "> {word}\n> {title}", "> {word}? {title}")
_DOUBTS += ("- {word}: {title}", "- **{word}** {title}", "> [!TIP] {word}")
_DOUBTS += ("> [!TIP] {word}: {title}", "> 1. {word}: {title}", "> {word}... {title}")


@pytest.mark.parametrize("line", _ERRORS + _DOUBTS)
@pytest.mark.parametrize("language", TITLES)
def test_a_label_in_another_shape_is_told(tmp_path: Path, language: str, line: str) -> None:
    labels = words_of(language, ("Hint", "Why", "Correct", "Model answer"))
    for (word, label), body in product(labels, _OPEN):
        title = TITLES[language]
        row = line.format(word=word, title=title, capitals=capitals(language, word))
        found = problems_of(tmp_path, language, _OPEN[body].format(title=title, line=row))
        codes = [p.code for p in found]
        assert codes in (["Q009"], ["Q732"]) and (line not in _ERRORS or codes == ["Q009"]), row
        if label == "Hint" and body != "words":
            assert f"> **{word}:** " in found[0].hint, row


_SENTENCES = {
    "en": ("Why it matters to her.", "**Why** it is.", "Correctly: so.", "Correct me.", "HINTS"),
    "fr": ("Indice de masse.", "Pourquoi partir.", "Correct, Ana.", "*Correct* ou non ?"),
    "ka": ("რატომ წავიდა ანა?", "**რატომ** წავიდა?", "სწორია, ანა.", "მინიშნებები: ორი"),
    "ru": ("Почему она ушла?", "**Почему** она ушла?", "Правильно, Анна.", "Подсказки: две."),
    "tr": ("Neden gitti?", "**Neden** gitti?", "İpuçları: iki.", "Doğru yanıt, Ana."),
    "uk": ("Чому вона пішла?", "**Чому** вона пішла?", "Правильно, Анно.", "Підказки: дві."),
}


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("line", ["> {}", "{}", "- {}", "> [!TIP] {}", "Words.\n{}"])
def test_a_sentence_that_begins_as_a_label_is_none(
    tmp_path: Path, language: str, line: str
) -> None:
    for words in _SENTENCES[language]:
        row = line.format(words)
        for body in _OPEN.values():
            found = problems_of(tmp_path, language, body.format(title="Q", line=row))
            assert found == [], row


_FEEDBACK = {
    "en": ("Correct. It is long.", "Correct! It is.", "It depends. She may.", "Why? It is short."),
    "ka": ("სწორია. გრძელია.", "სწორია – გრძელია.", "სწორია! გრძელია.", "სწორია პაროლი."),
    "ru": ("Правильно. Он длинный.", "Правильно! Он длинный.", "Зависит. Бывает."),
}


@pytest.mark.parametrize("language", _FEEDBACK)
def test_feedback_may_begin_as_a_label_does(tmp_path: Path, language: str) -> None:
    for words in _FEEDBACK[language]:
        body = f"### Question: Which?\n\n- [x] One\n  > {words}\n- [ ] Two\n"
        assert problems_of(tmp_path, language, body) == [], words


_USUAL = ("Order", "Match", "Sort", "Poll", "Cards")


@pytest.mark.parametrize("language", [tag for tag in TITLES if tag != "en"])
def test_a_small_letter_behind_a_usual_word_over_its_body_is_asked_about(
    tmp_path: Path, language: str
) -> None:
    for word, keyword in words_of(language):
        signs, body = BODIES[keyword]
        if keyword in _USUAL:
            line = f"{signs} {word} {TITLES[language].lower()}"
            found = problems_of(tmp_path, language, f"{line}\n\n{body}")
            codes = {p.code for p in found if p.place.line == 8}
            assert codes & {"Q001", "Q720"}, f"nothing said of {line!r}: {found}"


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("end", ["'s", "’s", "-", "‑"])
def test_what_the_trainer_owns_is_an_error(tmp_path: Path, language: str, end: str) -> None:
    for word, keyword in words_of(language):
        if keyword == "Trainer":
            line = f"## {word}{end} {TITLES[language]}".replace("- ", "-").replace("‑ ", "‑")
            found = problems_of(tmp_path, language, f"{line}\n\nBring paper.\n")
            assert [p.code for p in found] == ["Q001"], line
            assert f"Write '## {word}: {TITLES[language]}'" in found[0].hint


_FORMS = {
    "en": ("Trainers", "Trainership"),
    "fr": ("Formatrices", "Formateurs"),
    "ka": ("ტრენერის", "ტრენერს", "ტრენერებისთვის"),
    "ru": ("Тренеру", "Тренера", "Тренерские", "ТРЕНЕРУ"),
    "tr": ("Eğitmene", "Eğitmenin", "Eğitmenlere", "EĞİTMENE"),
    "uk": ("Тренеру", "Тренерські", "Тренерки"),
}


@pytest.mark.parametrize("language", TITLES)
def test_a_form_of_the_trainers_word_is_asked_about(tmp_path: Path, language: str) -> None:
    for form in _FORMS[language]:
        for heading in (f"## {form} {TITLES[language].lower()}", f"### 🎓 {form}"):
            above = "## Plain\n\n" if heading.startswith("###") else ""
            found = problems_of(tmp_path, language, f"{above}{heading}\n\nBring paper.\n")
            assert [p.code for p in found] == ["Q728"], heading


NOTES = [
    ("en", "Notes for the trainer", "Trainer: Notes"),
    ("en", "🎓 For trainers only", "Trainer: …"),
    ("en", "For the trainer: bring paper", "Trainer: bring paper"),
    ("en", "Trainer guide", "Trainer: guide"),
    ("fr", "Notes de la formatrice", "Formatrice: Notes"),
    ("fr", "Pour le formateur", "Formateur: …"),
    ("fr", "Consignes pour les formateurs", "Formateur: Consignes"),
    ("ka", "შენიშვნები ტრენერისთვის", "ტრენერი: შენიშვნები"),
    ("ru", "Для тренера", "Тренер: …"),
    ("ru", "Заметки тренера", "Тренер: Заметки"),
    ("tr", "Eğitmen için notlar", "Eğitmen: notlar"),
    ("tr", "Eğitmenler için: kâğıt", "Eğitmen: kâğıt"),
    ("uk", "Нотатки тренера", "Тренер: Нотатки"),
    ("uk", "Тільки для тренерок", "Тренер: …"),
    ("en", "Note to trainers", "Trainer: Note"),
    ("en", "Facilitator notes", "Trainer: notes"),
    ("en", "Facilitator's notes", "Trainer: notes"),
    ("en", "FACILITATOR: how to teach", "Trainer: how to teach"),
    ("en", "For facilitators", "Trainer: …"),
    ("fr", "Animateur\u00a0: du papier", "Formatrice: du papier"),
    ("fr", "Notes pour l'animatrice", "Formatrice: Notes"),
    ("fr", "Note à la facilitatrice", "Formatrice: Note"),
    ("ru", "Заметки ведущему", "Тренер: Заметки"),
    ("ru", "Фасилитатору: бумага", "Тренер: бумага"),
    ("uk", "Для фасилітаторки", "Тренерка: …"),
    ("uk", "Нотатки ведучій", "Тренерка: Нотатки"),
    ("tr", "Eğitimci için notlar", "Eğitmen: notlar"),
    ("tr", "Kolaylaştırıcı için notlar", "Eğitmen: notlar"),
    ("tr", "KOLAYLAŞTIRICI NOTLARI", "Eğitmen: NOTLARI"),
    ("ka", "ფასილიტატორისთვის", "ტრენერი: …"),
]


@pytest.mark.parametrize(("language", "heading", "mended"), NOTES)
def test_notes_for_the_trainer_are_an_error_and_kept_from_learners(
    tmp_path: Path, language: str, heading: str, mended: str
) -> None:
    found = problems_of(tmp_path, language, f"## {heading}\n\nBring paper.\n")
    assert [(p.code, p.hint) for p in found] == [("Q001", f"Write '## {mended}'.")]


@pytest.mark.parametrize(
    "heading",
    [
        "Trainer shoes",
        "Trainer of the year",
        "Exercises for the trainer",
        "For trainers who are new",
        "For the teacher",
        "Teacher notes",
        "Teacher: how to begin",
        "Tips for teachers",
        "Exercises for facilitators",
    ],
)
def test_what_may_be_for_the_trainer_is_asked_about(tmp_path: Path, heading: str) -> None:
    found = problems_of(tmp_path, "en", f"## {heading}\n\nWords.\n")
    assert [p.code for p in found] == ["Q728"]


NAMED = [
    ("en", "For the trainer: bring paper."),
    ("en", "(For trainers: bring paper.)"),
    ("en", "*Notes for the trainer:* bring paper."),
    ("en", "**For the trainer**"),
    ("en", "> [!NOTE] For the trainer\n> Bring paper."),
    ("en", "> [!TIP] Trainer: bring paper\n> Words."),
    ("fr", "Pour la formatrice\u00a0: du papier."),
    ("fr", "Note du formateur : du papier."),
    ("ka", "ტრენერისთვის: ქაღალდი."),
    ("ka", "**შენიშვნა ტრენერისთვის:** ქაღალდი."),
    ("ru", "Для тренера: бумага."),
    ("ru", "Тренеру: бумага."),
    ("tr", "Eğitmen için: kâğıt."),
    ("tr", "Eğitmen notu: kâğıt."),
    ("uk", "Для тренерки: папір."),
    ("en", "**Note to facilitator:** bring paper."),
    ("en", "Facilitator: bring paper."),
    ("en", "For the teacher: bring paper."),
    ("en", "> [!NOTE] Facilitators\n> Bring paper."),
    ("tr", "Kolaylaştırıcı notu: kâğıt."),
    ("ru", "**Ведущему:** бумага."),
    ("ka", "**ფასილიტატორს:** ქაღალდი."),
]


@pytest.mark.parametrize(("language", "line"), NAMED)
def test_a_line_that_names_the_trainer_is_asked_about(
    tmp_path: Path, language: str, line: str
) -> None:
    assert [p.code for p in problems_of(tmp_path, language, f"Words.\n\n{line}\n")] == ["Q728"]
    part = f"Words.\n\n## Trainer: Notes\n\n{line}\n"
    assert problems_of(tmp_path, language, part) == []


LOST = ("**{word}:** {title}", "{word}: {title}", "> **{word}:** {title}", "**{word}**: {title}")
LOST += ("**{word} {title}:** {title}", "{word}'s {title}: {title}")
LOST += ("🎓 {word}: {title}", "{capitals}: {title}", "__{word} :__ {title}", "{word}：{title}")


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("line", LOST)
def test_a_paragraph_for_the_trainer_is_asked_about(
    tmp_path: Path, language: str, line: str
) -> None:
    for word, keyword in words_of(language):
        if keyword == "Trainer":
            title = TITLES[language]
            row = line.format(word=word, title=title, capitals=capitals(language, word))
            found = problems_of(tmp_path, language, f"Words.\n\n{row}\n")
            assert [p.code for p in found] == ["Q728"], row
            assert f"Write '## {word}: {title}'" in found[0].hint


def test_in_the_trainers_part_nothing_is_asked(tmp_path: Path) -> None:
    part = "Words.\n\n## Trainer: Notes\n\nTrainer: bring paper.\n\n### Trainer's things\n\nPens.\n"
    assert problems_of(tmp_path, "en", part) == []
    assert [p.code for p in problems_of(tmp_path, "en", f"{part}\n## Then\n\nTrainer: me.\n")]


def test_a_talk_may_hold_a_trainer(tmp_path: Path) -> None:
    talk = "Trainer: Good morning!\\\n**Ana:** Hello!\n"
    assert problems_of(tmp_path, "en", talk) == []


def test_each_table_of_keywords_is_tried() -> None:
    assert {path.parent.name for path in locales().glob("*/keywords.csv")} == TITLES.keys() - {"en"}
