"""How many days each contact is still good for: the monthly routine of those who verify."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kandil.model.territory import Contact, Territory
from kandil.paths import territory_files
from kandil.problems import Problem
from kandil.territory.gates import in_force, lack, structural, wanting
from kandil.territory.read import read_file
from kandil.values import dataclass

_RANKS = ("left out", "verified", "draft", "suspended", "closed")


@dataclass(frozen=True, slots=True)
class Line:
    """One contact in the report."""

    territory: str
    contact: str
    status: str
    """That of the file, or `left out` where an entry says `verified` and is not."""
    days_left: int | None
    """Until a release refuses it; None where it is not shown anyway."""
    why: str = ""

    @property
    def urgency(self) -> tuple[int, int, str, str]:
        """First what runs out (what is left out has no day left), then drafts, then the rest."""
        rank = _RANKS.index(self.status)
        return max(rank, 1), self.days_left or 0, self.territory, self.contact


def contact_lines(folder: Path, as_of: date) -> tuple[list[Line], list[Problem]]:
    """Every contact that the course in `folder` knows of, grouped by territory, the most urgent
    territory first.
    """
    lines: list[Line] = []
    problems: list[Problem] = []
    for path in territory_files(folder).values():
        territory, found = read_file(path)
        problems += found
        if territory:
            problems += structural(territory)
            lines += [_line(territory, contact, as_of) for contact in territory.contacts]
    first: dict[str, tuple[int, int, str, str]] = {}
    for line in sorted(lines, key=lambda line: line.urgency):
        first.setdefault(line.territory, line.urgency)
    lines.sort(key=lambda line: (first[line.territory], line.territory, line.urgency))
    return lines, problems


def _line(territory: Territory, contact: Contact, as_of: date) -> Line:
    if contact.status != "verified":
        why = wanting(contact) if contact.status == "draft" else ""
        return Line(territory.code, contact.id, contact.status, None, why)
    if why := lack(contact, as_of):
        return Line(territory.code, contact.id, "left out", None, why)
    until = in_force(contact, as_of).until
    left = (until - as_of).days if until else 0
    return Line(territory.code, contact.id, contact.status, left)
