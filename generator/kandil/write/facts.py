"""The figures of a course become `facts.yml`."""

from __future__ import annotations

from kandil.model.facts import Figure
from kandil.write.front import quoted


def write_facts(facts: tuple[Figure, ...]) -> str:
    """A line each."""
    return "".join(f"{fact.id}: {{{_keys(fact)}}}\n" for fact in facts)


def _keys(fact: Figure) -> str:
    unit = f"unit: {quoted(fact.unit)}, " if fact.unit else ""
    return (
        f"value: {fact.value:f}, {unit}year: {fact.year}, source: {quoted(fact.source)}, "
        f"checked: {fact.checked}, best_by: {fact.best_by}"
    )
