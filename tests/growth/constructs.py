"""Every construct of the language, as the body of a lesson of about `n` letters.

One that is new adds a row to one of these tables; `test_constructs.py` does the rest.
"""

from __future__ import annotations

from collections.abc import Callable

Make = Callable[[int], str]
QUESTION = "### Question: Which?\n\n"
BOXES = "\n\n- [x] One\n- [ ] Two\n"


def again(words: str) -> Make:
    """The same words until there are `n` letters."""
    return lambda n: words * (n // len(words) + 1)


def counted(words: str, before: str = "", after: str = "") -> Make:
    """The same words with the number of each for `{}`, and of the next for `{next}`."""

    def made(n: int) -> str:
        most = n // (len(words) + 3) + 1
        return before + "".join(words.format(i, next=i + 1) for i in range(most)) + after

    return made


def between(opening: str, closing: str, middle: str = "a") -> Make:
    """`n` letters of opening and closing signs, all in each other."""
    size = len(opening + closing)
    return lambda n: opening * (n // size) + middle + closing * (n // size)


SENTENCES: dict[str, Make] = {
    **{
        f"signs {sign!r}": again(sign)
        for sign in (
            *("[", "]", "[[", "![", "*", "_", "`", "~", "<", ">a", "(", "{", "\\", "&", "=", "|"),
            *("!", ".", ":", "'", '"', "#", "-", "+ ", "a ", "[^", "](", "[]", "a"),
        )
    },
    **{
        f"words {words!r}": again(words)
        for words in (
            *("*a", "*a ", "*a* ", "**a** ", "**a ", "** a ** ", "_a", "_a_ ", "***a* "),
            *("`a` ", "`a ", "a``b`", "<a ", "<a>", "</a>", "<b>a</b> ", "<!-- ", "<!-- a --> "),
            *("&amp;", "&a", "&#1;", "\\*", "\\a", "a\\\n", "a  \n", "a\n", "a, ", "É"),
            *("[a](b) ", "[a](#b) ", "[a](", "[a](<", '[a](b "', "[a] (b.md) ", "[a](b c) "),
            *("[a][b] ", "[a]: b\n", "[a", "![a](b.png) ", "![](b.png)<!-- decorative -->"),
            *("![a](b.png) <!-- inline -->", "[^a] ", "[^a", "<https://a.example> ", "<a@b.cd> "),
            *("https://a.example ", "[[a]] ", "[[a ", "[[a | ", "[[= 1", "{#a} ", "{% a %}"),
            *("~~a ", "~~a~~ ", "==a ", "==a== ", "'''a ", ":::a ", "!!! ", "??? ", ":a: ", ":a"),
            *("(a)[b] ", "(a)[", "! [", "! [a](b.png) ", "[!TIP] ", "[!TIP]\n", "[x] ", "[ ]\n"),
            *("a:\n", "Hint: a\n", "**Why:** a\n", "> a\n", "|a|\n", "a|", "===\n", "–a\n"),
            *("Question: a\n", "#a\n", "\\#\\# a\n", "<!– a\n", "1)a\n", "a; ", "id: a; "),
        )
    },
    "stars in stars": between("*", "*"),
    "bold in slanted": between("*a **b ", "** *"),
    "brackets in brackets": between("[", "]"),
    "links in links": between("[", "](b)"),
    "pictures in pictures": between("![", "](b.png)"),
    "addresses with brackets": between("[a](" + "(", ")"),
    "runs of code marks": lambda n: " ".join("`" * i for i in range(1, int((2 * n) ** 0.5) + 1)),
    "runs of stars": lambda n: " a".join("*" * i for i in range(1, int((2 * n) ** 0.5) + 1)),
    "blanks at the end": lambda n: "a" + " " * n + "b",
    "blanks before a line": lambda n: "a\n" + " " * n + "b",
}
"""Words of one paragraph."""

IN_QUESTIONS: dict[str, Make] = {
    name: SENTENCES[name]
    for name in (
        *("signs '['", "signs '[['", "words '[[a]] '", "words '[[a '", "words '[[a | '"),
        *("words '[[= 1'", "words 'a, '", "words 'a\\n'", "words 'Hint: a\\n'", "words '[ ]\\n'"),
    )
} | {
    "alternatives": counted("a{} | ", "[[", "b]]"),
    "alternatives in stars": counted("*a{}* | ", "[[", "b]]"),
    "alternatives with commas": counted("a{}, ", "[[", "b]]"),
    "one long alternative": lambda n: "[[" + "a" * n + "]]",
    "a long number": lambda n: "[[= " + "1" * n + "]]",
    "a long range": lambda n: "[[= 1 .. " + "9" * n + "]]",
    "blanks that differ": counted("[[a{}]] and "),
    "numbers": counted("[[= {}]] and "),
}
"""Words of a question; they stand as its sentence, as an answer and as feedback."""

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
    "underlines": again("a\n---\n\n"),
    "rules": again("---\n\n"),
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
    "quotes that end": lambda n: "".join("> " * (i % 60) + "a\n" for i in range(n // 60)),
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

_PAIR = "- [x] a{}\n- [ ] b{}\n\n"


def asked(head: str, body: str, before: str = "") -> Make:
    """Questions one after the other; `{}` is the number of each."""
    return counted(f"### {head}\n\n{body}\n\n", before)


QUESTIONS: dict[str, Make] = {
    "questions": asked("Question: a{}", _PAIR),
    "the same questions": again("### Question: a\n\n- [x] a\n- [ ] b\n\n"),
    "questions of a quiz": asked("Question: a{}", _PAIR, "## Quiz: a\n\n"),
    "the same questions of a quiz": lambda n: (
        "## Quiz: a\n\n" + again("### Question: a\n\n- [x] a\n- [ ] b\n\n")(n)
    ),
    "questions with ids": asked("Question: a", "<!-- id: a{} -->\n\n" + _PAIR),
    "questions with one id": asked("Question: a", "<!-- id: a -->\n\n" + _PAIR),
    "questions without answers": asked("Question: a{}", "b"),
    "questions beside a quiz": lambda n: (
        "## Quiz: a\n\n" + again("## Question: b?\n\n- [x] a\n- [ ] b\n\n")(n)
    ),
    "settings": lambda n: QUESTION + "<!-- " + "points: 1; " * (n // 11) + "-->\n\n" + BOXES,
    "unknown settings": lambda n: QUESTION + "<!-- " + "a: 1; " * (n // 6) + "-->\n\n" + BOXES,
    "comments under a heading": lambda n: (
        QUESTION + "<!-- i18n: comment: a -->\n\n" * (n // 28) + "<!-- points: 1 -->" + BOXES
    ),
    "settings with objectives": asked("Question: a{}", "<!-- objective: LO{} -->\n\n" + _PAIR),
    "quizzes": again("## Quiz: a\n\n### Question: a\n\n- [x] a\n- [ ] b\n\n"),
    "quizzes without questions": again("## Quiz: a\n\nb\n\n"),
    "quizzes without a colon": again("## Quiz a\n\nb\n\n"),
    "quizzes in quizzes": again("## Quiz: a\n\n### Quiz: b\n\n#### Question: c\n\n- [x] a\n\n"),
    "banks": counted(
        "## Bank: a\n\n<!-- id: a{} -->\n\n### Question: b\n\n- [x] a\n- [ ] b\n\n"
        "## Quiz: c\n\n<!-- from: a{} -->\n\n"
    ),
    "banks that nobody asks": again("## Bank: a\n\n### Question: b\n\n- [x] a\n- [ ] b\n\n"),
    "one bank of many quizzes": counted(
        "## Quiz: c{}\n\n<!-- from: b; draw: 1 -->\n\n",
        "## Bank: b\n\n<!-- id: b -->\n\n" + "### Question: b\n\n- [x] a\n- [ ] b\n\n" * 2,
    ),
    "a bank as large as its quizzes": lambda n: (
        "## Bank: b\n\n<!-- id: b -->\n\n"
        + "### Question: b\n\n- [x] a\n- [ ] b\n\n" * (n // 66)
        + "## Quiz: c\n\n<!-- from: b; draw: 1 -->\n\n" * (n // 82)
    ),
    "unknown banks": counted("## Quiz: c\n\n<!-- from: b{}; draw: 1 -->\n\n"),
    "answers": lambda n: QUESTION + "- [x] a\n" + "- [ ] b\n" * (n // 8),
    "answers that differ": counted("- [ ] b{}\n", QUESTION + "- [x] a\n"),
    "right answers": counted("- [x] b{}\n", QUESTION + "- [ ] a\n"),
    "answers with feedback": counted("- [ ] b{}\n  > c\n", QUESTION + "- [x] a\n"),
    "feedback of one answer": lambda n: QUESTION + "- [x] a\n" + "\n  > b\n" * (n // 7) + BOXES,
    "lines of feedback": lambda n: QUESTION + "- [x] a\n" + "  > b\n" * (n // 6) + "- [ ] b\n",
    "lines of an answer": lambda n: QUESTION + "- [x] a\n" + "  Yes: b\n" * (n // 9) + "- [ ] b\n",
    "answers with labels": counted("- [ ] b{}\n  Yes: c\n", QUESTION + "- [x] a\n"),
    "answers without boxes": counted("- b{}\n", QUESTION),
    "numbered answers": counted("1. [ ] b{}\n", QUESTION),
    "answers out of place": counted("[ ] b{}\n", QUESTION),
    "hints": lambda n: QUESTION + BOXES[2:] + "\n> **Hint:** a\n" * (n // 15),
    "hints of one quote": lambda n: QUESTION + BOXES[2:] + "\n" + "> **Hint:** a\n" * (n // 14),
    "words behind a label": lambda n: (
        QUESTION + BOXES[2:] + "\n> **Why:** a\n" + "> b\n" * (n // 4)
    ),
    "hints without stars": lambda n: QUESTION + BOXES[2:] + "\n" + "> Hint: a\n" * (n // 10),
    "hints without quotes": lambda n: QUESTION + BOXES[2:] + "\nHint: a\n" * (n // 9),
    "words below answers": lambda n: QUESTION + BOXES[2:] + "\na\n" * (n // 3),
    "paragraphs of a stem": lambda n: QUESTION + "a\n\n" * (n // 3) + BOXES,
    "true or false": again("### Question: a\n\n- [x] True\n- [ ] False\n\n"),
    "steps": counted("1. a{}\n", "### Order: a\n\n"),
    "the same steps": lambda n: "### Order: a\n\n" + "1. a\n" * (n // 5),
    "orders": asked("Order: a{}", "1. a\n2. b"),
    "pairs": counted("| a{} | b{} |\n", "### Match: a\n\n| a | b |\n|---|---|\n"),
    "the same pairs": lambda n: (
        "### Match: a\n\n| a | b |\n|---|---|\n" + "| a | b |\n" * (n // 10)
    ),
    "matches": asked("Match: a{}", "| a | b |\n|---|---|\n| c | d |\n| e | f |"),
    "groups": counted("- **a{}**\n  - b{}\n", "### Sort: a\n\n"),
    "items of a group": counted("  - b{}\n", "### Sort: a\n\n- **c**\n  - d\n- **a**\n"),
    "sorts": asked("Sort: a{}", "- **a**\n  - c\n- **b**\n  - d"),
    "reflections": again("### Reflect: a\n\n> **Model answer:** b\n\n"),
    "polls": asked("Poll: a{}", "- a\n- b"),
    "options of a poll": counted("- b{}\n", "### Poll: a\n\n"),
    "rates": asked("Rate: a{}", "| | 1 | 2 |\n|---|---|---|\n| a | | |"),
    "rows of a rate": counted("| b{} | | |\n", "### Rate: a\n\n| | 1 | 2 |\n|---|---|---|\n"),
    "cards": counted("| a{} | b |\n", "### Cards: a\n\n| a | b |\n|---|---|\n"),
    "decisions": asked("Decide: a{}", "- a\n  > **Safer:** b\n- b\n  > **Riskier:** c"),
    "ways of a decision": counted("- b{}\n  > **Safer:** b\n", "### Decide: a\n\n"),
    "numbers to type": asked("Question: a{}", "It is [[= {}]]."),
    "gaps": asked("Question: a{}", "It is [[a | b]]."),
}
"""Questions, quizzes and banks."""

_STEP = "### a{}\n\nb\n\n- [c](#a{next})\n\n"
SCENARIOS: dict[str, Make] = {
    "a chain of steps": counted(_STEP, "## Scenario: a\n\n- [b](#a0)\n\n", "### End\n\nb\n"),
    "a chain that ends": lambda n: (
        counted(_STEP, "## Scenario: a\n\n- [b](#a0)\n\n")(n)
        + f"### a{n // (len(_STEP) + 3) + 1}\n\nb\n"
    ),
    "a ring of steps": counted(
        _STEP, "## Scenario: a\n\n- [b](#a0)\n\n", "### End\n\n- [b](#a0)\n"
    ),
    "many choices": counted(
        "- [c{}](#end)\n", "## Scenario: a\n\n- [b](#step)\n\n### Step\n\n", "\n### End\n\nb\n"
    ),
    "many endings": counted("### a{}\n\nb\n\n", "## Scenario: a\n\n- [b](#a0)\n\n"),
    "choices that lead nowhere": counted("- [c](#a{})\n", "## Scenario: a\n\n", "\n### End\n\nb\n"),
    "steps that none reaches": counted(
        "### a{}\n\nb\n\n- [c](#end)\n\n", "## Scenario: a\n\n- [b](#end)\n\n", "### End\n\nb\n"
    ),
    "each step leads to all": lambda n: _web(int((n / 20) ** 0.5) + 2),
    "words between choices": counted(
        "- [c{}](#end)\n\nd\n\n", "## Scenario: a\n\n- [b](#end)\n\n### End\n\nb\n\n"
    ),
    "steps with points": counted(
        "### a{}\n\n<!-- points: 1; outcome: bad -->\n\nb\n\n", "## Scenario: a\n\n- [b](#a0)\n\n"
    ),
    "scenarios": again("## Scenario: a\n\n- [b](#c)\n\n### C\n\nd\n\n"),
}
"""What leads from step to step."""


def _web(size: int) -> str:
    ways = "".join(f"- [way {i}](#step-{i})\n" for i in range(size))
    steps = "".join(f"### Step {i}\n\nb\n\n{ways}\n" for i in range(size - 1))
    return f"## Scenario: a\n\n{ways}\n{steps}### Step {size - 1}\n\nb\n"


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
    "questions of a file": ("banks/b.md", asked("Question: a{}", _PAIR)),
    "the same questions of a file": (
        "banks/b.md",
        again("### Question: a\n\n- [x] a\n- [ ] b\n\n"),
    ),
    "questions of a file with ids": (
        "banks/b.md",
        asked("Question: a", "<!-- id: a{} -->\n\n" + _PAIR),
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
CONSTRUCTS: dict[str, Callable[[int], Files]] = {
    **{f"sentence: {k}": (lambda n, m=m: _lesson("So " + m(n))) for k, m in SENTENCES.items()},
    **{
        f"question: {k}": (lambda n, m=m: _lesson(_asking(m(n // 4))))
        for k, m in IN_QUESTIONS.items()
    },
    **{f"blocks: {k}": (lambda n, m=m: _lesson(m(n))) for k, m in BLOCKS.items()},
    **{f"questions: {k}": (lambda n, m=m: _lesson(m(n))) for k, m in QUESTIONS.items()},
    **{f"scenario: {k}": (lambda n, m=m: _lesson(m(n))) for k, m in SCENARIOS.items()},
    **{f"head: {k}": (lambda n, m=m: _lesson("a", m(n))) for k, m in HEADS.items()},
    **{f"file: {k}": (lambda n, p=p, m=m: _other(p, m(n))) for k, (p, m) in FILES.items()},
}
"""The files of a course by the number of letters of its construct."""
