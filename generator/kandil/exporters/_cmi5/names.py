"""Publisher ids: IRIs that name no host, the same in every build (cmi5 13.1).

An id has to be unique in the world, and an IRI with a host has to be in a domain of the one who
makes it. Kandil has none, and a trainer may have none; so the ids are UUIDs made of the package's
name, which tell nobody the topic either."""

from __future__ import annotations

from uuid import UUID, uuid5

from kandil.model.edition import Edition

_KANDIL = UUID("8d0f7b2c-63a5-4a0e-9c1b-1f6d2f2a7b54")


def course_iri(edition: Edition) -> str:
    """Of the course in one language: the next version of the package has the same."""
    return _iri(edition, "course")


def au_iri(edition: Edition, lesson: str = "") -> str:
    """Of the AU of a lesson, or of the only one."""
    return _iri(edition, "au", lesson)


def objective_iri(edition: Edition, lesson: str, objective: str) -> str:
    """Of an objective of a lesson, or of the course."""
    return _iri(edition, "objective", lesson, objective)


def _iri(edition: Edition, *names: str) -> str:
    return uuid5(_KANDIL, "/".join((edition.package_name, *names))).urn
