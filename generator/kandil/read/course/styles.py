"""CSS by an allow-list: what it names, and what no drawing and no page of Kandil needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_FUNCTIONS = frozenset(
    re.findall(
        r"[\w-]+",
        "attr calc circle clamp color-mix counter counters cubic-bezier ellipse env fit-content "
        "has host hsl hsla inset is lang linear-gradient matrix max min minmax not nth-child "
        "nth-last-child nth-last-of-type nth-of-type polygon radial-gradient repeat "
        "repeating-linear-gradient rgb rgba rotate scale scalex scaley skewx skewy steps translate "
        "translatex translatey var where",
    )
)
_RULES = frozenset(("bottom-center", "charset", "keyframes", "media", "page", "supports"))
_TOKEN = re.compile(
    r"""(?P<skip>/\*.*?\*/|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')"""
    r"""|\burl\(\s*+(?P<mark>["']?)(?P<url>[^"'()\\\s<>]*+)(?P=mark)\s*+\)"""
    r"""|@(?P<rule>[\w-]*+)|(?P<call>(?<![\w-])[\w-]++)\(|(?P<sign>[\\<"']|/\*)""",
    re.DOTALL | re.IGNORECASE,
)


@lru_cache(maxsize=64)
def read_style(style: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The addresses that it loads, and each sign of it that is not allowed.

    An escape could spell any name in another way, so there is none outside quotes; and what loads
    by another way than a plain `url(…)` is no function of the list. Many pages have one style.
    """
    loaded: list[str] = []
    strange: list[str] = []
    for found in _TOKEN.finditer(style):
        url, rule, call = found["url"], found["rule"], found["call"]
        if url is not None:
            loaded.append(url)
        elif call is not None and call.lower() not in _FUNCTIONS:
            strange.append(f"{call}(")
        elif rule is not None and rule.lower() not in _RULES:
            strange.append(f"@{rule}")
        elif found["sign"]:
            strange.append(found["sign"])
    return tuple(loaded), tuple(strange)


def strange_style(style: str) -> Iterator[str]:
    """What a drawing may not have: of addresses, only parts of itself are allowed."""
    loaded, strange = read_style(style)
    yield from strange
    yield from (f"url({one})" for one in loaded if not one.startswith("#"))
