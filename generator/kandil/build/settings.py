"""What a course and a command ask of formats (`rulings.md` 48), against what each can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from kandil.exporters.exporter import Format
from kandil.model.course import Course, FormatSetting
from kandil.problems import Place, Problem

Typed = tuple[tuple[str, str], ...]
"""Settings of the command line and their values, for every format that has such a setting."""


def with_settings(course: Course, typed: Typed, formats: Iterable[Format]) -> Course:
    """The command line has the last word."""
    if not typed:
        return course
    more = (
        FormatSetting(form.name, name, value, Place(f"--{name}"))
        for form in formats
        for name, value in typed
        if name in form.settings
    )
    return replace(course, settings=(*course.settings, *more))


def idle(typed: Typed, formats: Iterable[Format], place: Place) -> Iterator[Problem]:
    """What was typed and concerns no format that is made."""
    known = {name for form in formats for name in form.settings}
    for name, _ in typed:
        if name not in known:
            message = f"No format that is built has the setting '{name}'"
            yield Problem("C025", place, message, "Name the format too: '--format …'.")


def wrong_settings(course: Course, known: Mapping[str, Format]) -> Iterator[Problem]:
    """Formats, settings and values that are not known."""
    for one in course.settings:
        form = known.get(one.form)
        if form is None:
            yield _unknown("C014", f"'{one.form}' is not a format", one.form, known, one.place)
        elif one.name not in form.settings:
            message = f"The format '{one.form}' has no setting '{one.name}'"
            yield _unknown("C025", message, one.name, form.settings, one.place)
        elif one.value not in (values := form.settings[one.name]) and values != ("",):
            message = f"'{one.value}' is no value of '{one.name}' in '{one.form}'"
            yield Problem("C025", one.place, message, f"Write one of these: {', '.join(values)}.")


def _unknown(code: str, message: str, name: str, known: Iterable[str], place: Place) -> Problem:
    names = sorted(known)
    near = get_close_matches(name, names, 1)
    hint = f"Known: {', '.join(names)}." if names else "It has no settings: take the line out."
    return Problem(code, place, message, f"Did you mean '{near[0]}'?" if near else hint)
