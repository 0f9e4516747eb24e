"""`<!-- id: strongest; points: 2 -->`: the settings under a heading."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.read.source.comments import Settings
from kandil.write.lines import Lines, comment


def setting(name: str, value: str) -> str:
    """One setting, as it stands in its comment."""
    return f"{name}: {value}"


def write_settings(settings: Settings) -> Lines:
    """The comment; nothing where nothing is set."""
    parts = [setting(name, value) for name, value in _written(settings) if value]
    return comment("; ".join(parts)) if parts else []


def _written(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "id", settings.id or ""
    yield "type", settings.type or ""
    yield "form", settings.form or ""
    yield "objective", settings.objective or ""
    yield "bloom", settings.bloom or ""
    yield "points", _number(settings.points)
    yield "pass", f"{settings.pass_mark}%" if settings.pass_mark else ""
    yield "attempts", _number(settings.attempts)
    yield "draw", _number(settings.draw)
    yield "from", settings.bank or ""
    yield "shuffle", _switch(settings.shuffle)
    yield "case", _switch(settings.case)
    yield "exact", _switch(settings.exact)
    yield "sensitive", _switch(settings.sensitive)
    yield "outcome", settings.outcome or ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _switch(value: bool | None) -> str:
    return "" if value is None else ("yes" if value else "no")
