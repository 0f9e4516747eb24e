"""Every construct of the language, as the files of a course of about `n` letters.

One that is new adds a row to one of these tables, here or in the two files beside;
`test_constructs.py` does the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from grown_questions import PAIR, QUESTIONS, SCENARIOS, asked
from grown_sentences import IN_QUESTIONS, QUESTION, SENTENCES, Make, again, between, counted
from kandil.read.source.limits import INSIDE, SENTENCE, SIGNS, overfull

BLOCKS: dict[str, Make] = {
    "paragraphs": again("a\n\n"),
    "paragraphs that differ": counted("word {}.\n\n"),
    "headings": again("## a\n\n"),
    "headings that differ": counted("## a{}\n\na\n\n"),
    "headings with numbers": counted("## a\n\n## a-{}\n\n"),
    "headings of all levels": again("## a\n\n### b\n\n#### c\n\n##### d\n\n###### e\n\n"),
    "headings that skip levels": again("###### a\n\n## b\n\n"),
    "headings without words": again("##\n\n"),
    "long heading": lambda n: "## " + "a " * (n // 2),
    "colons in a heading": lambda n: "## " + "a: " * (n // 3),
    "digits in a heading": lambda n: "## " + "1" * n,
    "stars in a heading": lambda n: "## " + "*" * n + "a:",
    "fixed parts": again("## Remember\n\na\n\n## Do it\n\na\n\n"),
    "fixed parts with slips": again("## Remeber\n\na\n\n"),
    "lost headings": again("##a\n\n"),
    "lost keywords": again("Order: a\n\n1. a\n2. b\n\n"),
    "keywords without colons": again("### Order Put\n\n1. a\n2. b\n\n"),
    "keywords of another language": again("## Тест: x\n\ny\n\n"),
    "keywords with slips": again("### Qestion: a\n\n- [x] a\n- [ ] b\n\n"),
    "keywords behind an emoji": again("### ❓ Question: a\n\n- [x] a\n- [ ] b\n\n"),
    "emoji in a heading": lambda n: "## " + "📝" * n,
    "signs in a heading": lambda n: "## a" + "!" * n + " b",
    "lines for the trainer": again("**Trainer:** a\n\n"),
    "forms of the trainer's word": again("## Trainers a\n\nb\n\n"),
    "no-break spaces": again("-\u00a0a\n"),
    "no-break spaces in a row": lambda n: "\u00a0" * n + "- a",
    "no-break spaces in quotes": lambda n: ">\u00a0" * (n // 2) + "a",
    "answers without a question": again("## c\n\n- [x] a (right)\n  > b\n\n"),
    "verdicts": lambda n: "### Question: a\n\n- [x] " + "(right" * (n // 6) + "\n- [ ] b\n",
    "spaces before a label": lambda n: "> a\n>" + " " * n + "!",
    "underlines": again("a\n---\n\n"),
    "rules": again("---\n\n"),
    "dots to write on": again("." * 60 + "\n\n"),
    "lists": again("- a\n"),
    "loose lists": again("- a\n\n"),
    "lists in turn": again("- a\n\n1. b\n\n"),
    "numbered lists": counted("{}. a\n", "0. a\n"),
    "lists in lists": lambda n: "".join("  " * i + "- a\n" for i in range(int(n**0.5))),
    "lists on one line": again("- "),
    "long items": again("- a\n  b\n  c\n"),
    "checklists": again("- [ ] a\n"),
    "broken boxes": again("- [] a\n"),
    "quotes": again("> a\n\n"),
    "lines of a quote": again("> a\n"),
    "quotes in quotes": again("> "),
    "quotes that end": lambda n: "".join("> " * (i % 10) + "a\n" for i in range(n // 11)),
    "callouts": again("> [!TIP] a\n> b\n\n"),
    "callouts in one": lambda n: "> [!TIP]\n" + "> [!TIP]\n" * (n // 9),
    "unknown callouts": again("> [!TOP] a\n> b\n\n"),
    "lost callouts": again("> [TIP] a\n\n"),
    "tables": again("| a | b |\n|---|---|\n| c | d |\n\n"),
    "rows": lambda n: "| a | b |\n|---|---|\n" + "| c | d |\n" * (n // 10),
    "short rows": lambda n: "| a | b | c |\n|---|---|---|\n" + "| c |\n" * (n // 6),
    "long rows": lambda n: "| a | b |\n|---|---|\n" + "| c | d | e |\n" * (n // 14),
    "columns": lambda n: "|a" * (n // 9) + "|\n" + "|-" * (n // 9) + "|\n" + "|a" * (n // 9) + "|",
    "wide and short": lambda n: "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "|a\n" * (n // 3),
    "bars in cells": lambda n: "| a | b |\n|---|---|\n|" + "\\|" * (n // 2) + "| c |\n",
    "tables without a head": again("| a | b |\n| c | d |\n\n"),
    "tables without a rule": again("| a | b |\n|---|\n\n"),
    "code": again("```\na\n```\n\n"),
    "long code": lambda n: "```\n" + "a\n" * (n // 2) + "```\n",
    "open code": again("```a\n\n"),
    "definitions": again("a\n: b\n\n"),
    "meanings": lambda n: "a\n" + ": b\n" * (n // 4),
    "footnotes": counted("a[^{}]\n\n[^{}]: b\n\n"),
    "footnotes without notes": counted("a[^{}]\n\n"),
    "notes without footnotes": counted("[^{}]: a\n\n"),
    "the same footnote": again("a[^a]\n\n[^a]: b\n\n"),
    "reference definitions": counted("[a{}]: b\n"),
    "reference definitions apart": counted("[a{}]: b\n\n"),
    "pictures": counted("![a](../images/b{}.png)\n\n"),
    "links to headings": counted("## a{}\n\n[b](#a{next})\n\n"),
    "links to lessons": counted("[b](bad-{}.md)\n\n"),
    "links to terms": counted("[b](../glossary.md#a{})\n\n"),
    "tags": again("<div>\n\n"),
    "closing tags": again("</div>\n\n"),
    "tags that differ": counted("<a{}>\n\n</a{}>\n\n"),
    "comments": again("<!-- a -->\n\n"),
    "open comments": again("<!-- a\n\n"),
    "open comments that differ": counted("<!-- a {}\n\nb\n\n"),
    "comments in one": lambda n: "<!-- a\n" + "<!-- b\n" * (n // 7) + "-->\n",
    "comments of word processors": again("<!– a –>\n\n"),
    "safety": again("<!-- safety -->\n\na\n\n"),
    "safety in vain": again("<!-- safety -->\n\n"),
    "words for translators": again("<!-- i18n: comment: a -->\n\nb\n\n"),
    "places of records": again("<!-- facts -->\n\n"),
    "allowances": again("<!-- advice: allow A101 -->\n\n"),
    "parts for some": again("<!-- for: youth -->\n\na\n\n<!-- end -->\n\n"),
    "parts that open": again("<!-- for: youth -->\n\na\n\n"),
    "parts that end": again("<!-- end -->\n\na\n\n"),
    "parts in parts": between("<!-- for: youth -->\n\n", "<!-- end -->\n\n", "a\n\n"),
    "parts with headings": between("## a\n\n<!-- for: youth -->\n\n", "<!-- end -->\n\n", "a\n\n"),
    "parts one level down": again("> <!-- for: youth -->\n\n<!-- end -->\n\n"),
    "territories of a part": lambda n: "<!-- only: " + "GE, " * (n // 4) + "GE -->\n\na\n\n",
    "dialects": again("::: note\n\n{#a}\n\n!!! note\n\n"),
    "trainer's parts": again("## Trainer: a\n\n### b\n\nc\n\n"),
    "long trainer's part": lambda n: "## Trainer: a\n\n" + "### b\n\nc\n\n" * (n // 10),
}
"""What stands between headings."""


def _head(key: str, values: Make) -> Make:
    return lambda n: f"{key}: {values(n)}\n"


HEADS: dict[str, Make] = {
    "objectives": counted('  - {{id: LO{}, text: "a{}"}}\n', "objectives:\n"),
    "objectives of one id": counted('  - {{id: LO, text: "a{}"}}\n', "objectives:\n"),
    "reviewers": counted("{}a, ", "reviewers: [", "b]\n"),
    "variants": counted("a{}, ", "variants: [", "b]\n"),
    "sources": counted("  - https://a.example/{}\n", "sources:\n"),
    "a long summary": _head("summary", lambda n: "word " * (n // 5)),
    "signs of a summary": _head("summary", lambda n: "'" + "[" * n + "'"),
    "stars of a summary": _head("summary", lambda n: "'" + "*a " * (n // 3) + "'"),
    "brackets of YAML": _head("summary", lambda n: "[" * n),
    "braces of YAML": _head("summary", lambda n: "{a: " * (n // 4)),
    "indents of YAML": lambda n: "".join(" " * i + "a:\n" for i in range(int(n**0.5))),
    "anchors of YAML": counted("a{}: &a{} [b]\n"),
    "unknown keys": counted("a{}: b\n"),
    "the same key": again("summary: a\n"),
}
"""More lines of front matter."""

FILES: dict[str, tuple[str, Make]] = {
    "terms": ("glossary.md", counted("## a{}\n\nb\n\n")),
    "the same terms": ("glossary.md", again("## a\n\nb\n\n")),
    "terms that lead to terms": ("glossary.md", counted("## a{}\n\n[b](#a{next})\n\n")),
    "terms without words": ("glossary.md", counted("## a{}\n\n")),
    "brackets of a term": ("glossary.md", lambda n: "## a\n\n" + "[" * n + "\n"),
    "questions of a file": ("banks/b.md", asked("Question: a{}", PAIR)),
    "the same questions of a file": (
        "banks/b.md",
        again("### Question: a\n\n- [x] a\n- [ ] b\n\n"),
    ),
    "questions of a file with ids": (
        "banks/b.md",
        asked("Question: a", "<!-- id: a{} -->\n\n" + PAIR),
    ),
    "words in a bank": ("banks/b.md", again("a\n\n")),
    "names of lessons": ("course.yml", counted("a{}, ", "modules: [bad, ", "b]\n")),
    "the same lesson": ("course.yml", lambda n: f"modules: [{'bad, ' * (n // 5)}bad]\n"),
    "objectives of a course": (
        "course.yml",
        counted('  - {{id: LO{}, text: "a{}"}}\n', "modules: [bad]\nobjectives:\n"),
    ),
    "outside links": (
        "course.yml",
        counted("a{}.example, ", "modules: [bad]\noutside_links: [", "b]\n"),
    ),
}
"""What stands in other files than a lesson."""


def _lesson(body: str, head: str = "") -> dict[str, str]:
    return {
        "course.yml": "id: tin\ntitle: Tiny\nmodules: [bad]\n",
        "modules/bad.md": f"---\nid: bad\ntitle: Bad\n{head}---\n\n{body}\n",
    }


def _asking(words: str) -> str:
    flat = " ".join(words.split("\n"))
    answer = f"- [x] {flat}\n  > {flat}\n- [ ] a\n\n> **Why:** {flat}\n"
    return f"{QUESTION}{words}\n\n### Question: Who?\n\n{answer}"


def _other(path: str, content: str) -> dict[str, str]:
    body = "a [b](../glossary.md#a0)\n\n## Quiz: a\n\n<!-- from: b; draw: 1 -->\n"
    head = "id: tin\ntitle: Tiny\n" if path == "course.yml" else ""
    return {**_lesson(body), path: head + content}


Files = dict[str, str]
Table = dict[str, Callable[[int], Files]]


def _table(kind: str, makes: dict[str, Make], files: Callable[[str], Files]) -> Table:
    def row(make: Make) -> Callable[[int], Files]:
        return lambda n: files(make(n))

    return {f"{kind}: {name}": row(make) for name, make in makes.items()}


def _file(path: str, make: Make) -> Callable[[int], Files]:
    return lambda n: _other(path, make(n))


CONSTRUCTS: Table = {
    **_table("sentence", SENTENCES, lambda words: _lesson(f"So {words}")),
    **_table("question", IN_QUESTIONS, lambda words: _lesson(_asking(words))),
    **_table("blocks", BLOCKS, _lesson),
    **_table("questions", QUESTIONS, _lesson),
    **_table("scenario", SCENARIOS, _lesson),
    **_table("head", HEADS, lambda head: _lesson("a", head)),
    **{f"file: {name}": _file(path, make) for name, (path, make) in FILES.items()},
}
"""The files of a course by the number of letters of its construct."""


def _often(make: Make) -> Make:
    """Paragraphs as large as they are read, until there are `n` letters."""
    sizes = (SENTENCE - 10, SIGNS // 2, INSIDE - 2)
    most = next(size for size in sizes if not overfull("So " + make(size)))
    return lambda n: f"So {make(most)}\n\n" * (n // most)


FULL: Table = {
    **_table("sentence", {k: _often(make) for k, make in SENTENCES.items()}, _lesson),
    **{name: make for name, make in CONSTRUCTS.items() if not name.startswith("sentence")},
}
"""The same, with as much of each as is not refused at once."""
