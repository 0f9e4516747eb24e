"""Words of one paragraph and of a question, of about `n` letters; a row for each construct."""

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
        most, one = n // (len(words) + 3) + 1, words.replace("{}", "{0}")
        return before + "".join(one.format(i, next=i + 1) for i in range(most)) + after

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
