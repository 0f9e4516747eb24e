"""Signs of other dialects of Markdown: here they would be shown as they were typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kandil.read.source.addresses import ADDRESS, PICTURE
from kandil.read.source.comments import SETTINGS
from kandil.read.source.slips import without_literals
from kandil.values import dataclass

_Mended = Callable[[re.Match[str]], str]
_ANY = re.compile(
    r"[{~=^]|[\])}][\[({<]|!\S|!\s+\[|\+\+|\$\$|\?\?\?|:::|'''|^\[[Tt]|^\.\. |^h[1-6]\.|^\*\["
    r"|:[a-z]|\\[a-z]+\{|\\(?:new|page)|\[/|[\w/]\["
)
"""Most sentences hold none of these."""
_SIGN = re.compile(r"[]\[(){}~=^!+$?:'\\]")
"""Signs of which all but two of them hold one; these begin their line."""
_BEGIN = ("..", "h")
_KINDS = {
    "info": "NOTE",
    "danger": "WARNING",
    "error": "WARNING",
    "hint": "TIP",
    "success": "TIP",
    "details": "DETAIL",
    "question": "NOTE",
}


def _callout(found: re.Match[str]) -> str:
    word = (found["word"] or "note").lower()
    kinds = ("NOTE", "TIP", "WARNING", "SAFETY", "DETAIL", "CAUTION", "IMPORTANT")
    kind = next((kind for kind in kinds if kind.lower() == word), _KINDS.get(word, "NOTE"))
    title = found.groupdict().get("title")
    head = f"[!{kind}] {title}" if title else f"[!{kind}]"
    return f"Write '> {head}', and '> ' before each of its lines."


def _bold(found: re.Match[str]) -> str:
    return f"Write '**{found['words'].strip()}**'."


def _heading(found: re.Match[str]) -> str:
    return f"Write '## {found['words'].strip(' =')}'."


def _link(found: re.Match[str]) -> str:
    sign = "!" if re.fullmatch(PICTURE, found["to"]) else ""
    return f"Write '{sign}[{found['words']}]({found['to']})'."


def _picture(found: re.Match[str]) -> str:
    return f"Write '![{found['words'] or 'What it shows'}]({found['to']})', without a space."


def _shown(found: re.Match[str]) -> str:
    return f"Write '![{found['words'] or 'What it shows'}]({found['to']})'."


def _note(found: re.Match[str]) -> str:
    return f"Write '[^1]', and in a paragraph of its own '[^1]: {found['words']}'."


def _bbcode(found: re.Match[str]) -> str:
    tag, to, words = (
        found["tag"].lower(),
        (found["value"] or "").strip("\"'"),
        found["words"].strip(),
    )
    forms = {
        "b": f"**{words}**",
        "i": f"*{words}*",
        "url": f"[{words}]({to})" if to else f"<{words}>",
        "img": f"![What it shows]({words})",
        "quote": f"> {words}",
        "code": f"`{words}`",
    }
    return f"Write '{forms[tag]}'." if tag in forms else _SIGNS_AWAY


def _latex(found: re.Match[str]) -> str:
    name, words = found["name"], found["words"].strip()
    if name in ("emph", "textit"):
        return f"Write '*{words}*'."
    if name in ("textbf", "textsc", "underline"):
        return f"Write '**{words}**'."
    if name == "texttt":
        return f"Write '`{words}`'."
    if name == "href":
        return f"Write '[{found['more'] or 'words'}]({words})'."
    if name == "url":
        return f"Write '<{words}>'."
    if "section" in name or name == "chapter":
        return f"Write '## {words}'."
    return _SIGNS_AWAY


def _setting(found: re.Match[str]) -> str:
    return f"Write '<!-- {found['words'].strip()} -->'."


def _directive(found: re.Match[str]) -> str:
    word, rest = found["word"].lower(), found["rest"].strip()
    if word in ("image", "figure"):
        return f"Write '![What it shows]({rest or '../images/map.png'})'."
    if word in ("code", "code-block", "literalinclude", "highlight"):
        return "Write a line '```' above the code, and one below it."
    if word in ("contents", "toctree", "include", "raw"):
        return "Leave it out: the page has its own list of parts."
    return _callout(found)


def _says(hint: str) -> _Mended:
    return lambda found: hint


_PAGE = r"\\(?:newpage|pagebreak)\b"
_COMMAND = (
    r"\\(?P<name>text(?:bf|it|tt|sc)|emph|underline|href|url|(?:sub)*section\*?|chapter|begin|end"
    r"|footnote|caption|includegraphics(?:\[[^\[\]]*\])?)\{(?P<words>[^{}]*)\}(?:\{(?P<more>[^{}]*)\})?"
)
_RAW = (_PAGE, _COMMAND)
"""Their backslash would count as one that escapes a sign."""
_SIGNS_AWAY = "Take the signs away: only the words between them can be shown here."
_AWAY = _says("Take it away: nothing here is set beside the words.")
_BACKSLASH = "\\"
_DIALECTS: tuple[tuple[str, str, str, _Mended], ...] = (
    (
        "MkDocs",
        "",
        r"^(?:!!!|\?\?\?)\+? *(?P<word>[A-Za-z]*)(?: +\"(?P<title>[^\"]*)\")?",
        _callout,
    ),
    ("Docusaurus or Pandoc", ":::", r"^:::+ *\{?\.?(?P<word>[A-Za-z]+)", _callout),
    ("reStructuredText", ".. ", r"^\.\. (?P<word>[a-z-]+)::(?P<rest>.*)", _directive),
    (
        "reStructuredText",
        ":",
        r"^:(?:alt|width|height|align|scale|target|class|name|caption|figwidth):(?!\w).*",
        _says("Take it away: what a picture shows stands in '![What it shows](…)'."),
    ),
    (
        "Jekyll, Hugo or GitBook",
        "{",
        r"\{[%{<][^{}]*[%}>]?\}",
        _says("Write the words themselves."),
    ),
    (
        "Pandoc or Hugo",
        "{#",
        r"\{#[\w-]+\}",
        _says("Take it away: the address of a heading is its words in small letters."),
    ),
    ("Pandoc or Kramdown", "{", r"\{:? ?(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=)[^{}]*\}", _AWAY),
    (
        "GitHub",
        "~~",
        r"~~(?P<words>[^\s~][^~]*)~~",
        _says("Leave the words out, or say what is wrong."),
    ),
    ("Markdown-it", "++", r"(?<![\w+])\+\+(?P<words>[^\s+][^+]*)\+\+(?![\w+])", _bold),
    ("Pandoc", "^[", r"(?<![\\\]])\^\[(?P<words>[^\[\]]+)\]", _note),
    (
        "LaTeX",
        "$$",
        r"(?<!\$)\$\$[^\s$][^$]*\$\$(?!\$)|^\$\$ [^$]+ \$\$$",
        _says("Write the formula in words, or as a picture."),
    ),
    ("Obsidian", "==", r"==(?P<words>[^\s=][^=]*)==", _bold),
    ("MediaWiki", "'''", r"'''(?P<words>[^']+)'''", _bold),
    ("MediaWiki or AsciiDoc", "=", r"^={1,5} (?P<words>[^=].*)", _heading),
    ("Jira", ". ", r"^h[1-6]\. (?P<words>.+)", _heading),
    (
        "no Markdown",
        ")[",
        # Behind brackets, a number or a letter or two name a source, as in "(2023)[1]".
        r"(?<![\]\w])\((?P<words>[^()\[\]]+)\)"
        r"\[(?!\^|(?:\d[\d,;:.–-]*\w?|\w{1,3})\])(?P<to>[^\[\]\s]+)\](?!\()",
        _link,
    ),
    ("no Markdown", "]", rf"!?(?<!\[)\[(?P<words>[^\[\]]+)\][{{<](?P<to>{ADDRESS})[}}>]", _link),
    ("no Markdown", "", rf"(?<!\w)[({{](?P<words>[^(){{}}]+)[)}}]\((?P<to>{ADDRESS})\)", _link),
    (
        "no Markdown",
        "!",
        rf"!(?:\s+\[(?P<words>[^\[\]]*)\])\((?P<to>{PICTURE})\)",
        _picture,
    ),
    (
        "no Markdown",
        "!",
        rf"(?<![\w!])!(?P<words>[^\s!\[\](){{}}][^!\[\](){{}}]*)?[\[({{](?P<to>{PICTURE})[\])}}](?!\()",
        _picture,
    ),
    (
        "GitHub",
        ":",
        r"(?<![\w:]):[a-z][a-z_]+:(?![\w:])",
        _says("Write the sign itself, or a word."),
    ),
    (
        "other tools",
        "[",
        r"^\[(?:TOC|toc)\]$",
        _says("Leave it out: the page has its own list of parts."),
    ),
    (
        "BBCode",
        "[/",
        r"\[(?P<tag>(?i:b|i|u|s|url|img|quote|code|color|size|center|font|list))"
        r"(?:=(?P<value>[^\[\]]*))?\](?P<words>[^\s\[\],][^\[\]]*)\[/(?P=tag)\]",
        _bbcode,
    ),
    (
        "AsciiDoc",
        "image:",
        r"(?<!\w)image::?(?P<to>[^\s:\[\]]{1,300})\[(?P<words>[^\[\]]*)\]",
        _shown,
    ),
    (
        "AsciiDoc",
        "::",
        r"^(?:video|audio)::[^\s:\[\]]+\[[^\[\]]*\]",
        _says("Say in words what it shows: a lesson has pictures, and no films or sounds."),
    ),
    (
        "AsciiDoc",
        "://",
        r"(?:\blink:)?(?P<to>https?://[^\s\[\]()<>]{1,300})\[(?P<words>[^\W\d_][^\[\]]*)\](?!\()",
        _link,
    ),
    (
        "Pandoc or Kramdown",
        "{",
        rf"^\{{:? ?(?P<words>(?:{'|'.join(SETTINGS)}) ?:[^{{}}]+)\}}$",
        _setting,
    ),
    ("LaTeX", _BACKSLASH, _COMMAND, _latex),
    ("LaTeX", _BACKSLASH, _PAGE, _says("Leave it out: each lesson is a page.")),
    (
        "PHP Markdown Extra",
        "*[",
        r"^\*\[[^\[\]]+\]:",
        _says("Explain the word in glossary.md, and link to it."),
    ),
)
"""Whose it is, what stands in all that the pattern finds, the pattern, the hint."""
_RULES = tuple((name, sign, re.compile(rule), mend) for name, sign, rule, mend in _DIALECTS)


@dataclass(frozen=True, slots=True)
class Sign:
    """One foreign sign at an offset of its line."""

    offset: int
    message: str
    hint: str


def foreign_signs(line: str) -> Iterator[Sign]:
    """Those in one line, code marks and escaped signs aside; what two rules find is told once."""
    if not (_SIGN.search(line) or line.startswith(_BEGIN)) or not _ANY.search(line):
        return
    seen, told = without_literals(line), bytearray(len(line))
    for name, sign, rule, mend in _RULES:
        if sign not in line:
            continue
        raw = rule.pattern in _RAW
        for found in rule.finditer(line if raw else seen):
            if any(told[slice(*found.span())]) or (raw and not _escapes(seen, found)):
                continue
            told[slice(*found.span())] = b"\1" * len(found[0])
            shown = found[0].strip()[:40]
            message = f"'{shown}' is a form of {name}, and would be shown as it stands"
            if name == "no Markdown":
                message = f"'{shown}' is no link or picture, and would be shown as it stands"
            yield Sign(found.start(), message, mend(found))


def _escapes(seen: str, found: re.Match[str]) -> bool:
    """Whether its backslash stands outside code marks, and behind no other backslash."""
    return seen[found.start() + 1] == "\0" and seen[found.end() - 1] != "\0"
