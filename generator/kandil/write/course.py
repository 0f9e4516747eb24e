"""A course becomes the files of its folder."""

from __future__ import annotations

from pathlib import Path

from kandil.model.blocks import Quiz
from kandil.model.course import Course, Term
from kandil.model.forms import FORMS
from kandil.model.structure import every
from kandil.questions import find_questions
from kandil.read.course.banks import FOLDER
from kandil.read.course.facts import FILE as FACTS
from kandil.read.inline.links import GLOSSARY
from kandil.read.source.keywords import Keywords, keywords_for
from kandil.write import lines as shape
from kandil.write.block_writer import Writing, write_blocks
from kandil.write.facts import write_facts
from kandil.write.front import write_settings_file
from kandil.write.lesson import Questions, stored, write_lesson, write_store


def write_course(course: Course) -> dict[str, str]:
    """By path in the folder: all that reads as this course, its pictures aside."""
    language = words_of(course)
    files = {"course.yml": write_settings_file(course)}
    files |= {module.file: write_lesson(module, language) for module in course.modules}
    files |= {f"{FOLDER}/{n}.md": write_store(bank, language) for n, bank in _banks(course).items()}
    files |= {FACTS: write_facts(course.facts)} if course.facts else {}
    terms = {term.anchor: term for module in course.modules for term in module.terms}
    return files | ({GLOSSARY: _glossary([*terms.values()])} if terms else {})


def words_of(course: Course) -> Keywords:
    """The keywords of the language that the course is written in."""
    names = tuple({kind.KEYWORD for kind in find_questions()})
    return keywords_for(course.language, names, Path(course.folder))[0]


def _banks(course: Course) -> dict[str, Questions]:
    """By id: those that are files."""
    forms = tuple(one for pair in course.forms for one in (pair.before, pair.after))
    quizzes = every(Quiz, tuple(module.blocks for module in course.modules))
    found = {name: quiz.bank for quiz in quizzes if quiz.bank and (name := stored(quiz.bank[0]))}
    return found | ({FORMS: forms} if forms else {})


def _glossary(terms: list[Term]) -> str:
    writing = Writing(base="")
    parts = (
        [shape.heading(2, term.title.source), write_blocks(writing, term.blocks)] for term in terms
    )
    return "\n".join(shape.apart(one for part in parts for one in part)) + "\n"
