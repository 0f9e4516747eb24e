"""Sentences that the rules for lessons must find, and such that they must leave alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from folder import lesson, put, read, settings, small
from kandil.lint.lesson import promises, who_helps, worries
from kandil.lint.lesson.counted import minutes, words
from kandil.lint.lesson.length import lint_length
from kandil.lint.lint import LintContext, Moment
from kandil.lint.material import Material
from kandil.model.course import Course

DAY = date(2026, 11, 24)
BAD = {
    "promise": {
        "en": """The message is totally private.
            Nobody else can see what you write.
            This guarantees your safety.
            The app cannot be hacked.
            It makes you invisible.
            It prevents everyone from calling you.
            A passkey protects you from all phishing.
            You are now safe.
            Most families cannot see that.
            Nobody needs it.
            This stops thieves from reading it.
            You will stay anonymous.""",
        "uk": "Це цілком безпечно.\nНіхто не зможе прочитати ваш лист.\nТепер ви в безпеці.",
        "ru": "Это полностью безопасно.\nНикто не сможет прочитать ваше письмо.",
        "ka": "ეს სრულიად უსაფრთხოა.\nვერავინ წაიკითხავს წერილს.",
        "tr": "Bu tamamen güvenli.\nHiç kimse mesajınızı okuyamaz.\nArtık güvendesiniz.",
    },
    "who_helps": {
        "en": "Help below says who can plan with you.\nHelp shows whom you can call.",
        "uk": "Розділ «Допомога» підкаже, хто може скласти з вами план.",
        "ru": "Раздел «Помощь» подскажет, с кем можно составить план.",
        "ka": "დახმარებაში წერია, ვინ დაგეხმარებათ.",
        "tr": "Yardım bölümü kimin sizinle plan yapabileceğini söyler.",
    },
    "worry": {
        "en": """Does this worry you?
            Are you afraid?
            If any of these frightens you, stop.
            Do you feel watched?
            Is somebody watching you?""",
        "uk": "Вас це турбує?\nЦе вас лякає?",
        "ru": "Вас это беспокоит?",
        "ka": "ეს გაწუხებთ?",
        "tr": "Bu sizi kaygılandırıyor mu?",
    },
}
GOOD = {
    "promise": {
        "en": """It is not totally private.
            Nothing is 100% safe.
            If you close it, nobody can see it.
            Nobody is asked about her own phone.
            It makes a copy impossible to lose, he says.
            No one can promise that you are safe.
            A code helps against a thief who has the password.
            Are you safe?
            Nobody else may know the PIN.
            Never send a code.""",
        "uk": "Це не цілком безпечно.\nЯкщо закрити його, ніхто не зможе прочитати лист.",
        "ru": "Это не полностью безопасно.",
        "tr": "Bu tamamen güvenli değil.",
    },
    "who_helps": {
        "en": "Help says where you can ask.\nWho says that help is near?",
        "uk": "Розділ «Допомога» підкаже, де спитати.",
        "ru": "Раздел «Помощь» подскажет, где спросить.",
        "ka": "დახმარებაში წერია, სად შეგიძლიათ იკითხოთ.",
        "tr": "Nereye danışabileceğiniz Yardım bölümünde yazıyor.",
    },
    "worry": {
        "en": "Do not worry.\nShe was worried.\nThis may worry the bank.",
        "uk": "Не хвилюйтеся.",
        "ru": "Не волнуйтесь.",
        "tr": "Merak etmeyin.",
    },
}
LINTS = {"promise": promises.LINT, "who_helps": who_helps.LINT, "worry": worries.LINT}


def rows(table: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    return [
        (rule, tag, sentence.strip())
        for rule, by_language in table.items()
        for tag, words in by_language.items()
        for sentence in words.split("\n")
    ]


def found(folder: Path, rule: str, tag: str, sentence: str) -> bool:
    course = read(small(folder, sentence, more=f"language: {tag}\n"))
    return bool([*LINTS[rule].find(context(course, tag))])


def context(course: Course, tag: str = "en") -> LintContext:
    return LintContext(Moment.SOURCE, Material(course, lambda path: 0), tag, DAY)


@pytest.mark.parametrize(("rule", "tag", "sentence"), rows(BAD))
def test_it_is_found(rule: str, tag: str, sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, rule, tag, sentence)


@pytest.mark.parametrize(("rule", "tag", "sentence"), rows(GOOD))
def test_it_is_left_alone(rule: str, tag: str, sentence: str, tmp_path: Path) -> None:
    assert not found(tmp_path, rule, tag, sentence)


def of_words(folder: Path, number: int, more: str = "") -> Course:
    put(
        folder,
        {
            "course.yml": settings("bad", more="shape: lesson\n"),
            "modules/bad.md": lesson("word " * number + more, title="Bad"),
        },
    )
    return read(folder)


@pytest.mark.parametrize(("number", "told"), [(1098, 1), (1099, 0), (1599, 0), (1600, 1)])
def test_a_lesson_has_from_1100_to_1600_words(number: int, told: int, tmp_path: Path) -> None:
    assert len([*lint_length(context(of_words(tmp_path, number)))]) == told


def test_a_course_of_another_shape_has_lessons_of_any_length(tmp_path: Path) -> None:
    course = replace(of_words(tmp_path, 5), shape="free")
    assert [*lint_length(context(course))] == []


def test_the_longest_variant_counts_and_help_and_trainer_do_not(tmp_path: Path) -> None:
    more = """

<!-- for: youth -->

One two three.

<!-- end -->

<!-- for: elders -->

One two.

<!-- end -->

## Trainer: Plan

Many words for the trainer.

## Help

Some words of help.
"""
    folder = small(tmp_path, f"Ten words.{more}", "variants: [youth, elders]\n")
    assert words(read(folder).modules[0]) == 1 + 2 + 3


def test_minutes_are_words_practice_and_half_a_question(tmp_path: Path) -> None:
    quick = "### Question: Why?\n\n- [x] A reason\n  > Yes.\n- [ ] Another one\n  > No.\n"
    text = f"{'word ' * 120}\n\n## Do it\n\nWords.\n\n{quick}"
    module = read(small(tmp_path, text)).modules[0]
    assert minutes(module) == words(module) / 130 + 5 + 0.5
