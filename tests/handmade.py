"""A lesson as the reader would give it, and catalogues for it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from kandil.model.blocks import Callout, Heading, Paragraph, Quiz
from kandil.model.course import Course, Module
from kandil.model.interactions import Choice, FillIn, Numeric, Option
from kandil.model.text import Text
from kandil.problems import Place
from kandil.read.inline.inlines import read_inlines

FILE = "courses/tiny/modules/tin-1.md"


def text(words: str, line: int = 1, context: str = "", role: str = "paragraph") -> Text:
    """A sentence of Markdown at a line of the lesson."""
    place = Place(FILE, line)
    inlines, problems = read_inlines(words, place, "[[" in words)
    assert not problems
    return Text(words, inlines, place, context, role)


def choice() -> Choice:
    """Two answers in words, one in code marks."""
    options = (
        Option("a", text("The clinic is closed", 12, "scam", "wrong answer"), False),
        Option("b", text("Confirm your `PIN` here", 13, "scam", "right answer"), True),
    )
    return Choice(
        id="scam",
        explicit_id=True,
        prompt=text("Which message is a scam?", 10, "scam", "question"),
        hints=(text("Look for two signs.", 15, "scam", "hint"),),
        place=Place(FILE, 10),
        form="single",
        options=options,
    )


def fill_in() -> FillIn:
    """One blank for a word."""
    body = (Paragraph(text("It is a password [[manager | safe]].", 18, "gap")),)
    prompt = text("Complete the sentence", 17, "gap", "question")
    return FillIn(id="gap", explicit_id=True, prompt=prompt, place=Place(FILE, 17), body=body)


def numeric() -> Numeric:
    """One blank for a number."""
    body = (Paragraph(text("Use at least [[= 1.5]] words.", 21, "long")),)
    prompt = text("How long?", 20, "long", "question")
    return Numeric(id="long", explicit_id=True, prompt=prompt, place=Place(FILE, 20), body=body)


def course(*questions: object, **settings: Any) -> Course:
    """One lesson with a heading, three paragraphs, a safety note and a quiz."""
    blocks = (
        Heading(2, text("Why scams work", 4, role="heading"), "why-scams-work"),
        Paragraph(text("We act quickly. The first step is to *stop*.", 5)),
        Paragraph(text("Read [how to check](tin-2.md) or call {helpline}.", 6)),
        Paragraph(text("Wait 10 minutes.", 7)),
        Callout("safety", text("Take care", 8), (Paragraph(text("Somebody may watch.", 8)),)),
        Quiz("q", "q", text("Check", 9, "q"), questions or (choice(),), None, 0, Place(FILE, 9)),
    )
    title = text("Scams", 2, role="title")
    module = Module(
        "tin-1", title, blocks, (Paragraph(text("For trainers.", 30)),), "modules/tin-1.md"
    )
    course_title = Text("Tiny", ("Tiny",), Place("courses/tiny/course.yml", 2), "", "title")
    return Course("tin", course_title, (module,), "courses/tiny", **settings)


def entry(source: str, words: str, context: str = "", state: str = "") -> str:
    """One entry of a PO file; `state` is that of the catalogue, translated if empty."""
    head = {
        "draft": "# origin: machine (2026-11-24)\n#, fuzzy\n",
        "reviewed": "# reviewed: AB 2026-01-31\n",
        "outdated": '#, fuzzy\n#| msgid "Before"\n',
    }.get(state, "")
    line = f'msgctxt "{context}"\n' if context else ""
    return f'{head}{line}msgid "{source}"\nmsgstr "{words}"\n'


def write(folder: Path, *entries: str, tag: str = "uk", part: str = "tin-1") -> Path:
    """A catalogue of the course `tin`."""
    path = folder / tag / "tin" / f"{part}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Segments: 1\\n"\n'
    )
    path.write_text("\n".join([header, *entries]), "utf-8")
    return path


SCAM = (
    ("Which message is a scam?", "Яке повідомлення шахрайське?"),
    ("The clinic is closed", "Поліклініка зачинена"),
    ("Confirm your `PIN` here", "Підтвердьте свій `PIN` тут"),
    ("Look for two signs.", "Шукайте дві ознаки."),
)


def scam(state: str = "reviewed", **other: str) -> list[str]:
    """The question, whole; `other` gives words for a source by its first word."""
    return [
        entry(source, other.get(source.split()[0], words), "scam", state) for source, words in SCAM
    ]


_AS_IT_IS = re.compile(r"(`[^`]*`|\]\([^)]*\)|\[\[=.*?\]\]|\[\^.*?\]|\{.*?\}|<[^>]*>)")
_CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувжхуз")


def in_cyrillic(words: str) -> str:
    """A stand-in for a translation: other letters, and the same links, code and numbers."""
    parts = _AS_IT_IS.split(words.lower())
    kept = _AS_IT_IS.split(words)
    mended = [kept[i] if i % 2 else part.translate(_CYRILLIC) for i, part in enumerate(parts)]
    return f"Ї {''.join(mended)}"
