"""The tree of a course: a lesson is a chapter, its page a sequential, each quiz a graded one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from markupsafe import Markup

from kandil.exporters._bare import shown_title
from kandil.exporters._native.asked import Test, tests
from kandil.exporters._native.lesson import lesson_markup, lesson_title, overview_markup
from kandil.exporters._olx import names
from kandil.exporters._olx.policies import IMAGE, blank_image, grading_policy, policy, types
from kandil.exporters._olx.problem import problem
from kandil.exporters._olx.words import Words
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.package.artefact import File
from kandil.package.xml import serialise
from kandil.render.html.images import Pictures

ORGANISATION = "Kandil"
"""Studio puts that of the course into which it is imported in its place."""
_CONTENT = Markup('<div lang="{}" dir="{}">\n{}</div>\n')


def course_files(edition: Edition) -> Iterator[File]:
    """Every file of an archive, under its one folder."""
    for file in _files(edition):
        yield File(f"{names.TOP}/{file.path}", file.content)


def _files(edition: Edition) -> Iterator[File]:
    pictures = Pictures(Path(edition.course.folder), base=names.STATIC, apart=True)
    quizzes = {module.id: tests(module) for module in edition.course.modules}
    asked = [test for several in quizzes.values() for test in several]
    kinds, run = types(edition, asked), names.run(edition)
    root = etree.Element("course", url_name=run, org=ORGANISATION, course=edition.name)
    yield File("course.xml", serialise(root))
    yield _holder("course", run, ((names.chapter(one), "chapter") for one in quizzes))
    for module in edition.course.modules:
        yield from _lesson(edition, module, quizzes[module.id], pictures)
        for test in quizzes[module.id]:
            yield from _quiz(Words(edition, module, pictures), test, kinds[test.name])
    yield File(f"policies/{run}/policy.json", policy(edition, run, shown_title(edition)))
    yield File(f"policies/{run}/grading_policy.json", grading_policy(edition, asked))
    yield File("policies/assets.json", b"{}\n")
    yield File("about/overview.html", _overview(edition))
    yield File(f"static/{IMAGE}", blank_image())
    yield from (File(f"static/{name}", content) for name, content in pictures.files())


def _lesson(
    edition: Edition, module: Module, quizzes: tuple[Test, ...], pictures: Pictures
) -> Iterator[File]:
    """Its page, and what leads to that and to its quizzes."""
    title, (lesson, page, text) = lesson_title(edition, module), names.page(module.id)
    below = [lesson, *(names.quiz(test.name)[0] for test in quizzes)]
    yield _holder(
        "chapter", names.chapter(module.id), _all(below, "sequential"), display_name=title
    )
    yield _holder("sequential", lesson, _all([page], "vertical"), display_name=title)
    yield _holder("vertical", page, _all([text], "html"), display_name=title)
    # Studio's editor for words would take out what it does not know.
    root = etree.Element("html", display_name=title, filename=text, editor="raw")
    yield File(f"html/{text}.xml", serialise(root))
    markup = lesson_markup(edition, module, pictures, names.address)
    yield File(f"html/{text}.html", _content(edition, markup))


def _quiz(words: Words, test: Test, kind: str) -> Iterator[File]:
    """Graded as one of its kind; all of it stands on one page."""
    title, (quiz, unit) = test.quiz.title.plain, names.quiz(test.name)
    settings = {"display_name": title, "graded": "true", "format": kind}
    yield _holder("sequential", quiz, _all([unit], "vertical"), **settings)
    problems = [names.problem(one.name) for one in test.questions]
    yield _holder("vertical", unit, _all(problems, "problem"), display_name=title)
    for number, (name, one) in enumerate(zip(problems, test.questions, strict=True), 1):
        yield File(f"problem/{name}.xml", problem(words, test.quiz, one.question, number))


def _all(several: list[str], kind: str) -> Iterator[tuple[str, str]]:
    return ((name, kind) for name in several)


def _holder(kind: str, name: str, inside: Iterator[tuple[str, str]], **settings: str) -> File:
    """A file of a block with pointers to those inside it: (`url_name`, kind)."""
    root = etree.Element(kind, settings)
    for inner, of in inside:
        etree.SubElement(root, of, url_name=inner)
    return File(f"{kind}/{name}.xml", serialise(root))


def _overview(edition: Edition) -> bytes:
    """What the platform shows to whoever finds the course."""
    return _content(edition, overview_markup(edition))


def _content(edition: Edition, markup: Markup) -> bytes:
    """XHTML of the course; void elements and empty ones alike stand as HTML has them."""
    held = _CONTENT.format(edition.locale, edition.direction, markup)
    return held.encode()
