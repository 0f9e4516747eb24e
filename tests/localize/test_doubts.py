"""What stands in the place of a translation and is none; and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import text
from kandil.localize.catalogue import read_catalogue
from kandil.localize.checks import check
from kandil.localize.doubts import usual_length
from kandil.localize.entries import Entry
from kandil.localize.units import Unit
from kandil.problems import Place

FOUR = "Lock the door. Take the key with you. Tell nobody where it is. Come back soon."


def found(source: str, words: str, tag: str, answer: str = "", usual: float = 1.0) -> list[str]:
    entry = Entry("", source, (words,), "translated", Place("a.po"))
    problems = check(Unit(text(source), answer=answer), entry, tag, usual).problems
    return [one.code for one in problems]


@pytest.mark.parametrize(
    ("tag", "source", "words", "code"),
    [
        ("tr", FOUR, FOUR, "L020"),
        ("tr", "Take the key", "Take  the key", "L020"),
        ("de", "Do **not** go [there](tin-2.md)", "Do **not** go [there](tin-2.md)", "L020"),
        ("ro", "Lock the door", "Закройте дверь", "L021"),
        ("ka", "Lock the door", "Kapini kilitle", "L021"),
        ("uk", "Ask a friend", "Pitaj prijatelja", "L021"),
        ("uk", "Ask a friend", "PITAJ SMS PRIJATELJA", "L021"),
        ("hy", "Ask a friend on WhatsApp", "Спроси подругу в WhatsApp", "L021"),
        ("sr-Latn", "Ask a friend", "Питај другарицу", "L021"),
        ("uk", "Password", "xx", "L022"),
        ("uk", "Lock the door", "xx", "L022"),
        ("tr", "Lock the door", "xxxxxx", "L022"),
        ("tr", "Lock the door", "???", "L022"),
        ("uk", FOUR, "Замкніть двері. Візьміть ключ із собою. Нікому не кажіть, де він.", "L023"),
        ("tr", FOUR, "Kapıyı kilitle.", "L023"),
        ("uk", "Never **share** it", "Ніколи не показуйте", "L025"),
        ("uk", "Take the key", "Візьміть\n- [x] ключ", "L008"),
        ("uk", "Take the key", "Візьміть\n> ключ", "L008"),
    ],
)  # fmt: skip
def test_what_is_no_translation(tag: str, source: str, words: str, code: str) -> None:
    assert found(source, words, tag) == [code]


@pytest.mark.parametrize(
    ("tag", "source", "words"),
    [
        ("tr", "WhatsApp Web", "WhatsApp Web"),
        ("tr", "Signal, WhatsApp, Telegram", "Signal, WhatsApp, Telegram"),
        ("ka", "WhatsApp", "WhatsApp"),
        ("ka", "Open WhatsApp", "გახსენით WhatsApp"),
        ("uk", "https://example.org/a/path", "https://example.org/a/path"),
        ("uk", "`chrome://settings` in Chrome", "`chrome://settings` у Chrome"),
        ("uk", "PIN", "PIN"),
        ("tr", "Internet", "Internet"),
        ("de", "Name", "Name"),
        ("ro", "test", "test"),
        ("uk", "OK", "Так"),
        ("uk", "Text message", "SMS"),
        ("ka", "A secret number", "PIN"),
        ("ka", "AB12-cd34", "AB12-cd34"),
        ("tr", "Yes.", "O."),
        ("xx-Tfng", "Lock the door", "ⵔⵔⴰ"),
        ("zh", "Lock the door.", "锁门。"),
        ("uk", FOUR, "Замкніть двері, візьміть ключ, не кажіть нікому, де він, і повертайтеся."),
        ("uk", "Never *share* it", "Ніколи не показуйте"),
        ("uk", "1. One", "1. Один"),
    ],
)  # fmt: skip
def test_what_only_looks_so(tag: str, source: str, words: str) -> None:
    assert found(source, words, tag) == []


def test_a_password_may_stay_as_an_answer() -> None:
    assert found("river candle boat", "river candle boat", "tr", "Option text") == []
    assert found(FOUR, FOUR, "tr", "Option text") == ["L020"]


def test_a_script_that_needs_fewer_signs_is_no_shorter_translation() -> None:
    pairs = [(FOUR, FOUR[: len(FOUR) // 3])] * 9
    assert usual_length(pairs, "zh") == pytest.approx(1 / 3, abs=0.02)
    assert found(FOUR, "锁好门。带上钥匙。谁也不要告诉。快点回来。", "zh", usual=1 / 3) == []


WHOLE = [
    ("zh", "锁好门。带上钥匙。谁也不要告诉。快点回来。"),
    ("zh-Hant", "把門鎖好。帶上鑰匙。不要告訴任何人。早點回來。"),
    ("ja", "ドアに鍵をかける。鍵は持っていく。置き場所は誰にも言わない。早く戻る。"),
    (
        "ko",
        "문을 잠그세요. 열쇠를 챙기세요. 어디에 있는지 아무에게도 말하지 마세요. 곧 돌아오세요.",
    ),
    ("he", "נעלו את הדלת. קחו את המפתח. אל תגלו לאיש היכן הוא. חזרו מהר."),
    ("ar", "أقفلي الباب. خذي المفتاح معك. لا تخبري أحدا بمكانه. عودي سريعا."),
    ("am", "በሩን ቆልፉ። ቁልፉን ያዙ። የት እንዳለ ለማንም አትንገሩ። ቶሎ ተመለሱ።"),
    ("tr", "Kapıyı kilitleyip anahtarı al. Nerede olduğunu söyleme. Hemen geri dön."),
    ("uk", "Замкни двері. Візьми ключ і нікому не кажи, де він. Повертайся."),
]
PART = [
    ("zh", "锁好门。"),
    ("tr", "Kapıyı kilitle."),
    ("he", "נעלו את הדלת."),
    ("ka", "ჩაკეტეთ კარი."),
]


@pytest.mark.parametrize(("tag", "words"), WHOLE)
def test_a_small_file_gives_no_false_alarm(tag: str, words: str) -> None:
    """It shows nothing that is usual in it, so the script says what is short."""
    assert found(FOUR, words, tag, usual=usual_length([(FOUR, words)], tag)) == []


@pytest.mark.parametrize(("tag", "words"), PART)
def test_nor_does_it_let_pass_what_is_a_part(tag: str, words: str) -> None:
    assert found(FOUR, words, tag, usual=usual_length([], tag)) == ["L023"]


@pytest.mark.parametrize("words", ["\u200b", "\u00a0", "\u2060 \ufeff", "\u200e", "   ", "\\n"])
def test_signs_that_nobody_sees_are_no_words(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.po"
    path.write_text(f'msgid "a"\nmsgstr "{words}"\n', "utf-8")
    catalogue, (problem,) = read_catalogue(path)
    assert (problem.code, problem.place.line) == ("L026", 2)
    assert [entry.state for entry in catalogue.entries.values()] == ["empty"]


def test_a_translation_that_is_left_empty_is_no_slip(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    forms = 'msgid "c"\nmsgid_plural "d"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    path.write_text(f'msgid "a"\nmsgstr ""\n\n{forms}', "utf-8")
    assert read_catalogue(path)[1] == []


def test_an_empty_form_of_a_plural_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    forms = 'msgstr[0] "x"\nmsgstr[1] ""\nmsgstr[2] "z"\n'
    path.write_text(f'msgid "a"\nmsgid_plural "b"\n{forms}', "utf-8")
    catalogue, (problem,) = read_catalogue(path)
    assert (problem.code, problem.place.line) == ("L024", 3)
    assert "'msgstr[1]'" in problem.message
    assert [entry.state for entry in catalogue.entries.values()] == ["empty"]
