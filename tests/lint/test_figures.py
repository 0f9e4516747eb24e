"""Which sentences say a figure about the world."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder import read, small
from kandil.lint.lesson.figures import lint_figures
from standin import as_written

FIGURES = {
    "en": "One in three women has met this.|Nine in ten women saw it.|One woman in three.|"
    "Every third woman has met it.|One third of girls.|7 women in 10|Half the women asked.|"
    "58% of women|85 per cent of women|3 out of 10 girls|12,000 women|2.6 billion people|"
    "The majority of women|1 in every 4 women|One of three women|"
    "Twice as many women as men|Women are three times as likely to be stalked.|"
    "Fraud cost 12 million lari.|Of 200 women, 60 said yes.|Of the ten women who came, two stayed.",
    "uk": "Одна з трьох жінок|З цим стикнулася одна жінка з трьох.|Кожна третя жінка|"
    "З трьох жінок одна це знає.|Дев’ять із десяти жінок|Половина жінок|58% жінок|"
    "12 000 жінок|2,6 мільярда людей|Дві третини дівчат|"
    "Більшість жінок у країні стикалася з цим.|Із 200 жінок 60 сказали так.|"
    "Із 200 опитаних жінок у місті 60 сказали так.|Вартість шахрайства — 12 мільйонів.",
    "ru": "Одна из трёх женщин это знает.|Одна женщина из трех|Каждая третья женщина|"
    "Девять из десяти женщин|Более половины женщин|58 процентов|12 000 женщин|2,6 миллиарда|"
    "Треть девушек|Из каждых трёх женщин одна|Большинство женщин в стране встречалось с этим.|"
    "Из 200 опрошенных женщин 60 сказали да.|Ущерб и оплата: 12 миллионов лари.",
    "ka": "სამი ქალიდან ერთმა ეს იცის.|ათი ქალიდან ცხრა|ყოველი მესამე ქალი|ყოველ მესამე ქალს|"
    "ყოველმა მესამე ქალმა|"
    "ქალების ნახევარი|ქალების მესამედი|58% ქალი|58 პროცენტი|12 000 ქალი|2,6 მილიარდი ადამიანი|"
    "ქალების უმრავლესობა ამას შეხვედრია.",
    "tr": "Üç kadından biri bunu yaşadı.|On kadından dokuzu|Her üç kadından birinin|"
    "Kadınların yarısı|Kadınların üçte biri|%58|yüzde elli|12.000 kadın|2,6 milyar kişi|"
    "Kadınların çoğunluğu bunu yaşadı.",
}
OTHERS = {
    "en": "Use 50% of the screen.|Set the brightness to 30%.|The battery is at 20%.|"
    "Half of the password is a number.|One in three steps is done.|The pass mark is 80%.|"
    "Save 1 of 3 codes.|Keep 3 of 5 words.|A third of the page is empty.|"
    "Of the three women in the story, Ana calls.|Of two people, choose one you trust.|"
    "In one of three rooms the phone rings.|Nothing is 100% safe.|She has two friends.|"
    "Most people never look.|Every second photo is old.|Write 20% longer passwords.",
    "uk": "Одна з трьох кнопок|Один із двох способів|Половина екрана|100% захисту немає|"
    "Заряд 20%|Кожна друга кнопка|Більшість людей не дивиться на адресу.|"
    "Більшість молодих користувачів так робить.",
    "ru": "Один из трёх способов|Половина экрана|Заряд 20%|Каждая вторая кнопка|Одна из кнопок|"
    "Большинство людей не смотрит на адрес.|Большинство пользователей так делает.",
    "ka": "სამი ღილაკიდან ერთი|ბატარეა 20%|ეკრანის 50%|ერთ-ერთი ღილაკი|"
    "ადამიანების უმრავლესობა მისამართს არ უყურებს.",
    "tr": "Üç düğmeden biri|Pil %20|Ekranın %50'si|İki yoldan biri|"
    "İnsanların çoğunluğu adrese bakmaz.",
}


PRICES = {
    "en": "Save 20% today, says the shop.|The fee is 0–2 %.|Prices are 5% lower now.|A 30% sale|"
    "Cards cost 2% more.|The loan has 12% interest.|The tip is 10 percent.|"
    "Save 20% of the price.|A discount of 20%|20% off",
    "uk": "Заощадьте 20% сьогодні, каже магазин.|Комісія 0–2 %.|Знижка 30%|Ціни на 5% нижчі.",
    "ru": "Сэкономьте 20% сегодня, пишет магазин.|Комиссия 0–2 %.|Скидка 30%|Цены на 5% ниже.",
    "ka": "საკომისიო 0–2 %.|ფასდაკლება 30%|დაზოგეთ 20% დღეს, ამბობს მაღაზია.|ფასი 5%-ით ნაკლებია.",
    "tr": "Bugün %20 indirim|Komisyon %2.|Mağaza diyor: bugün %20 tasarruf edin.|Fiyatlar %5 az.",
}
PAID = {
    "en": "58% of women pay by card.|Half the women asked have a card.|12% of shops lie.",
    "uk": "58% жінок платять карткою.",
    "ru": "58% женщин знают цены.",
    "ka": "ქალების 58% ფასებს ადარებს.",
    "tr": "Kadınların %58'i fiyatlara bakar.",
}
FEES = "| Way | Fee |\n|---|---|\n| Card | 0–2 % |\n| Cash | 1 % |"
ROWS = "| Way | Sum |\n|---|---|\n| Payment card | 0–2 % |\n| Women asked | 58 % |"


def test_prices_are_no_figures_about_the_world(tmp_path: Path) -> None:
    for number, (tag, words) in enumerate(_each(PRICES)):
        (folder := tmp_path / str(number)).mkdir()
        assert codes(folder, tag, words) == [], words


def test_what_is_said_of_people_who_pay_is_one(tmp_path: Path) -> None:
    for number, (tag, words) in enumerate(_each(PAID)):
        (folder := tmp_path / str(number)).mkdir()
        assert codes(folder, tag, words) == ["A201"], words


@pytest.mark.parametrize(("table", "found"), [(FEES, []), (ROWS, ["A201"])])
def test_a_row_says_what_its_figures_are(tmp_path: Path, table: str, found: list[str]) -> None:
    assert codes(tmp_path, "en", table) == found


def _each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(tag, words) for tag, said in table.items() for words in said.split("|")]


def codes(folder: Path, tag: str, body: str, front: str = "") -> list[str]:
    course = read(small(folder, body, front, f"language: {tag}\n"))
    return [problem.code for problem in lint_figures(as_written(course))]


@pytest.mark.parametrize(("tag", "words"), _each(FIGURES))
def test_a_figure_about_people_needs_its_source(tmp_path: Path, tag: str, words: str) -> None:
    assert codes(tmp_path, tag, words) == ["A201"]


@pytest.mark.parametrize(("tag", "words"), _each(OTHERS))
def test_a_share_of_something_else_does_not(tmp_path: Path, tag: str, words: str) -> None:
    assert codes(tmp_path, tag, words) == []


@pytest.mark.parametrize(
    ("words", "front", "found"),
    [
        ("58% of women know it.", "", ["A201"]),
        ("In 2023, 58% of women knew it.", 'sources: ["UN Women, 2023"]\n', ["A210"]),
    ],
)
def test_the_glossary_is_judged_too(
    tmp_path: Path, words: str, front: str, found: list[str]
) -> None:
    (tmp_path / "glossary.md").write_text(f"## Passkey\n\n{words}\n")
    assert codes(tmp_path, "en", "A [passkey](../glossary.md#passkey).", front) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In 2023, 58% of women knew it ([UN Women](https://example.org/f)).", ["A210"]),
        ("58% of women knew it, says [UN Women, 2023](https://example.org/f).", ["A210"]),
        ("In 2023, one in three women knew it ([UN Women](https://example.org/f)).", []),
        ("58% of women knew it ([UN Women](https://example.org/f)).", ["A201"]),
        ("In 2023, 58% of women knew it.", ["A201"]),
        ("In 2023, 58% of women knew it. More is [there](https://example.org/f).", ["A201"]),
    ],
)
def test_a_source_that_is_linked_with_a_year_is_enough(
    tmp_path: Path, words: str, found: list[str]
) -> None:
    assert codes(tmp_path, "en", words) == found


RECORDS = {
    "58% of women.": 'value: 58, unit: "%"',
    "58,5 per cent of women.": 'value: 58.5, unit: "%"',
    "12,000 women.": "value: 12000",
    "2.6 billion people.": "value: 2.6, unit: billion",
    "3 million people.": "value: 3, unit: million",
}


@pytest.mark.parametrize(("words", "record"), RECORDS.items())
def test_the_hint_is_a_record_to_copy(tmp_path: Path, words: str, record: str) -> None:
    [problem] = lint_figures(as_written(read(small(tmp_path, words, "", ""))))
    start = f"Put it into facts.yml, 'my-figure: {{{record}, year: …, source: …"
    assert problem.hint.startswith(start)


@pytest.mark.parametrize("words", ["One in three women.", "3 out of 10 girls."])
def test_a_figure_in_words_is_asked_for_its_source_alone(tmp_path: Path, words: str) -> None:
    [problem] = lint_figures(as_written(read(small(tmp_path, words, "", ""))))
    assert problem.hint.startswith("Write the year and a note")


def test_a_figure_of_the_course_is_told_by_nobody(tmp_path: Path) -> None:
    words = "Of women, {fact.share} are online, and {fact.number} of people."
    assert codes(tmp_path, "en", words) == []
