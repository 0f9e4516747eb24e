"""Words by which a question is turned round, and answers that stand for others."""

from __future__ import annotations

import pytest
from kandil.lint.questions.asked import pattern

ROUND = {
    "en": "Which of these is not a lock?|What should you never do?|"
    "Which of these should you not do?|Which one is false?|Which answer is wrong?|"
    "All of the following are safe except|"
    "All of these are safe except:|Who can’t see it?|Which of the following isn't true?",
    "uk": "Який із цих паролів не підходить?|Що з цього неправильно?|Що не слід робити?|"
    "Усе перелічене правильно, крім:|Яка відповідь хибна?|Чого ніколи не варто робити?",
    "ru": "Какой из этих паролей не подходит?|Что из этого неверно?|"
    "Всё перечисленное верно, кроме:|Чего не стоит делать?|Какой ответ неправильный?",
    "ka": "რომელია არასწორი?|რომელი არ არის საკეტი?|რა არ უნდა გააკეთო?|რომელი პასუხია მცდარი?|"
    "რომელი პაროლი არ გამოდგება?",
    "tr": "Bunlardan hangisi güvenli değildir?|Hangisi yanlıştır?|Hangisini yapmamalısınız?|"
    "Aşağıdaki cevaplardan hangisi yanlış?|Bunun dışında hepsi doğrudur, hariç:",
}
STRAIGHT = {
    "en": "What do you do if you do not know him?|What is wrong with this address?|"
    "Which helps when the phone is not yours?|Why should you not share a code?|"
    "He does not know. What helps?|Which address is false here, and why?|What can you do now?",
    "uk": "Що робити, якщо він не знає?|Вона не знає. Що допоможе?|Чому не варто казати код?|"
    "Що неправильно в цій адресі?|Вона каже, що не знає. Хто допоможе?|Який пароль сильніший?",
    "ru": "Что делать, если он не знает?|Она не знает. Что поможет?|Почему не стоит говорить код?|"
    "Что неправильно в этом адресе?|Она говорит, что не знает. Кто поможет?",
    "ka": "რა ქნას, თუ არ იცის?|მან არ იცის. რა დაეხმარება?|რატომ არ უნდა თქვა კოდი?|"
    "რომელი მისამართია ყალბი?",
    "tr": "Tanımıyorsanız ne yaparsınız?|Neden kodu söylememelisiniz?|Hangisi güvenlidir?|"
    "Bu adreste yanlış olan nedir?",
}
ALL = {
    "en": "All of the above|None of these|Every answer is right|All of these answers|A and B|"
    "Both of them|Neither|a, b and c|Every one of them|All three",
    "uk": "Усе перелічене|Нічого з цього|Жодна з них|Обидві відповіді|Усі варіанти|А і Б|Жодне",
    "ru": "Все перечисленные|Всё вышеперечисленное|Ничего из этого|Ни один из них|Оба ответа|А и Б",
    "ka": "ყველა ზემოთ ჩამოთვლილი|არცერთი|არც ერთი|ორივე პასუხი|ა და ბ|ყველა",
    "tr": "Hepsi|Yukarıdakilerin hepsi|Hiçbiri|Tüm cevaplar|A ve B|Her ikisi",
}
ONE = {
    "en": "Nobody|All people in the room|None of her friends knows|A phone and a book|Nothing|"
    "Both phones are hers|All of the photos|Any of them can read it|"
    "One that is longer than all of the other ones",
    "uk": "Ніхто|Усі люди в кімнаті|Все, що на екрані|Телефон і книга",
    "ru": "Никто|Все люди в комнате|Всё, что на экране|Телефон и книга",
    "ka": "არავინ|ყველა ადამიანი ოთახში|ტელეფონი და წიგნი",
    "tr": "Hiç kimse|Odadaki herkes|Telefon ve kitap",
}


def _each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(tag, words) for tag, said in table.items() for words in said.split("|")]


@pytest.mark.parametrize(("tag", "words"), _each(ROUND))
def test_a_question_turned_round_is_found(tag: str, words: str) -> None:
    assert pattern("negative", tag).search(words)


@pytest.mark.parametrize(("tag", "words"), _each(STRAIGHT))
def test_a_not_elsewhere_in_the_question_is_left_alone(tag: str, words: str) -> None:
    assert not pattern("negative", tag).search(words)


@pytest.mark.parametrize(("tag", "words"), _each(ALL))
def test_an_answer_for_others_is_found(tag: str, words: str) -> None:
    assert pattern("catchall", tag).search(words)


@pytest.mark.parametrize(("tag", "words"), _each(ONE))
def test_an_answer_of_its_own_is_left_alone(tag: str, words: str) -> None:
    assert not pattern("catchall", tag).search(words)
