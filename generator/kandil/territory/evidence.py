"""Who made sure of a contact, and from which pages: two people, two pages, one of them its own."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from kandil.model.territory import Contact, Verification

_FIRST_HAND = frozenset({"operator", "state"})
_NOBODY = frozenset(
    {"na", "nobody", "noone", "none", "no", "nil", "null", "tbd", "tba", "tbc", "todo", "xx"}
    | {"xxx", "unknown", "pending", "later", "same", "нет", "нема", "немає", "yok", "არა", "არავინ"}
)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:xn--[a-z0-9-]+|[^\W\d_]{2,})")


def page(url: str) -> str:
    """The one form of a whole `https://` address; empty where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""
    whole = parts.scheme == "https" and _HOST.fullmatch(host) and not re.search(r"[\s…]", url)
    path = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return host.removeprefix("www.") + path if whole else ""


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
    people = {_plain(found.by), _plain(found.second_by)} - {""} - _NOBODY
    return len({one for one in people if not one.isdecimal()}) < 2


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
