"""A backup taken apart again, for whoever checks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from kandil.exporters._mbz.course_files import BACKUP
from kandil.exporters._mbz.nodes import NULL
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.contents import Contents
from kandil.verify.manifest import read_manifest

NEEDED = (
    *(BACKUP, "files.xml", "groups.xml", "outcomes.xml", "questions.xml", "roles.xml"),
    *("scales.xml", "course/course.xml", "course/roles.xml"),
)
"""Without one of these a restore stops and leaves an empty course behind."""
OF_ACTIVITY = ("module", "grades", "roles", "inforef")
_HINT = "Do not restore this copy: build it again."


@dataclass(slots=True)
class Parts:
    """Its files, read once, and what is wrong with them."""

    contents: Contents
    trees: dict[str, etree._Element] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, file: str, words: str, code: str = "V006") -> None:
        """Notes what is wrong with a file."""
        self.problems.append(Problem(code, Place(file), words, _HINT))

    def tree(self, file: str) -> etree._Element:
        """Of a file; an empty element where it cannot be read, which is noted once."""
        if file not in self.trees:
            found, problems = read_manifest(self.contents, file)
            self.problems += problems
            self.trees[file] = etree.Element("none") if found is None else found
        return self.trees[file]

    def activities(self) -> Iterator[ActivityPart]:
        """Those that `moodle_backup.xml` lists."""
        for row in self.tree(BACKUP).iterfind("information/contents/activities/activity"):
            folder, kind = text(row, "directory"), text(row, "modulename")
            yield ActivityPart(self, folder, kind, text(row, "moduleid"), text(row, "sectionid"))


@dataclass(frozen=True, slots=True)
class ActivityPart:
    """One activity."""

    parts: Parts
    folder: str
    kind: str
    module: str
    section: str

    @property
    def file(self) -> str:
        """Its own."""
        return f"{self.folder}/{self.kind}.xml"

    @property
    def root(self) -> etree._Element:
        """The element of its own file."""
        return self.parts.tree(self.file)

    @property
    def context(self) -> str:
        """The number of its context."""
        return self.root.get("contextid", "")

    def tree(self, name: str) -> etree._Element:
        """Of another file in its folder."""
        return self.parts.tree(f"{self.folder}/{name}.xml")


def text(element: etree._Element, path: str) -> str:
    """Of an element below; empty where there is none, or where it stands for none."""
    found = element.findtext(path) or ""
    return "" if found == NULL else found
