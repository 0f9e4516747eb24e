"""A bank is not shown; each quiz that draws from it holds its questions."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from folder import put, settings
from kandil.build.release import release_problems
from kandil.model.blocks import Heading, Paragraph, Quiz
from kandil.model.course import Course
from kandil.model.hollow import bank_name
from kandil.model.structure import asked, tellable
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.read.course.fix import fix_course, missing_ids

FRONT = "---\nid: {}\ntitle: One\nobjectives:\n  - {{id: LO1, text: Lock}}\n---\n\n"
_ANSWERS = "- [x] Yes\n- [ ] No\n\n"


def question(name: str, more: str = "") -> str:
    return f"### Question: Is {name} right?\n\n<!-- id: {name}{more} -->\n\n{_ANSWERS}"


def course_of(folder: Path, bank: str = "", *lessons: str) -> Course:
    """The lessons `a-1`, `a-2` … of a course with the file `banks/locks.md`."""
    names = [f"a-{number}" for number, _ in enumerate(lessons, 1)]
    files = dict(zip((f"modules/{name}.md" for name in names), lessons, strict=True))
    files = {path: FRONT.format(Path(path).stem) + words for path, words in files.items()}
    files["course.yml"] = settings(*names)
    files |= {"banks/locks.md": bank} if bank else {}
    put(folder, files)
    course, problems = read_course(folder, find_questions())
    assert [problem for problem in problems if problem.code != "Q714"] == []
    assert course
    return course


def quizzes(course: Course) -> list[Quiz]:
    return [b for module in course.modules for b in module.blocks if isinstance(b, Quiz)]


def test_a_bank_of_the_lesson_may_stand_before_or_behind_and_is_not_shown(tmp_path: Path) -> None:
    lesson = (
        f"## Bank: Strong locks\n\n{question('one')}{question('two')}"
        f"## Quiz: Check\n\n<!-- draw: 2; from: strong-locks -->\n\n{question('own')}"
        "## Quiz: Later\n\n<!-- from: keys -->\n\n"
        f"## Bank: Any\n\n<!-- id: keys -->\n\n{question('three')}## Words\n\nShown.\n"
    )
    course = course_of(tmp_path, "", lesson)
    check, later = quizzes(course)
    assert [block.__class__ for block in course.modules[0].blocks] == [
        *(Quiz, Quiz, Heading, Paragraph)
    ]
    assert (check.draw, [q.id for q in check.questions]) == (2, ["own", "one", "two"])
    assert [q.id for q in check.bank] == ["one", "two"]
    assert check.possible == 2
    assert (later.draw, [q.id for q in later.questions], later.possible) == (0, ["three"], 1)


def test_a_draw_without_a_bank_is_from_the_quiz_itself(tmp_path: Path) -> None:
    quiz = f"## Quiz: Check\n\n<!-- draw: 1 -->\n\n{question('one')}{question('two')}"
    [check] = quizzes(course_of(tmp_path, "", quiz))
    assert (check.draw, len(check.questions), check.bank) == (1, 2, ())


def test_lessons_share_a_file_and_ask_its_objectives(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    bank = "# Locks\n\n" + "".join(question(name, "; objective: LO1") for name in names)
    before = "## Quiz: Before\n\n<!-- id: before; draw: 1; from: locks -->\n\n"
    after = "## Quiz: After\n\n<!-- id: after; draw: 1; from: locks -->\n"
    # No Q705: the objective is named in the bank.
    course = course_of(tmp_path, bank, before + after, after)
    assert len({bank_name(course, quiz.place) for quiz in quizzes(course)}) == 1
    assert [[q.id for q in quiz.bank] for quiz in quizzes(course)] == [[*names]] * 3
    assert [name for _, _, name in asked(course.modules[0])] == [
        *names,
        *(f"{name}-after" for name in names),
    ]
    assert quizzes(course)[0].bank[0].place.file.endswith("banks/locks.md")


def test_links_and_pictures_of_a_file_are_those_of_the_lesson(tmp_path: Path) -> None:
    bank = f"### Question: Is [this](#words) right?\n\n<!-- id: one -->\n\n{_ANSWERS}"
    lesson = "## Quiz: Check\n\n<!-- id: check; draw: 1; from: locks -->\n\n## Words\n\nShown.\n"
    course_of(tmp_path, bank, lesson)
    (tmp_path / "banks/locks.md").write_text(bank.replace("#words", "#none"), "utf-8")
    _, problems = read_course(tmp_path, find_questions())
    assert [(p.code, Path(p.place.file).name) for p in problems] == [("M004", "locks.md")]


def test_a_mistake_in_a_shared_file_is_told_once(tmp_path: Path) -> None:
    bank = question("one") + question("two")
    lesson = "## Quiz: Check\n\n<!-- id: check; draw: 1; from: locks -->\n"
    course_of(tmp_path, bank, lesson, lesson)
    (tmp_path / "banks/locks.md").write_text(bank.replace("id: two", "id: two; points: 0"), "utf-8")
    _, problems = read_course(tmp_path, find_questions())
    assert [problem.code for problem in problems] == ["Q717"]


def test_a_file_is_written_with_the_keywords_of_the_course(tmp_path: Path) -> None:
    bank = "## Вопрос: Верно?\n\n<!-- id: one -->\n\n- [x] Да\n- [ ] Нет\n"
    lesson = "## Quiz: Check\n\n<!-- id: check; from: locks -->\n"
    (tmp_path / "banks").mkdir()
    course_of(tmp_path, question("one"), lesson)
    (tmp_path / "banks/locks.md").write_text(bank, "utf-8")
    settings = tmp_path / "course.yml"
    settings.write_text(settings.read_text("utf-8") + "language: ru\n", "utf-8")
    course, problems = read_course(tmp_path, find_questions())
    assert problems == []
    assert course and quizzes(course)[0].bank[0].prompt.plain == "Верно?"


def test_ids_are_asked_for_and_written_in_banks_too(tmp_path: Path) -> None:
    bare = f"### Question: Right?\n\n{_ANSWERS}"
    draws = "<!-- id: {}; draw: 1; from: {} -->\n\n"
    lesson = (
        f"## Quiz: A\n\n{draws.format('a', 'locks')}## Quiz: B\n\n{draws.format('b', 'locks')}"
        f"## Quiz: C\n\n{draws.format('c', 'keys')}## Bank: Keys\n\n"
        f"{bare.replace('Right', 'Left')}"
    )
    course = course_of(tmp_path, bare + bare.replace("Right", "Wrong"), lesson)
    course = replace(course, modules=tuple(replace(m, reviewers=("A",)) for m in course.modules))
    found = release_problems(course, "release", date(2026, 11, 24))
    assert [(p.code, Path(p.place.file).name) for p in found] == [
        ("Q007", "locks.md"),
        ("Q007", "locks.md"),
        ("Q007", "a-1.md"),
    ]
    written = {Path(path).name: number for path, number in fix_course(course)}
    assert written == {"locks.md": 2, "a-1.md": 1}
    bank = (tmp_path / "banks/locks.md").read_text("utf-8")
    assert bank.startswith(bare.replace("?\n", "?\n\n<!-- id: right -->\n"))
    assert "Wrong?\n\n<!-- id: wrong -->\n" in bank
    assert "Left?\n\n<!-- id: left -->\n" in (tmp_path / "modules/a-1.md").read_text("utf-8")
    again, problems = read_course(tmp_path, find_questions())
    assert problems == []
    assert again and not fix_course(again)


def _lines(folder: Path, lessons: int, questions: int) -> int:
    """Lines that are run to find the missing ids of a bank from which each lesson draws."""
    folder.mkdir()
    bank = "".join(f"### Question: Right {number}?\n\n{_ANSWERS}" for number in range(questions))
    course = course_of(folder, bank, *["## Quiz: A\n\n<!-- id: a; from: locks -->\n"] * lessons)
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal number
        number += event == "line"
        return count

    sys.settrace(count)
    try:
        assert sum(map(len, missing_ids(course).values())) == questions
    finally:
        sys.settrace(None)
    return number


@pytest.mark.parametrize(("lessons", "questions"), [(4, 80), (16, 20)])
def test_four_times_the_questions_or_lessons_take_four_times_the_work(
    tmp_path: Path, lessons: int, questions: int
) -> None:
    once = _lines(tmp_path / "once", 4, 20)
    assert _lines(tmp_path / "more", lessons, questions) <= 4.6 * once


def test_one_id_is_written_for_a_question_that_each_lesson_calls_by_another(
    tmp_path: Path,
) -> None:
    bare = f"### Question: Right?\n\n{_ANSWERS}"
    quiz = "## Quiz: Check\n\n<!-- id: check; from: locks -->\n\n"
    # `right` is taken in a-1 by a question, and in a-2 by a bank, which is no block of the lesson.
    bank = f"## Bank: Own\n\n<!-- id: right -->\n\n{question('own')}"
    store = f"## Quiz: Own\n\n<!-- id: own-quiz; from: right -->\n\n{bank}"
    course = course_of(tmp_path, bare * 2, quiz + question("right"), quiz + store, quiz)
    _, before = read_course(tmp_path, find_questions())
    fix_course(course)
    again, problems = read_course(tmp_path, find_questions())
    assert [problem.code for problem in before] == [problem.code for problem in problems]
    assert {problem.code for problem in problems} == {"Q714"}
    assert again and not fix_course(again)
    ids = [[question.id for question in quizzes(again)[index].bank] for index in (0, 1, 3)]
    assert ids[0] == ids[1] == ids[2]
    assert len({*ids[0], "right"}) == 3


def test_a_link_out_of_the_course_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    folder.mkdir()
    course_of(folder, question("one"), "## Quiz: Check\n\n<!-- id: check; from: locks -->\n")
    outside = tmp_path / "locks.md"
    (folder / "banks/locks.md").rename(outside)
    (folder / "banks/locks.md").symlink_to(outside)
    _, problems = read_course(folder, find_questions())
    assert [problem.code for problem in problems] == ["M003"]


def test_questions_for_some_editions_must_fit_a_draw_too(tmp_path: Path) -> None:
    part = f"<!-- for: youth -->\n\n{question('two', '; points: 0')}<!-- end -->\n"
    lesson = f"## Quiz: Check\n\n<!-- id: check; draw: 1 -->\n\n{question('one')}"
    course_of(tmp_path, "", lesson)
    path = tmp_path / "modules/a-1.md"
    head = path.read_text("utf-8").replace("title: One\n", "title: One\nvariants: [youth]\n")
    path.write_text(head + part, "utf-8")
    _, problems = read_course(tmp_path, find_questions())
    assert [problem.code for problem in problems] == ["Q717"]


def test_a_draw_of_unequal_points_comes_to_the_average_in_whole_points(tmp_path: Path) -> None:
    points = (1, 2, 4)
    poll = "### Poll: How?\n\n<!-- id: how -->\n\n- So\n- Or so\n\n"
    asked = "".join(question(f"q{one}", f"; points: {one}") for one in points)
    lesson = f"## Quiz: Check\n\n<!-- id: check; draw: {{}} -->\n\n{poll}{asked}"
    found = {}
    for draw in (1, 2, 3):
        [quiz] = quizzes(course_of(tmp_path, "", lesson.format(draw)))
        found[draw] = (quiz.possible, quiz.uneven, tellable(quiz))
        assert [q.id for q in quiz.scored] == ["q1", "q2", "q4"]
    assert found == {1: (2, True, 2), 2: (5, True, 5), 3: (7, False, 7)}


def test_a_quiz_says_whether_its_answers_and_the_banks_are_shuffled(tmp_path: Path) -> None:
    bare = "### Question: Is {} right?\n\n<!-- id: {} -->\n\n- [x] So\n- [ ] Or so\n\n"
    own = bare.format("own", "own") + bare.format("it", "it; shuffle: yes")
    lesson = "".join(
        f"## Quiz: {name}\n\n<!-- id: {name}; from: locks{shuffle} -->\n\n"
        for name, shuffle in (
            ("plain", ""),
            ("fixed", "; shuffle: no"),
            ("mixed", "; shuffle: yes"),
        )
    )
    bank = bare.format("one", "one") + bare.format("two", "two; shuffle: no")
    course = course_of(tmp_path, bank, lesson + own)
    assert [[getattr(q, "shuffle", 0) for q in quiz.questions] for quiz in quizzes(course)] == [
        [None, False],
        [False, False],
        [True, True, True, False],
    ]
