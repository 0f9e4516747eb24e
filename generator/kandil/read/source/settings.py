"""What front matter and course.yml may say, typed (`rulings.md` 7)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kandil.problems import Problem, nearest
from kandil.read.source.source import Source
from kandil.read.source.spelling import shows
from kandil.read.source.yaml_nodes import Document, Path

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def _percent(value: object) -> object:
    found = re.fullmatch(r"(\d{1,3})\s*%?", value) if isinstance(value, str) else None
    return int(found[1]) if found else value


def as_percent(words: str) -> str:
    """What `0.8`, `0,8` or `80 percent` was meant to be: `80%`, also where nobody can tell."""
    if found := re.fullmatch(r"([01]?)[.,](\d{1,2})", words.strip()):
        part = int(found[1] or 0) * 100 + int(found[2].ljust(2, "0"))
    else:
        whole = re.match(r"\d{1,3}(?![\d.,])", words.strip())
        part = int(whole[0]) if whole else 0
    return f"{part if 1 <= part <= 100 else 80}%"


def _listed(value: object) -> object:
    return [value] if value and isinstance(value, str) else value


def _shown_words(value: object) -> object:
    """Nothing, where nothing of the words can be seen."""
    return "" if isinstance(value, str) and not shows(value) else value


Percent = Annotated[int, BeforeValidator(_percent), Field(ge=0, le=100)]
ID = r"^[a-z][a-z0-9-]{0,39}$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Id = Annotated[str, Field(pattern=ID)]
_OBJECTIVE = r"^[A-Za-z][A-Za-z0-9-]{0,19}$"
ObjectiveId = Annotated[str, Field(pattern=_OBJECTIVE)]
Words = Annotated[str, BeforeValidator(_shown_words), Field(min_length=1)]
Names = Annotated[list[str], BeforeValidator(_listed)]
BloomLevel = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]


class Strict(BaseModel):
    """Values of YAML; a key that is not known is an error."""

    model_config = ConfigDict(extra="forbid", strict=False)


T = TypeVar("T", bound=BaseModel)


class ObjectiveMeta(Strict):
    """What a learner can do afterwards."""

    id: ObjectiveId
    text: Words
    bloom: BloomLevel | None = None


class GateMeta(Strict):
    """Percent of words."""

    translated: Percent = 95
    reviewed: Percent = 0


class GatesMeta(Strict):
    """`release` and `preview`."""

    release: GateMeta = GateMeta(translated=95, reviewed=100)
    preview: GateMeta = GateMeta(translated=60)


class ModuleMeta(Strict):
    """Front matter of a lesson; only `id` and `title` are required by the language itself."""

    id: Id
    title: Words
    discreet_title: Words | None = None
    summary: Words | None = None
    language: str | None = Field(default=None, pattern=_LANGUAGE)
    level: int = Field(default=1, ge=1, le=8)
    minutes: int = Field(default=0, ge=0, le=600)
    objectives: list[ObjectiveMeta] = []
    competences: Names = []
    sensitivity: Literal["none", "mention", "depicts"] = "none"
    audience: Names = []
    advice_reviewed: date | None = None
    best_by: date | None = None
    authors: Names = []
    reviewers: Names = []
    licence: str = ""
    sources: Names = []
    variants: Annotated[list[Id], BeforeValidator(_listed)] = []
    covers: dict[str, Words] = {}


class BankMeta(Strict):
    """Front matter of a file with a bank, which may have none; the title is for its author."""

    title: Words | None = None


class CourseMeta(Strict):
    """course.yml."""

    id: Id
    title: Words
    modules: Annotated[list[Id], Field(min_length=1)]
    discreet_title: Words | None = None
    summary: Words | None = None
    language: str = Field(default="en", pattern=_LANGUAGE)
    audience: Names = []
    licence: str = "CC-BY-SA-4.0"
    objectives: list[ObjectiveMeta] = []
    pass_mark: Percent = Field(default=80, alias="pass", ge=1)
    grade: int = Field(default=8, ge=3, le=14)
    sensitive: bool = False
    shape: Literal["free", "lesson"] = "free"
    lms_profile: Literal["none", "minimal", "full"] | None = Field(
        default=None, validation_alias=AliasChoices("lms_profile", "scorm_profile")
    )
    """The second name is that of older courses."""
    outside_links: Names = []
    certificate: Literal["none", "plain", "named"] = "none"
    gates: GatesMeta = GatesMeta()
    fallback: Names = []
    history: Literal["usual", "minimal"] = "usual"
    forms: Literal["paper", "pages"] = "paper"
    formats: dict[str, dict[str, str]] = {}


_PARTS = ("pass", "translated", "reviewed")
_BRACKETS = {
    "formats": "formats: {scorm12: {scos: module}}",
    "gates": "gates: {release: {translated: 95%, reviewed: 100%}}",
    "release": "release: {translated: 95%, reviewed: 100%}",
    "preview": "preview: {translated: 60%}",
    "objectives": '- {id: LO1, text: "…"}',
}
_HINTS = {
    ID: "Write small letters, digits and hyphens, a letter first: 'siu-2'.",
    _OBJECTIVE: "Write letters, digits and hyphens, a letter first: 'LO1'.",
    _LANGUAGE: "Write the short name of a language: 'en', 'uk' or 'sr-Latn'.",
    "date": "Write the date as year-month-day: 2026-11-24.",
    "bool": "Write yes or no.",
    "int": "Write a whole number.",
    "decimal": "Write a number alone, with a point: 53.2.",
    "finite": "Write a number alone, with a point: 53.2.",
    "list": "Write a list in brackets: [one, two].",
}


def read_settings_of(
    kind: type[T], document: Document, source: Source
) -> tuple[T | None, list[Problem]]:
    """`document` as a `kind`, or every key that is wrong, each at its place."""
    if document.problems or document.controls:
        return None, document.problems + document.controls
    try:
        return kind.model_validate(document.data), []
    except ValidationError as fault:
        found = [(error, _problem(kind, document, source, error)) for error in fault.errors()]
        slips = [(error["loc"][:-1], one.hint) for error, one in found if one.code == "C001"]
        meant = {(*above, hint.split("'")[1]) for above, hint in slips if "'" in hint}
        return None, [
            one for error, one in found if one.code != "C002" or error["loc"] not in meant
        ]


def _problem(
    kind: type[BaseModel], document: Document, source: Source, error: ErrorDetails
) -> Problem:
    path, key = tuple(error["loc"]), str(error["loc"][-1])
    if error["type"] == "extra_forbidden":
        place = document.keys.get(path, source.place(0))
        return Problem(
            "C001", place, f"'{key}' is not a key here", nearest(key, _known(kind, path))
        )
    if error["type"] == "missing":
        above = document.values.get(path[:-1], (0, 0))
        hint = f"Add a line '{key}: …'."
        return Problem("C002", source.place(*above), f"'{key}' is missing", hint)
    where = next((document.values[p] for p in _shorter(path) if p in document.values), (0, 0))
    place = source.place(*where)
    if error["type"] == "too_short" or error["input"] in (None, "", [], {}):
        place = document.keys.get(path, place)
        hint = f"Write something behind '{_named(path)}:', or remove the line."
        return Problem("C003", place, f"'{_named(path)}' is empty", hint)
    is_id = error["type"] == "string_pattern_mismatch" and error["ctx"]["pattern"] != _LANGUAGE
    message = f"'{_shown(error['input'])}' cannot be the value of '{_named(path)}'"
    return Problem("C007" if is_id else "C003", place, message, _hint(error))


def _shorter(path: Path) -> list[Path]:
    return [path[:end] for end in range(len(path), -1, -1)]


def _named(path: Path) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _shown(value: object) -> str:
    words = str(value)
    if isinstance(value, dict | list):
        words = "[…]" if isinstance(value, list) else "{…}"
    return words if len(words) < 40 else words[:39] + "…"


def _hint(error: ErrorDetails) -> str:
    kind = str(error["type"])
    if kind == "literal_error":
        return f"Write {error['ctx']['expected'].replace(chr(39), '')}."
    if kind == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        most = (
            int(pattern.rpartition(",")[2].rstrip("}$")) + 1 if pattern in (ID, _OBJECTIVE) else 0
        )
        if most and re.fullmatch(pattern, str(error["input"])[:most]):
            return f"It has {len(str(error['input']))} signs, and an id has {most} at most."
        return _HINTS.get(pattern, _HINTS[ID])
    if kind == "string_type":
        return "Write words."
    if kind == "model_type":
        name = _named(tuple(error["loc"]))
        return f"Write '{_BRACKETS.get(name, f'{name}: {{key: value}}')}'."
    if kind.startswith("int") and error["loc"][-1] in _PARTS:
        return f"Write '{as_percent(str(error['input']))}'."
    for name, hint in _HINTS.items():
        if kind.startswith(name):
            return hint
    context = error.get("ctx") or {}
    limits = {"ge": "at least", "le": "at most", "min_length": "at least this many:"}
    for limit, words in limits.items():
        if limit in context:
            return f"Write {words} {context[limit]}."
    return f"{error['msg']}."


def _known(kind: type[BaseModel], path: Path) -> list[str]:
    model = kind
    for part in path[:-1]:
        field = model.model_fields.get(str(part)) or model.model_fields.get("root")
        if isinstance(part, str) and field:
            inner = getattr(field.annotation, "__args__", (field.annotation,))
            models = (one for one in inner if isinstance(one, type) and issubclass(one, BaseModel))
            model = next(models, model)
    return [field.alias or name for name, field in model.model_fields.items()]
