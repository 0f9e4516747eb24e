"""Who made sure of a contact, and from which pages: two people, two pages, one of them its own."""

from __future__ import annotations

import re
import unicodedata
from posixpath import normpath
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from kandil.model.territory import Contact, Verification

_FIRST_HAND = frozenset({"operator", "state"})
_NOBODY = frozenset(
    re.findall(
        r"\w+",
        "n a na nobody noone one none no nil null tbd tba tbc todo x xx xxx unknown pending later "
        "i me my self myself he she him her himself herself they them both we us "
        "the an as at above below before again also too and is was be been to of same person ditto "
        "idem ibid see not yet done confirmed verified checked waiting soon someone somebody "
        "anyone anybody who whoever "
        "нет никто ещё еще не тот та те то же самый самая самое человек лицо выше там позже я "
        "сам сама ні ніхто нема немає ще не той та те ж самий сама саме людина особа вище "
        "там пізніше yok hiç kimse henüz değil aynı kişi ben kendim yukarıdaki sonra "
        "არა არავინ ჯერ იგივე იმავე პირი ადამიანი მე ზემოთ მოგვიანებით",
    )
)
"""Words that name nobody, alone and in a row: `not yet`, `the same person`."""
_DOUBTS = frozenset(
    re.findall(r"\w+", "pending waiting tbc tbd later today tomorrow not applicable будет будут")
)
"""Whoever they stand beside has verified nothing yet: `TBC by ministry`."""
_COPY = re.compile(r"^https://(?:web\.archive\.org/web/\w+|archive\.\w+(?:/\w+)?)/(?=https://)")
"""A copy of a page says no more than the page."""
_FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid")
"""What is added to an address to follow who comes by it."""
_INDEX = re.compile(r"/(?:index|default)\.\w+$")
_WORDS = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ.]")
"""They join: `O'Neill`, `N.A.`; anything else parts words."""
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:xn--[a-z0-9-]+|[^\W\d_]{2,})")


def page(url: str) -> str:
    """The one form of a whole `https://` address; empty where it is none."""
    try:
        parts = urlsplit(_COPY.sub("", url.strip()))
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""
    shown = unquote(url)
    whole = parts.scheme == "https" and _HOST.fullmatch(host) and not re.search(r"[\s…\x00]", shown)
    whole = whole and not any(map(_mixed, host.split(".")))
    asked = [pair for pair in parse_qsl(parts.query, True) if not _FOLLOWING.fullmatch(pair[0])]
    path = _INDEX.sub("", normpath("/" + unquote(parts.path).lstrip("/"))).rstrip("/")
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return host.removeprefix("www.") + path + query if whole else ""


def lack_of_evidence(contact: Contact) -> str:
    """Why its pages are not enough; empty where they are."""
    pages = {page(one.url) for one in contact.evidence} - {""}
    first_hand = {one.source for one in contact.evidence if page(one.url)} & _FIRST_HAND
    broken = [one.url for one in contact.evidence if not page(one.url)]
    so = f", and '{broken[0]}' is no whole address that begins with 'https://'" if broken else ""
    if not first_hand:
        return f"no evidence is from its operator or the state{so}"
    if len(pages) < 2:
        return f"it has fewer than two pages of evidence{so}"
    return ""


def alone(found: Verification) -> bool:
    """Whether one person alone verified it: `Focal point` and `focal  point.` are one, `-` none."""
    return len({_person(found.by), _person(found.second_by)} - {""}) < 2


def _person(name: str) -> str:
    """The one form of a name or role; empty where it names nobody, or mixes scripts in a word."""
    words = _WORDS.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", name).casefold()))
    whole = "".join(word for word in words if word != "the")
    idle = all(word in _NOBODY or word.isdecimal() for word in words) or whole in _NOBODY
    idle = idle or not _DOUBTS.isdisjoint(words)
    return "" if idle or any(map(_mixed, words)) else whole


def _mixed(word: str) -> bool:
    """Whether letters of two scripts stand in one word: one of them is not what it seems."""
    return len({unicodedata.name(sign, "").split(" ")[0] for sign in word if sign.isalpha()}) > 1
