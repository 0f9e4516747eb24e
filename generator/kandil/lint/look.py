"""Find the lints and ask them: all that `kandil check` looks for in a course that could be read."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

from kandil import lint
from kandil.lint.lint import Lint, LintContext, Moment
from kandil.lint.material import Material, Weigh
from kandil.lint.text.translations import translations
from kandil.localize.locale import asked
from kandil.model.course import Course, Module
from kandil.model.forms import FORMS
from kandil.problems import Problem
from kandil.territory.read import own_problems


@cache
def find_lints() -> tuple[Lint, ...]:
    """The `LINT` of every file in every wing of this room, in the order of their names."""
    names = sorted(one.name for one in pkgutil.walk_packages(lint.__path__, f"{lint.__name__}."))
    modules = (import_module(name) for name in names)
    return tuple(module.LINT for module in modules if hasattr(module, "LINT"))


def ask(context: LintContext) -> list[Problem]:
    """What the lints of this moment find."""
    asked_now = (one for one in find_lints() if context.moment in one.moments)
    return [problem for one in asked_now for problem in one.find(context)]


def look(course: Course, as_of: date, weigh: Weigh) -> list[Problem]:
    """All problems of the source and of every translation, and of what else a build would read."""
    return look_at(course, material_of(course, weigh), as_of)


def material_of(course: Course, weigh: Weigh) -> Material:
    """What the lints share."""
    return Material(_with_forms(course), weigh)


def look_at(course: Course, material: Material, as_of: date) -> list[Problem]:
    """The same; what was made for it stays in `material`."""
    found = [*asked(course, course.language, "")[1], *own_problems(Path(course.folder))]
    source = LintContext(Moment.SOURCE, material, course.language, as_of)
    found += ask(source)
    for locale, words in translations(course):
        found += ask(replace(source, moment=Moment.TRANSLATION, locale=locale, words=words))
    found += source.allowances.told(_rules(source.material))
    return list(dict.fromkeys(found))


def _with_forms(course: Course) -> Course:
    """The questions before and after as one more lesson, for whoever looks at words and answers."""
    if not course.forms:
        return course
    asked = tuple(one for pair in course.forms for one in (pair.before, pair.after))
    titles = (course.title, course.discreet_title)
    lesson = Module(FORMS, titles[0], asked, (), f"banks/{FORMS}.md", discreet_title=titles[1])
    return replace(course, modules=(*course.modules, lesson))


def _rules(material: Material) -> frozenset[str]:
    """What an exception may name: a lint, or a rule in the language of the course."""
    books = (material.book(tag) for tag in ("en", material.course.language))
    return frozenset(one.rule for one in find_lints()).union(*(book.names for book in books))
