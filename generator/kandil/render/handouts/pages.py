"""The pages for a facilitator: of each lesson, of the course, and sheets that serve any course.

They need no script and are for paper: A4, with lines to cut along. They hold keys and the
trainer's words, so only a format for facilitators is given them (`rulings.md` 44).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from markupsafe import Markup

from kandil.deflate import Deflated
from kandil.localize.coverage import COURSE
from kandil.localize.words import answers, cautions, formats
from kandil.localize.words.credits import course_credits, lesson_credits
from kandil.localize.words.help import help_of
from kandil.model.blocks import Block, Quiz
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.forms import SHEETS
from kandil.model.interactions import Branching, Interaction
from kandil.model.structure import quizzes, within
from kandil.render.handouts.margin import margin
from kandil.render.handouts.writer import CARDS, KEY, QUIZ, PaperWriter, plans, sheet
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.site import assets
from kandil.render.site.critical_css import critical_css, used_words
from kandil.render.site.lesson import discreet
from kandil.render.site.page import Page

Lessons: TypeAlias = Callable[["Handouts"], Iterable[Page]]
INDEX = "index.html"
GENERAL = ("go", "disclosure", "care", "adaptation")
"""Sheets that say nothing of a course; each is a template."""
_STYLE, _POLICY = "\u2063style\u2063", "\u2063policy\u2063"
_HERE = re.compile(r'(href="?)#')


@dataclass(frozen=True, slots=True)
class Handouts:
    """Of one edition; nothing is rendered before it is asked for."""

    edition: Edition
    images: bool = True
    lessons: Lessons | None = None
    """Whoever else has the lessons with their words."""

    def files(self) -> Iterator[tuple[str, bytes | Deflated]]:
        """Every page, then the pictures."""
        pictures = Pictures(Path(self.edition.course.folder), self.images)
        made: dict[str, list[str]] = {}
        for page in self.lessons(self) if self.lessons else self._lessons():
            pictures.found.update(page.pictures)
            made.setdefault(page.module, []).append(page.path)
            yield page.path, page.content
        for page in (*self._forms(), *map(self._general, GENERAL), self._index(made)):
            yield page.path, page.content
        yield from pictures.files()

    def lesson_pages(self, module: Module) -> Iterator[Page]:
        """A lesson with its plans, and its sheets."""
        pictures = Pictures(Path(self.edition.course.folder), self.images)
        page = PageContext(self.edition, pictures, module=module)
        for kind, values in _sheets(page, module):
            made = self._page(sheet(module.id, kind), f"{kind or 'lesson'}.html", page, **values)
            # What a sheet of its own leads to stands in the lesson.
            there = rf"\1{sheet(module.id)}#"
            html = _HERE.sub(there, made.markup) if kind else made.markup
            yield replace(made, markup=html, module=module.id, pictures=pictures.found)

    def _lessons(self) -> Iterator[Page]:
        for module in self.edition.course.modules:
            yield from self.lesson_pages(module)

    def _forms(self) -> Iterator[Page]:
        """Form A, form B, and the key of both."""
        forms, page = self.edition.course.forms, self._context
        if not forms:
            return
        for name in SHEETS:
            asked = tuple(x for pair in forms for x in (pair.before, pair.after) if x.sheet == name)
            body = _numbered(PaperWriter(page), asked)
            yield self._page(f"form-{name.lower()}.html", "form.html", page, letter=name, body=body)
        writer = PaperWriter(page)
        both = [(_keyed(writer, pair.before), _keyed(writer, pair.after)) for pair in forms]
        yield self._page("forms-key.html", "forms-key.html", page, both=both)

    def _general(self, name: str) -> Page:
        page = self._context
        known = name == "disclosure" and self.edition.territory and self.edition.territory.contacts
        called = PaperWriter(page).write((help_of(self.edition),)) if known else ""
        return self._page(f"{name}.html", f"{name}.html", page, called=called)

    def _index(self, made: Mapping[str, list[str]]) -> Page:
        edition, course = self.edition, self.edition.course
        rows = [(number, one, made.get(one.id, [])) for number, one in enumerate(course.modules, 1)]
        return self._page(
            INDEX,
            "index.html",
            self._context,
            rows=rows,
            sheet=sheet,
            writer=PaperWriter(self._context),
            minutes=lambda number: formats.minutes(number, edition.locale),
            notices=[*cautions.reasons(edition)],
            credits=course_credits(edition),
        )

    @property
    def _context(self) -> PageContext:
        """Of what belongs to no lesson."""
        return PageContext(self.edition, Pictures(Path(self.edition.course.folder), False))

    def _page(self, path: str, template: str, page: PageContext, **values: object) -> Page:
        """With no other rules of style than it uses."""
        titles = {"discreet": discreet(self.edition.course), "style": _STYLE, "policy": _POLICY}
        drafts = cautions.unread(self.edition, {COURSE})
        values = {"notices": [*drafts], **titles, **values}
        html = assets.tight(page.render(f"trainer/{template}", **values))
        # What has not been scrolled into view would be missing on paper.
        html = html.replace(" loading=lazy", "")
        style = critical_css(_rules(), used_words(html)) + margin(self.edition, page.module)
        html = html.replace(_STYLE, style, 1).replace(_POLICY, _policy(style), 1)
        return Page(path, html, discreet(self.edition.course).plain)


def _sheets(page: PageContext, module: Module) -> Iterator[tuple[str, dict[str, object]]]:
    """Each kind of sheet that the lesson needs, with what its template asks for."""
    edition, writer = page.edition, PaperWriter(page)
    taught = plans(writer, module.trainer)
    # The learner's footnotes begin anew, and are other places on the page.
    writer.inline.notes = [f"trainer's {label}" for label in writer.inline.notes]
    writer.inline.named.clear()
    yield (
        "",
        {
            "module": module,
            "plans": taught,
            "lesson": writer.write(module.blocks),
            "writer": writer,
            "notices": [*cautions.notices(edition, module)],
            "credits": lesson_credits(edition, module),
            "minutes": formats.minutes(module.minutes, edition.locale) if module.minutes else "",
        },
    )
    if found := quizzes(module):
        bodies = [(quiz.title, _numbered(PaperWriter(page), _body(quiz))) for quiz in found]
        yield QUIZ, {"module": module, "quizzes": bodies, "writer": writer}
        keys = [(quiz.title, [_keyed(writer, one) for one in quiz.questions]) for quiz in found]
        yield KEY, {"module": module, "quizzes": keys, "writer": writer}
    if stories := within(Branching, module):
        yield (
            CARDS,
            {"module": module, "stories": [*map(_story, stories)], "writer": writer}
            | {"stance": lambda kind: answers.stance(edition, kind)},
        )


def _body(quiz: Quiz) -> tuple[Block, ...]:
    return (*quiz.blocks, *quiz.bank)


def _numbered(writer: PaperWriter, blocks: tuple[Block, ...]) -> list[Markup]:
    """Questions with their numbers and without their answers, and the words between them."""
    made, number = [], 0
    for block in blocks:
        if isinstance(block, Interaction):
            number += 1
            made.append(Markup(writer.ask(block, number)))
        else:
            made.append(Markup(writer.block(block)))
    return made


def _keyed(writer: PaperWriter, question: Interaction) -> Markup:
    prompt = f"<p{writer.marks(question.prompt, 'ask')}>{writer.words(question.prompt)}</p>"
    return Markup(prompt + writer.key(question))


def _story(story: Branching) -> dict[str, object]:
    numbers = {step.anchor: number for number, step in enumerate(story.steps, 1)}
    return {"title": story.prompt, "stem": story.stem, "steps": story.steps, "numbers": numbers}


def _rules() -> str:
    """All that a sheet could need."""
    own = assets.css(assets.in_theme("trainer/paper.css").read_text("utf-8"))
    return assets.sheet() + own


def _policy(style: str) -> str:
    """Without a script there is none to allow."""
    return assets.policy(style).replace("script-src 'self'; ", "")
