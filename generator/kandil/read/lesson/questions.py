"""`### Question: …` and all its kin: one question of any type, below its heading."""

from __future__ import annotations

from kandil.model.interactions import Interaction, Shared
from kandil.model.structure import opens
from kandil.problems import Place
from kandil.read.lesson.heading_settings import split_settings
from kandil.read.lesson.state import LessonState
from kandil.read.lesson.unused_settings import unused_in_question
from kandil.read.question.items import Body, read_body
from kandil.read.source.comments import Settings
from kandil.read.source.tokens import Group, first_line

_CAUSES = frozenset(
    {"M001", "M009", "M010", "M020", "Q009", "Q102", "Q103", "Q110", "Q111"}
    | {"Q114", "Q301"}
    | {"Q201", "Q202", "Q203", "Q205"}
)
"""From these it follows that a question has no answers: only the cause is reported."""


def read_question(
    state: LessonState, keyword: str, group: Group, rest: str, found: list[Group]
) -> Interaction | None:
    """The question that the heading in `group` begins, with `found` below it."""
    line, reading = first_line(group), state.reading
    settings, found = split_settings(reading, found)
    place = reading.source.place(line)
    if not rest and ":" in group[1].content:
        hint = f"Write '### {keyword}: Which …?'."
        reading.report("Q011", line, 0, "This question has no words", hint)
    name, explicit = state.take_id(settings, rest or "question", place)
    reading.context = name if settings.id else ""
    prompt = state.titled(rest, line, reading.context, "question")
    known = len(reading.problems)
    form = state.forms[keyword]
    body = read_body(reading, prompt, found, keyword, form)
    if state.quiz and settings.shuffle is None and form.kind == "boxes":
        settings.shuffle = state.quiz.shuffle
    reading.context = ""
    state.use_objective(settings, place)
    if body.answers and body.blanks:
        hint = "Make two questions of it, or remove the brackets [[ ]]."
        message = "This question has both tick boxes and a blank"
        reading.report("Q010", line, 0, message, hint)
        return None
    reading.problems += unused_in_question(settings, body, state.forms_file)
    for kind in state.types:
        if keyword == kind.KEYWORD and kind.matches(body, settings):
            shared = _shared(name, explicit, body, settings, place)
            interaction, problems = kind.read(body, settings, shared)
            reading.problems += problems
            if settings.objective and (reading.scored or not (interaction and opens(interaction))):
                state.used.add(settings.objective)
            return interaction
    if not any(problem.code in _CAUSES for problem in reading.problems[known:]):
        reading.report("Q101", line, 0, "This question has no answers", form.hint)
    return None


def _shared(name: str, explicit: bool, body: Body, settings: Settings, place: Place) -> Shared:
    """What every interaction has."""
    usual = 1 if body.form.scored else 0
    return {
        "id": name,
        "explicit_id": explicit,
        "prompt": body.prompt,
        "stem": body.stem,
        "points": usual if settings.points is None or not usual else settings.points,
        "objective": settings.objective or "",
        "bloom": settings.bloom or "",
        "attempts": settings.attempts,
        "sensitive": bool(settings.sensitive) or body.form.private,
        "scored": body.form.scored,
        "sheet": settings.form or "",
        "hints": body.labels.get("Hint", ()),
        "why": body.labels.get("Why", ()),
        "correct": body.labels.get("Correct", ()),
        "incorrect": body.labels.get("Incorrect", ()),
        "place": place,
    }
