"""Words in the place of a person's name that name nobody: a placeholder, a doubt, a promise."""

from __future__ import annotations

import re
import unicodedata

_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "the a an our my your this that same again also too one of "
        "тот та те то же самый самая самое наш наша мой моя опять снова также "
        "той те ж самий сама саме наш наша мій моя знову також aynı yine tekrar იგივე იმავე ისევ",
    )
)
"""They stand beside a role and make no other of it: `the same focal point`."""
_NOBODY = frozenset(
    re.findall(
        r"\w+",
        "n na none no nil null x xx xxx unknown who i me myself self he she him her himself "
        "herself they them both we us as at above below before and is was be been to person people "
        "human ditto idem ibid see done confirmed verified checked called other others another "
        "else different second two three several few all your our name names surname fill "
        "aucun aucune sans néant nom prénom ninguno ninguna nadie nimeni أحد يوجد الاسم "
        "имя фамилия отчество "
        "нет никто человек люди лицо выше там я сам другой другая другие другое второй вторая "
        "коллега нибудь либо из "
        "імя прізвище "
        "ні ніхто нема немає людина особа вище там інший інша інші друга другий небудь колега з "
        "ad adı adınız soyad soyadı soyadınız isim "
        "yok hiç kişi ben kendim yukarıdaki başka başkası diğer diğeri ikinci bir "
        "სახელი გვარი "
        "არა არავინ პირი ადამიანი მე ზემოთ სხვა სხვები მეორე",
    )
)
"""Words that name nobody, alone and in a row: `see above`, `x x`."""
_DOUBTS = frozenset(
    re.findall(
        r"\w+",
        "nobody noone somebody someone anybody anyone everybody everyone whoever whomever any some "
        "pending waiting awaiting await awaited tbc tbd tba todo later soon today tomorrow next "
        "not yet never cannot hasnt didnt wasnt isnt wont shall should must need needs needed "
        "scheduled planned expected upcoming applicable unverified unchecked unconfirmed "
        "pas encore personne venir confirmer pendiente todavía încă لا ليس بعد "
        "пока пусто "
        "кто некто кое не ещё еще позже потом завтра сегодня скоро буду будем будет будут нужно "
        "надо предстоит "
        "поки "
        "хто хтось дехто абихто будь ще пізніше згодом завтра сьогодні скоро незабаром буде будуть "
        "треба потрібно "
        "yoktur "
        "kimse biri birisi birileri herhangi henüz değil sonra yarın bugün yakında gerek lazım "
        "ვინ ვინმე ვიღაც ვიღაცა ვინც არ ჯერ მოგვიანებით ხვალ დღეს მალე იქნება უნდა",
    )
)
"""Whoever they stand beside has verified nothing: `TBC by ministry`, `somebody at the line`."""
_PROMISES = re.compile(
    r"(?i:\bwill|\bmay|\bmight|\bgoing to)\s+[a-z]|['’]ll\b"
    r"|(?i:\bto (?:be|call|check|confirm|verify|do|ask|follow|decide)\b"
    r"|\b(?:по|со|пере)?звон(?:ю|им|ит|ят)\b|\bпровер(?:ю|им|ит|ят)\b"
    r"|\bподтвер(?:жу|д(?:им|ит|ят))\b|\b(?:ожида|планиру)(?:ю|ем|ет)\w*|\bжд(?:[её]т|[её]м|ут)\b"
    r"|\b(?:зателефону|подзвон|перевір|підтверд)(?:жу|ю|имо|ить|ять|ємо|є|ють)\b"
    r"|\b(?:очіку|чека|плану)(?:є|ю)\w*"
    r"|\b\w{2,40}[ae]c[ae][kğ]\w*|\bbekl[ei]\w+|\bplanlan\w+"
    r"|\b(?:დარეკ|დაურეკ|დაირეკ|გადაამოწმ|შეამოწმ|დაადასტურ)(?:ავ|ებ)\w*|\bვ?ელოდებ\w+)"
)
"""What somebody will do; `Will Smith` is a name, and so the letter behind `will` is small."""
_WORDS = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ.]")
"""They join: `O'Neill`, `N.A.`; anything else parts words."""


def mixed(word: str) -> bool:
    """Whether letters of two scripts stand in one word: one of them is not what it seems."""
    return len({unicodedata.name(sign, "").split(" ")[0] for sign in word if sign.isalpha()}) > 1


def person(name: str) -> list[str]:
    """The words of a name or role; none where it names nobody, or mixes scripts in a word."""
    plain = unicodedata.normalize("NFKC", name)
    words = _WORDS.findall(_APOSTROPHES.sub("", plain.casefold()))
    idle = all(word in _NOBODY or word in _FILLERS or word.isdecimal() for word in words)
    idle = idle or "".join(words) in _NOBODY | _DOUBTS or not _DOUBTS.isdisjoint(words)
    promised = _PROMISES.search(plain.lower() if plain.isupper() else plain)
    if idle or promised or any(map(mixed, words)):
        return []
    return [word for word in words if word not in _FILLERS]
