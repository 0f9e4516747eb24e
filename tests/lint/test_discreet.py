"""Which words of a title or a name tell what a course is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import read, small
from kandil.lint.privacy.discreet import lint_discreet, lint_discreet_words
from kandil.model.course import Course
from standin import as_written

TELLING = {
    "en": "Doxing|Femicide|Online hate|Women in danger|Beaten women|When he hits you|"
    "Is my phone watched|Cyberviolence|Are you being followed?|She was hit|Survivors",
    "uk": "Докс|Феміцид|Ненависть у мережі|Жінки в небезпеці|Побиті жінки|Коли він б’є|"
    "За мною стежать|Кібернасильство|Ті, хто вижив",
    "ru": "Доксинг|Фемицид|Ненависть в сети|Избитые женщины|Когда он бьёт|За мной следят|"
    "Кибернасилие|Опасность|Пережившие",
    "ka": "დოქსინგი|ფემიციდი|სიძულვილი ქსელში|ნაცემი ქალები|როცა გცემს|მითვალთვალებენ|"
    "კიბერძალადობა|საფრთხე",
    "tr": "Doxing|Kadın cinayeti|Nefret söylemi|Dövülen kadınlar|Sana vuruyor|İzleniyor muyum|"
    "Siber şiddet|Tehlike|Hayatta kalanlar",
}
PLAIN = {
    "en": "Lesson 1|Phone basics|Everyday skills|Battery and settings|First steps|Hitchhiking|"
    "Health and home|Good habits|Trolleys and kickstands",
    "uk": "Урок 1|Щоденні навички|Душевна бесіда|Батарея|Стежка в лісі|Налаштування телефону",
    "ru": "Урок 1|Полезные навыки|Местоимения|Домашние дела|Следите за новостями|Прослушайте урок",
    "ka": "გაკვეთილი 1|ტელეფონი|ყოველდღიური უნარები|მოკლე გაკვეთილი|მოვუსმინოთ",
    "tr": "Ders 1|Günlük beceriler|Döviz kuru|Vurgular|Eşitlik|Kocaman bir gün|Tören",
}


def _titles(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(tag, title) for tag, titles in table.items() for title in titles.split("|")]


def course(folder: Path, top: str, front: str = "") -> Course:
    """A course of one lesson, which is sensitive."""
    front = f"discreet_title: One\n{front}"
    return read(small(folder, "Words.", front, f"sensitive: yes\n{top}"))


@pytest.mark.parametrize(("tag", "title"), _titles(TELLING))
def test_a_telling_word_is_found(tmp_path: Path, tag: str, title: str) -> None:
    found = course(tmp_path, f'language: {tag}\ndiscreet_title: "{title}"\n')
    assert [problem.code for problem in lint_discreet_words(as_written(found))] == ["A405"]


@pytest.mark.parametrize(("tag", "title"), _titles(PLAIN))
def test_a_plain_word_is_left_alone(tmp_path: Path, tag: str, title: str) -> None:
    found = course(tmp_path, f'language: {tag}\ndiscreet_title: "{title}"\n')
    assert list(lint_discreet_words(as_written(found))) == []


@pytest.mark.parametrize(
    ("name", "word"),
    [("survivors", "survivors"), ("siddet-2", "siddet"), ("nasilie", "nasilie"), ("youth", "")],
)
def test_packages_are_named_by_a_variant(tmp_path: Path, name: str, word: str) -> None:
    found = course(tmp_path, "discreet_title: Two\n", f"variants: [{name}]\n")
    said = [(problem.message, problem.place.line) for problem in lint_discreet(found)]
    message = f"The variant '{name}' says '{word}', and packages are named by it"
    assert said == ([(message, 5)] if word else [])
