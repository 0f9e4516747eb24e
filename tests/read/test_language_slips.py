"""A slip in a keyword is told in whatever language and script the lesson is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.paths import locales
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
