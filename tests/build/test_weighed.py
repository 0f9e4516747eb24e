"""A check renders the pages once for all formats that frame them: a frame adds little."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kandil.build import refusals
from kandil.build.handed import Handed
from kandil.build.prepare import prepare
from kandil.build.reading import read
from kandil.build.refusals import check_course
from kandil.build.wanted import Asked, Wanted
from kandil.build.weighed import FRAME, overweight
from kandil.exporters import find_exporters
from kandil.model.edition import Edition
from kandil.render.site.pages import render

TOP = Path(__file__).parents[2]
COURSES = sorted(
    path.parent
    for place in ("courses", "tests/courses")
    for path in TOP.glob(f"{place}/*/course.yml")
)
AS_OF = date(2026, 11, 24)


def editions(folder: Path) -> list[Edition]:
    course, problems = read(folder)
    assert course
    locales = (course.language, "ka")
    return prepare(course, problems, Wanted("preview", AS_OF, locales), lambda doing: None).editions


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_no_format_adds_more_to_a_page_than_is_allowed_for(folder: Path) -> None:
    ready = editions(folder)
    heaviest = {one.locale: max(page.first_load for page in render(one).pages()) for one in ready}
    assert heaviest
    for exporter in find_exporters().values():
        for weighed in overweight(Handed(ready), exporter, render) if exporter.framing else ():
            assert weighed.heaviest <= heaviest[weighed.edition.locale] + FRAME


@pytest.mark.parametrize(("spare", "formats"), [(9 * FRAME, 0), (FRAME // 2, 4), (-1, 4)])
def test_each_format_is_weighed_where_a_page_comes_near_the_limit(
    spare: int, formats: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    course, problems = read(TOP / "tests/courses/tiny")
    assert course
    [one] = prepare(course, problems, Wanted("preview", AS_OF), lambda doing: None).editions
    weight = max(page.first_load for page in render(one).pages())
    names: list[str] = []
    monkeypatch.setattr("kandil.build.weighed.FIRST_LOAD", weight + spare)
    weigh = refusals.overweight
    monkeypatch.setattr(
        refusals,
        "overweight",
        lambda given, form, make: names.append(form.name) or weigh(given, form, make),
    )
    found = check_course(course, problems, Asked(AS_OF))
    assert len({*names}) == formats
    assert any(problem.code == "V001" for problem in found) == (spare < FRAME)
