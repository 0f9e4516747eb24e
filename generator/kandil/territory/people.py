"""Who made sure of a contact: two names or roles, not one in two forms, nobody, or a promise."""

from __future__ import annotations

import re
import unicodedata

from kandil.model.territory import Verification

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
        "else different second two three several few all "
        "нет никто человек люди лицо выше там я сам другой другая другие другое второй вторая "
        "коллега нибудь либо из "
        "ні ніхто нема немає людина особа вище там інший інша інші друга другий небудь колега з "
        "yok hiç kişi ben kendim yukarıdaki başka başkası diğer diğeri ikinci bir "
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
        "кто некто кое не ещё еще позже потом завтра сегодня скоро буду будем будет будут нужно "
        "надо предстоит "
        "хто хтось дехто абихто будь ще пізніше згодом завтра сьогодні скоро незабаром буде будуть "
        "треба потрібно "
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
_PLURALS = tuple(
    re.findall(
        r"(\w*)/(\w+)",
        "/s /es y/ies rson/ople /ы /и й/и ь/и а/ы а/и о/а я/и ое/ые ая/ые ый/ые ий/ие "
        "/і ь/і а/і ий/і е/і /lar /ler ı/ları i/leri sı/ları si/leri ი/ები /ები ა/ები",
    )
)
"""Ends of one word and of its plural."""
_WORDS = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ.]")
"""They join: `O'Neill`, `N.A.`; anything else parts words."""


def alone(found: Verification) -> bool:
    """Whether one person alone verified it: `Focal point` and `focal  points.` are one."""
    people = [words for words in map(_person, (found.by, found.second_by)) if words]
    return len(people) < 2 or _same(*people)


def mixed(word: str) -> bool:
    """Whether letters of two scripts stand in one word: one of them is not what it seems."""
    return len({unicodedata.name(sign, "").split(" ")[0] for sign in word if sign.isalpha()}) > 1


def _person(name: str) -> list[str]:
    """The words of a name or role; none where it names nobody, or mixes scripts in a word."""
    plain = unicodedata.normalize("NFKC", name)
    words = _WORDS.findall(_APOSTROPHES.sub("", plain.casefold()))
    idle = all(word in _NOBODY or word in _FILLERS or word.isdecimal() for word in words)
    idle = idle or "".join(words) in _NOBODY | _DOUBTS or not _DOUBTS.isdisjoint(words)
    promised = _PROMISES.search(plain.lower() if plain.isupper() else plain)
    if idle or promised or any(map(mixed, words)):
        return []
    return [word for word in words if word not in _FILLERS]


def _same(one: list[str], other: list[str]) -> bool:
    """Word by word or written together, in whatever order."""
    if _alike("".join(one), "".join(other)):
        return True
    return len(one) == len(other) and all(map(_alike, sorted(one), sorted(other)))


def _alike(one: str, other: str) -> bool:
    """One word, or one and its plural."""
    return one == other or _plural(one, other) or _plural(other, one)


def _plural(one: str, many: str) -> bool:
    return any(one.endswith(end) and many == one.removesuffix(end) + ends for end, ends in _PLURALS)
