"""Who made sure of a contact, and from which pages: two people, two pages, one of them its own."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from kandil.model.territory import Contact, Verification

_FIRST_HAND = frozenset({"operator", "state"})
_NOBODY = frozenset(
    (
        *("na", "nobody", "noone", "none", "no", "nil", "null", "tbd", "tba", "tbc", "todo"),
        *("x", "xx", "xxx", "me", "myself", "unknown", "pending", "later", "same"),
        *("нет", "нема", "немає", "yok", "არა", "არავინ"),
    )
)
_COPY = re.compile(r"^https://web\.archive\.org/web/\w+/(?=https://)")
"""A copy of a page says no more than the page."""
_FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid")
"""What is added to an address to follow who comes by it."""
_INDEX = re.compile(r"/(?:index|default)\.\w+$")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:xn--[a-z0-9-]+|[^\W\d_]{2,})")


def page(url: str) -> str:
    """The one form of a whole `https://` address; empty where it is none."""
    try:
        parts = urlsplit(_COPY.sub("", url.strip()))
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""
    whole = parts.scheme == "https" and _HOST.fullmatch(host) and not re.search(r"[\s…]", url)
    asked = [pair for pair in parse_qsl(parts.query, True) if not _FOLLOWING.fullmatch(pair[0])]
    path = _INDEX.sub("", unquote(parts.path)).rstrip("/")
    query = f"?{urlencode(asked)}" if asked else ""
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
    people = {_plain(found.by), _plain(found.second_by)} - {""} - _NOBODY
    return len({one for one in people if not one.isdecimal()}) < 2


def _plain(words: str) -> str:
    folded = re.sub(r"^the\b", "", unicodedata.normalize("NFKC", words).strip().casefold())
    return "".join(sign for sign in folded if sign.isalnum())
