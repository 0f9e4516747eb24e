"""What stands in the place of a translation and is none; and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import text
from kandil.localize.catalogue import read_catalogue
from kandil.localize.checks import check
from kandil.localize.doubts import usual_length
from kandil.localize.entries import Entry
from kandil.localize.sentences import sentences
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


NOTE = "First write it on paper. Keep it at home. Ask a friend when you are not sure."
PARTS = [
    (
        "ru",
        NOTE,
        "Сначала запишите его на бумаге. Храните дома. Ask a friend when you are not sure.",
    ),
    (
        "ru",
        NOTE,
        "Сначала запишите его на бумаге. Keep it at home. Ask a friend when you are not sure.",
    ),
    ("uk", NOTE, "Спочатку запишіть його на папері, keep it at home, і запитайте подругу."),
    ("ka", NOTE, "ჯერ ქალალდზე დაწერეთ. Keep it at home. მეგობარს ჰკითხეთ."),
    ("ar", NOTE, "اكتبيها أولا على ورقة. احتفظي بها في البيت. Ask a friend when you are not sure."),
    ("zh", NOTE, "先写在纸上。放在家里。Ask a friend when you are not sure."),
    ("el", NOTE, "Γράψε το σε χαρτί. Keep it at home. Ρώτα μια φίλη."),
    ("tr", NOTE, "Önce kâğıda yazın. Evde saklayın. Ask a friend when you are not sure."),
    ("tr", NOTE, "Önce kâğıda yazın. Keep it at home! Bir arkadaşa sorun."),
    ("ru", "Use Signal. Ask a friend first.", "Пользуйтесь Signal. Ask a friend first."),
    ("ru", "**Never share it** with anybody.", "**Never share it** ни с кем."),
    ("ru", "Tap *the small lock* first.", "Сначала нажмите *the small lock*."),
    ("ru", "It says: you have won a prize.", "Там написано: «you have won a prize. Click»."),
    ("ru", "Замкните дверь. Возьмите ключ.", "Замкните дверь. Take the key with you."),
    ("en", "Замкните дверь. Возьмите ключ с собой.", "Lock the door. Возьмите ключ с собой."),
    ("en", "Замкните дверь и возьмите ключ с собой.", "Lock it и возьмите ключ."),
]


@pytest.mark.parametrize(("tag", "source", "words"), PARTS)
def test_what_was_translated_in_part(tag: str, source: str, words: str) -> None:
    codes = set(found(source, words, tag)) - {"L008", "L023", "L025"}
    assert codes & {"L020", "L021"}


@pytest.mark.parametrize("last", ["!", "?", "…", "", " .", "。"])
def test_another_sign_at_the_end_translates_nothing(last: str) -> None:
    assert found("Ask a friend now.", f"Ask a friend now{last}", "tr") == ["L020"]


MIXED = [
    ("ru", "Open the Google Play Store.", "Откройте Google Play Store."),
    ("ru", "Sign in with Google.", "Нажмите «Sign in with Google»."),
    ("ru", "Then tap **Sign in with Google**.", "Потом нажмите **Sign in with Google**."),
    ("ru", "**Sign in with Google** opens it.", "**Sign in with Google** открывает это."),
    ("uk", "Then tap **Turn off location**.", "Потім торкніться **Turn off location**."),
    (
        "uk",
        "Choose **Last seen and online**.",
        "Виберіть **Last seen and online** у налаштуваннях.",
    ),
    ("uk", "Signal, WhatsApp and Telegram work.", "Signal, WhatsApp і Telegram працюють."),
    (
        "uk",
        "This is gender-based violence online.",
        "Це гендерне насильство в мережі (gender-based violence online).",
    ),
    (
        "ka",
        "Find My iPhone and Google Find Hub help.",
        "Find My iPhone და Google Find Hub გვეხმარება.",
    ),
    (
        "ka",
        "The address is https://my.benefits.example/form here.",
        "მისამართია https://my.benefits.example/form აქ.",
    ),
    ("ka", "Write to help@example.org at once.", "მისწერეთ help@example.org დაუყოვნებლივ."),
    ("ka", "Type `river candle boat` there.", "აკრიფეთ `river candle boat` იქ."),
    (
        "ar",
        "The Office of the High Commissioner for Human Rights says so.",
        "هذا ما تقوله Office of the High Commissioner for Human Rights.",
    ),
    ("ar", "Use WhatsApp for Android and iPhone.", "استخدمي WhatsApp for Android وiPhone."),
    (
        "ar",
        "Read [how to stay safe online](https://example.org/a) now.",
        "اقرئي الآن [how to stay safe online](https://example.org/a).",
    ),
    (
        "ru",
        "UN Women, Facts and figures on violence against women, 2023",
        "Структура «ООН-женщины», Facts and figures on violence against women, 2023",
    ),
    ("ru", 'It said "you have won a prize" yesterday.', "Вчера там было «you have won a prize»."),
    ("ru", "Look for {name} in the app.", "Найдите {name} в приложении."),
    ("tr", "Use Signal. Use Telegram. Use it well.", "Signal kullan. Telegram kullan. İyi kullan."),
    ("tr", "Google Play Store. Then tap it.", "Google Play Store. Sonra ona dokun."),
    ("tr", "It is on YouTube. Look for it.", "YouTube'da var. Onu arayın."),
    ("sr-Latn", "Wi-Fi i Bluetooth. To je dobro.", "Wi-Fi i Bluetooth. To je baš dobro."),
    ("ro", "OK. Da, e bine.", "OK. Da, este bine."),
    ("zh", "Open Google Play Store and tap it.", "打开 Google Play Store 并点击。"),
    (
        "ja",
        "Use Microsoft Edge for Business here.",
        "ここでは Microsoft Edge for Business を使います。",
    ),
    ("uk", "Windows, iOS, macOS and iPadOS have it.", "Це є у Windows, iOS, macOS, iPadOS."),
    (
        "uk",
        "It is called end-to-end encryption.",
        "Це називається end-to-end encryption, тобто наскрізне.",
    ),
    ("ru", "Press Ctrl + Alt + Delete.", "Нажмите Ctrl + Alt + Delete."),
    ("el", "It is the SOS of the phone.", "Είναι το SOS του τηλεφώνου."),
    ("hy", "Say it to Anna.", "Ասա Աննային."),
    ("he", "Use Signal or the Tor Browser.", "השתמשי ב-Signal או ב-Tor Browser."),
    (
        "en",
        "Откройте «Госуслуги» и «Сбербанк Онлайн».",
        "Open Gosuslugi (Госуслуги) and “Сбербанк Онлайн”.",
    ),
]


@pytest.mark.parametrize(("tag", "source", "words"), MIXED)
def test_names_addresses_and_code_may_stay(tag: str, source: str, words: str) -> None:
    codes = set(found(source, words, tag, usual=0.1))
    assert codes <= {"L006"}


@pytest.mark.parametrize("box", ["[x]", "[ ]", "- [x]", "[X]", "[]", "[х]", "[✓]", "- [✓]", "-[ ]"])
def test_a_tick_box_stays_outside(box: str) -> None:
    assert found("Draw a phone", f"{box} Нарисуйте телефон", "ru") == ["L008"]


def test_a_tick_box_that_the_source_shows_may_stay() -> None:
    assert found("[x] is a tick", "[x] это галочка", "ru") == []


BLANKS = [
    ("[[почта, эл. почта]]", "Q725"),
    ("[[лист / пошта]]", "Q725"),
    ("[[почта или письмо]]", "Q725"),
    ("[[ёж | еж]]", "L015"),
    ("[[Почта | почта.]]", "L015"),
    ("[[почта\nписьмо]]", "Q725"),
]


@pytest.mark.parametrize(("blank", "code"), BLANKS)
def test_slips_in_a_translated_gap_are_told(blank: str, code: str) -> None:
    assert found("It is [[mail | post]].", f"Это {blank}.", "ru") == [code]


@pytest.mark.parametrize(
    "blank", ["[[почта | письмо]]", "[[электронная почта]]", "[[Да, моя подруга]]"]
)
def test_a_translated_gap_in_order_is_not(blank: str) -> None:
    assert found("It is [[mail | post]].", f"Это {blank}.", "ru") == []


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
    ("uk", "Замкніть двері. Візьміть ключ і нікому не кажіть, де він. Повертайтеся скоро."),
    ("th", "ล็อกประตู พกกุญแจไปด้วย อย่าบอกใครว่าอยู่ที่ไหน แล้วรีบกลับมานะ อย่าช้า"),
    ("hi", "दरवाज़ा बंद करें। चाबी साथ ले जाएँ। किसी को न बताएँ कि वह कहाँ है। जल्दी लौटें।"),
    ("ru", "Заприте дверь. Возьмите ключ с собой. Никому не говорите, где он. Скорее назад."),
]
PART = [
    ("zh", "锁好门。"),
    ("tr", "Kapıyı kilitle."),
    ("he", "נעלו את הדלת."),
    ("ka", "ჩაკეტეთ კარი."),
]


DROPPED = [
    ("ru", "Заприте дверь. Возьмите ключ с собой. Никому не говорите, где он."),
    ("ru", "Заприте дверь. Никому не говорите, где он. Скорее возвращайтесь."),
    ("ru", "Возьмите ключ с собой. Никому не говорите, где он. Возвращайтесь."),
    ("tr", "Kapıyı kilitleyin. Anahtarı yanınıza alın. Hemen geri dönün."),
    ("tr", "Anahtarı yanınıza alın. Nerede olduğunu söylemeyin. Geri dönün."),
    ("ka", "ჩაკეტეთ კარი. თან წაიღეთ გასაღები. მალე დაბრუნდით."),
    ("ka", "თან წაიღეთ გასაღები. არავის უთხრათ, სად არის. დაბრუნდით."),
    ("ru", "Заприте входную дверь на все её замки. Возьмите ключ от двери с собой и не теряйте."),
]


@pytest.mark.parametrize(("tag", "words"), DROPPED)
def test_a_sentence_that_was_dropped_is_told(tag: str, words: str) -> None:
    assert found(FOUR, words, tag, usual=usual_length([], tag)) == ["L023"]


SENTENCES = {
    "Dr. Ana is here. She asks, e.g. Signal or not? Then it is late.": 3,
    "Wait… she has an SMS vs. a letter. “Is it you?” Yes! (It is.)": 4,
    "Это т. е. Анна. Она из г. Киева и т. д., вот": 2,
    "Dr. Ayşe vb. burada. Saat 5. derste mi? Evet.": 3,
    "ის აქ არის. „ეს შენ ხარ?“ დიახ.": 3,
    "Look at a.example.org... Then go": 2,
    "": 0,
}


def test_abbreviations_end_no_sentence() -> None:
    assert {words: sentences(words) for words in SENTENCES} == SENTENCES


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


LEFT = [
    ("ka", "It is [[address | postal address]].", "ეს არის [[address | postal address]]."),
    ("uk", "It is [[address | postal address]].", "Це [[address | postal address]]."),
    ("uk", "It is [[address]].", "Це [[Address]]."),
    ("fr", "It is [[address | postal address]].", "C'est [[address | postal address]]."),
    ("fr", "Say [[hello]] to [[her friend]].", "Dites [[bonjour]] à [[her friend]]."),
    ("tr", "Use a [[password]].", "Bir [[password]] kullanın."),
    ("uk", "Keep it at home.", "Зберігайте at home."),
    ("ka", "strong password", "strong password"),
    ("uk", "password", "password"),
    ("fr", "Strong password", "Strong password"),
    ("fr", "Keep it at home and tell nobody where.", "Gardez-le at home and tell nobody where."),
    ("tr", "Keep it at home and tell nobody.", "Onu evde saklayın and tell nobody."),
]
KEPT = [
    ("ka", "It is [[email | e-mail]].", "ეს არის [[ელფოსტა | email]]."),
    ("uk", "Use [[WhatsApp]] or [[PIN]].", "Це [[WhatsApp]] або [[PIN]]."),
    ("uk", "Type [[`river candle`]].", "Введіть [[river candle]]."),
    ("fr", "It is [[= 6]].", "C'est [[= 6]]."),
    ("tr", "Find [[WhatsApp Web]].", "[[WhatsApp Web]] uygulamasını bul."),
    ("fr", "Tap **Last seen and online** now.", "Touchez **Last seen and online** maintenant."),
    ("fr", "It says “you have won a prize” now.", "Il dit « you have won a prize » alors."),
    ("uk", "It is “deep fake” here.", "Тут це «deep fake»."),
    ("uk", "Use the Tor browser.", "Візьміть Tor browser."),
    ("uk", "It is end-to-end encryption.", "Це end-to-end encryption."),
    ("uk", "river candle", "river candle", "Option text"),
]


@pytest.mark.parametrize("row", LEFT)
def test_words_of_the_source_that_were_left_are_asked_about(row: tuple[str, str, str]) -> None:
    tag, source, words = row
    assert found(source, words, tag, usual=0.1) == ["L028"]


@pytest.mark.parametrize("row", KEPT)
def test_words_that_nobody_translates_are_not(row: tuple[str, ...]) -> None:
    tag, source, words, *answer = row
    assert found(source, words, tag, *answer, usual=0.1) == []
