"""How long the sentences of a course are on average, for its author to watch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kandil.lint.readability.measure import ENOUGH, Measure
from kandil.model.course import Course
from kandil.problems import Place, Problem, listed


def how_long(course: Course, measures: Mapping[str, Measure]) -> Iterator[Problem]:
    """One line a course; lessons by their length, those of a few sentences aside."""
    enough = {name: one for name, one in measures.items() if one.sentences >= ENOUGH}
    if not enough:
        return
    whole = sum(measures.values(), Measure(0, 0, 0))
    longest = sorted(enough.items(), key=lambda pair: (-pair[1].mean, pair[0]))
    lessons = listed(f"{name} {one.mean:.1f}" for name, one in longest)
    english = course.language.partition("-")[0] == "en"
    grade = f", school grade {max(whole.grade, 0):.1f} of {course.grade}" if english else ""
    place = Place((Path(course.folder) / "course.yml").as_posix())
    message = f"{course.id}: {whole.mean:.1f} words a sentence on average{grade}; {lessons}"
    yield Problem("A105", place, message)
