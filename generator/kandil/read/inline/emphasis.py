"""Stars that make words bold or slanted, also where a script has no spaces between its words.

CommonMark (6.2) closes no stars between a sign and a letter: `**重要：**請` would be shown with
them. There words stand side by side, so a star beside a letter of such a script opens and closes
as a reader expects, as in the CJK-friendly amendment to CommonMark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_RUN_ON = re.compile(r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df]")
"""Thai, Lao, Tibetan, Burmese, Khmer and Tai."""
_BEGIN = r"(?<![^\s(\[«“„\"'])"
_PAIR = re.compile(r"(?<![*\w\\])\*\*(?!\*)([^*\n]*)(?<!\*)\*\*(?![*\w])")
_TOUCHING = re.compile(
    r"(?P<before>(?<![\w\\])\w{1,30})?(?<![*\\])\*\*(?P<words>[^*\s][^*\n]*)\*\*(?P<after>\w{1,30})?(?!\*)"
)
"""Bold words with a sign at their end, and a letter beside the stars."""
_FRAMED = re.compile(r"(?P<open>[«„“\"‘'(\[]+)(?P<inner>.+?)(?P<close>[»“”\"’')\]]+)")
_HALF = re.compile(rf"{_BEGIN}\*\*(?=[^\W\d_])")
_LOOSE = re.compile(rf"{_BEGIN}\*([^\W\d_][^*\n]*[^*\s]) +\*(?![*\w])")
_APART = re.compile(rf"{_BEGIN}(?<!\d )\* +([^\W\d_][^*\n.!?;:]*[^*\s.;:]) *\*(?![*\w])(?! +[\d*])")
"""Stars between numbers or in a formula multiply; those of two sentences have nothing to do."""
_WORDS = r"(?P<words>[^\W\d_][^_\n]*[^_\s])"
_UNDER = (
    re.compile(rf"{_BEGIN}(?P<sign>__?){_WORDS} +(?P=sign)(?![\w_])"),
    re.compile(rf"{_BEGIN}(?P<sign>__?) +{_WORDS}(?P=sign)(?![\w_])"),
    re.compile(rf"^\s*(?P<sign>__?) +{_WORDS} +(?P=sign)(?![\w_])"),
)
"""With spaces on both sides they may also be gaps to write into: "from __ to __"."""
_SHOW = "Where the stars are meant, write a backslash before each: \\*."


def emphasis(state: StateInline, silent: bool) -> bool:
    """A run of `*` or `_`, as a rule for markdown-it's inline parser."""
    start, sign = state.pos, state.src[state.pos]
    if silent or sign not in "*_":
        return False
    run = state.scanDelims(start, sign == "*")
    opens, closes = run.can_open, run.can_close
    if sign == "*":
        before = state.src[start - 1] if start else " "
        end = start + run.length
        after = state.src[end] if end < state.posMax else " "
        beside = _runs_on(before) or _runs_on(after)
        opens |= beside and not after.isspace()
        closes |= beside and not before.isspace()
    for _ in range(run.length):
        state.push("text", "", 0).content = sign
        number = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(sign), run.length, number, -1, opens, closes))
    state.pos += run.length
    return True


def _runs_on(sign: str) -> bool:
    """Whether it belongs to a script without spaces, its wide signs included."""
    return not sign.isascii() and (east_asian_width(sign) in "WFH" or bool(_RUN_ON.match(sign)))


def _apart(pair: re.Match[str]) -> str:
    """How bold words and the word beside them are written: quotes stand outside the stars, else
    there is a space."""
    before, after, words = pair["before"] or "", pair["after"] or "", pair["words"].strip()
    if framed := _FRAMED.fullmatch(words):
        bold = f"**{framed['inner']}**"
        return f"Write '{before}{framed['open']}{bold}{framed['close']}{after}'."
    left = f"{before} " if before and not words[0].isalnum() else before
    right = f" {after}" if after and not words[-1].isalnum() else after
    return f"Write '{left}**{words}**{right}', with a space beside the stars."


def _beside_a_sign(pair: re.Match[str]) -> bool:
    """Whether bold words end in a sign where another word stands beside the stars."""
    words = pair["words"]
    signs = not (words[0].isalnum() and words[-1].isalnum())
    return signs and bool(pair["before"] or pair["after"]) and any(map(str.isalpha, words))


def loose_stars(words: str) -> Iterator[tuple[int, str, str]]:
    """(offset, message, hint) of stars that stayed in the text as they were typed."""
    message = "These stars make no words bold: they would be shown"
    touching = [pair for pair in _TOUCHING.finditer(words) if _beside_a_sign(pair)]
    for pair in touching:
        start = pair.start() + len(pair["before"] or "")
        yield start, message, f"{_apart(pair)} {_SHOW}"
    if touching:
        return
    found = 0
    for pair in _PAIR.finditer(words):
        if any(sign.isalpha() for sign in pair[1]):
            found += 1
            yield pair.start(), message, f"Write '**{pair[1].strip()}**'. {_SHOW}"
    apart = () if "=" in words else _APART.finditer(words)
    for pair in (*_LOOSE.finditer(words), *apart):
        yield pair.start(), message, f"Write '*{pair[1].strip()}*'. {_SHOW}"
    if not found and (half := _HALF.search(words)):
        hint = f"Write two stars behind the words too: '**{words[half.end() :].strip()}**'. {_SHOW}"
        yield half.start(), message, hint


def loose_underscores(words: str) -> Iterator[tuple[int, str, str]]:
    """The same for underscores."""
    message = "These underscores make no words bold or slanted: they would be shown"
    show = "Where they are meant, write a backslash before each: \\_."
    for pair in (pair for rule in _UNDER for pair in rule.finditer(words)):
        stars = "*" * len(pair["sign"])
        yield pair.start("sign"), message, f"Write '{stars}{pair['words']}{stars}'. {show}"
