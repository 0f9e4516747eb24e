"""A course built by exporters of other people, and what the contract says of that."""

from __future__ import annotations

from pathlib import Path

import pytest
from contract import suite
from contract.throwaway import FOREIGN
from kandil.build.outcome import Outcome
from kandil.exporters import find_exporters

Found = tuple[Path, Path, Outcome]


def run(folder: Path, *exporters: object) -> Found:
    """The course, its packages and what was said, built by these exporters of other people."""
    course = suite.write_course(folder / "course")
    with pytest.MonkeyPatch.context() as patch:
        found = {one.name: one for one in exporters}
        patch.setattr("kandil.build.pipeline.find_exporters", lambda: found)
        patch.setattr("kandil.build.verify.find_exporters", lambda: found)
        outcome = suite.built(course, folder / "dist", *sorted(found))
    return course, folder / "dist", outcome


def secrets(found: Found, exporter: object) -> list[str]:
    course, dist, _ = found
    place = suite.place(dist, exporter, "every-GE")
    assert place.is_dir()
    return suite.secrets(place, exporter, (course, dist, suite.TESTS.parent))


def unasked(found: Found, exporter: object) -> list[str]:
    course, dist, outcome = found
    with pytest.MonkeyPatch.context() as patch:
        # Formats for facilitators share a folder, so that one alone cannot read it.
        known = {**find_exporters(), **FOREIGN, exporter.name: exporter}
        patch.setattr("kandil.build.verify.find_exporters", lambda: known)
        return suite.unasked(dist, course, exporter, outcome)


def untold(found: Found, exporter: object) -> list[str]:
    course, dist, _ = found
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kandil.build.verify.find_exporters", lambda: {exporter.name: exporter})
        return suite.untold(dist, course, exporter)
