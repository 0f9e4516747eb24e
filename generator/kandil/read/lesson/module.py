"""One lesson: front matter, then its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from kandil.model.blocks import Block, Only
from kandil.model.course import Module, Objective
from kandil.model.structure import every
from kandil.model.text import Text
from kandil.paths import territory_files
from kandil.problems import Place, Problem
from kandil.read.block.context import ReadContext
from kandil.read.inline.facts import named_in_front
from kandil.read.inline.inlines import read_sentence
from kandil.read.lesson.conditional import check_names
from kandil.read.lesson.draws import fill
from kandil.read.lesson.outline import read_outline
from kandil.read.lesson.reviewers import named_reviewers
from kandil.read.lesson.scenario import private_points
from kandil.read.lesson.state import Bank, LessonState
from kandil.read.question.items import QuestionType
from kandil.read.source.front_matter import split_front
from kandil.read.source.keywords import keywords_for
from kandil.read.source.settings import ModuleMeta, ObjectiveMeta, read_settings_of
from kandil.read.source.source import Source, read_text
from kandil.read.source.yaml_nodes import Document, read_yaml
from kandil.values import dataclass


@dataclass(slots=True)
class ParsedModule:
    """What a lesson refers to, to be checked when every lesson is known."""

    reading: ReadContext
    module: Module | None
    id_place: Place
    covers: list[tuple[str, Place]] = field(default_factory=list)
    """Rows of `requirements.yml`, and where each is named."""


def read_module(
    path: Path,
    name: str,
    file: str,
    language: str,
    types: tuple[QuestionType, ...],
    banks: Mapping[str, Bank] | None = None,
) -> ParsedModule:
    """Read one file; `name` is how the user calls it, `file` its path in the course.

    `banks`: those that are files of the course.
    """
    text, problems = read_text(path, name)
    if problems:
        return ParsedModule(ReadContext(Source(name, ()), problems=problems), None, Place(name))
    front, body, problems = split_front(name, text)
    reading = ReadContext(body, problems=problems, folder=path.parents[1])
    document = read_yaml(front) if front else Document()
    meta, found = read_settings_of(ModuleMeta, document, front) if front else (None, [])
    reading.problems += found
    module = _module(
        reading, front, document, meta, file, path.parents[1], language, types, banks or {}
    )
    line, column = document.values.get(("id",), (0, 0))
    parsed = ParsedModule(reading, module, (front or body).place(line, column))
    if front and meta:
        parsed.covers = _covered(reading, front, document, meta)
    return parsed


def _covered(
    reading: ReadContext, front: Source, document: Document, meta: ModuleMeta
) -> list[tuple[str, Place]]:
    """Each row with its place; its section must be there as if a link led to it."""
    for row, anchor in meta.covers.items():
        at = front.place(*document.values.get(("covers", row), (0, 0)))
        reading.links.append((f"#{anchor.removeprefix('#')}", at))
    return [(row, document.keys[("covers", row)]) for row in meta.covers]


def _module(
    reading: ReadContext,
    front: Source | None,
    document: Document,
    meta: ModuleMeta | None,
    file: str,
    folder: Path,
    language: str,
    types: tuple[QuestionType, ...],
    banks: Mapping[str, Bank],
) -> Module | None:
    """The blocks are read even where the front matter is wrong: all problems at once."""
    known = _known_objectives(document, meta is not None)
    spoken, questions = (meta and meta.language) or language, tuple({t.KEYWORD for t in types})
    reading.language, problems = keywords_for(spoken, questions, folder)
    reading.problems += problems
    stored = frozenset(question.id for bank in banks.values() for question in bank.questions)
    state = LessonState(reading, types, known, reserved=stored)
    blocks = fill(state, read_outline(state), banks)
    if front is None or meta is None or reading.refused:
        return None
    if not blocks and not reading.problems:
        hint = "Write them below the front matter."
        reading.report("C016", -1, 0, "This lesson has no words", hint)
    _unasked(reading, front, document, meta, state)
    reading.problems += _misplaced(blocks, meta, folder)
    said = FrontText(front, document, reading.problems)
    return Module(
        id=meta.id,
        title=said(meta.title, "title", ("title",)),
        blocks=blocks,
        trainer=tuple(state.trainer),
        file=file,
        discreet_title=said.optional(meta.discreet_title, "discreet title", "discreet_title"),
        summary=said.optional(meta.summary, "summary", "summary"),
        level=meta.level,
        minutes=meta.minutes,
        objectives=objectives(meta.objectives, said),
        competences=tuple(meta.competences),
        sensitivity=meta.sensitivity,
        audience=tuple(meta.audience),
        advice_reviewed=meta.advice_reviewed,
        best_by=meta.best_by,
        authors=tuple(meta.authors),
        reviewers=named_reviewers(front, document, meta.reviewers, reading.problems),
        licence=meta.licence,
        sources=tuple(meta.sources),
        variants=tuple(meta.variants),
        covers=tuple((row, anchor.removeprefix("#")) for row, anchor in meta.covers.items()),
    )


def _misplaced(blocks: tuple[Block, ...], meta: ModuleMeta, folder: Path) -> Iterator[Problem]:
    """What the front matter does not allow: points, and parts for editions that there are not."""
    if meta.sensitivity != "none":
        yield from private_points(blocks)
    if every(Only, blocks):
        territories = sorted(territory_files(folder).keys() - {"international"})
        yield from check_names(blocks, meta.variants, territories)


class FrontText:
    """Makes a `Text` of a value in YAML."""

    def __init__(self, source: Source, document: Document, problems: list[Problem]):
        self.source, self.document, self.problems = source, document, problems

    def __call__(self, words: str, role: str, path: tuple[str | int, ...]) -> Text:
        """The words at `path`, on one line."""
        line, column = self.document.values.get(path, (0, 0))
        text = self.source.text(line)
        if text[column : column + 1] in ("|", ">"):
            line, column = line + 1, 0
        plain = " ".join(words.split())
        text = self.source.text(line)
        start = text.find(plain, column)
        near = max(text.find(plain.split(" ")[0], column), column)
        place = self.source.place(line, start if start >= 0 else near)

        def at(offset: int) -> Place:
            return replace(place, column=place.column + offset) if start >= 0 else place

        found = read_sentence(plain, at)
        self.problems += [*found.problems, *named_in_front(plain, at)]
        return Text(plain, found.inlines, place, "", role)

    def optional(self, words: str | None, role: str, key: str) -> Text | None:
        """None where nothing is written."""
        return self(words, role, (key,)) if words else None


def objectives(found: list[ObjectiveMeta], said: FrontText) -> tuple[Objective, ...]:
    """The aims, each with its text; two with one id are a problem."""
    aims: dict[str, Objective] = {}
    for index, aim in enumerate(found):
        if aim.id in aims:
            line, column = said.document.values.get(("objectives", index, "id"), (0, 0))
            place, message = (
                said.source.place(line, column),
                f"Two objectives have the id '{aim.id}'",
            )
            said.problems.append(Problem("C006", place, message, "Give one of them another id."))
        text = said(aim.text, "objective", ("objectives", index, "text"))
        aims[aim.id] = Objective(aim.id, text, aim.bloom or "")
    return tuple(aims.values())


def _known_objectives(document: Document, whole: bool) -> frozenset[str] | None:
    """Ids of the objectives; None where the front matter is wrong, and they may be too."""
    found = document.data.get("objectives")
    rows = found if isinstance(found, list) else []
    ids = [str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row]
    return frozenset(ids) if whole or (ids and len(ids) == len(rows)) else None


def _unasked(
    reading: ReadContext, front: Source, document: Document, meta: ModuleMeta, state: LessonState
) -> None:
    """Objectives that no question tests, where questions name objectives at all."""
    if not state.used:
        return
    for index, aim in enumerate(meta.objectives):
        if aim.id not in state.used:
            line, column = document.values.get(("objectives", index), (0, 0))
            hint = f"Write 'objective: {aim.id}' in the settings of a question."
            message = f"No question tests the objective '{aim.id}'"
            problem = Problem("Q705", front.place(line, column), message, hint)
            reading.problems.append(problem)
