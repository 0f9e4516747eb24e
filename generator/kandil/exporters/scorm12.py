"""SCORM 1.2: a package a course and language; one SCO, or one a lesson (`rulings.md` 23, 24)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lxml import etree

from kandil.exporters._scorm.format import ScormFormat, ScormOptions
from kandil.exporters._scorm.launched12 import check_launch
from kandil.exporters._scorm.manifest12 import manifest
from kandil.exporters._scorm.packed import MANIFEST, Sco
from kandil.model.edition import Edition
from kandil.problems import Problem
from kandil.verify.contents import Contents


class Scorm12(ScormFormat):
    """What is peculiar to SCORM 1.2."""

    name: ClassVar[str] = "scorm12"

    def manifest(
        self, options: ScormOptions, edition: Edition, scos: Sequence[Sco], shared: Sequence[str]
    ) -> bytes:
        """Content Packaging 1.1.2."""
        return manifest(edition, scos, shared)

    def check_manifest(self, contents: Contents, root: etree._Element) -> Iterator[Problem]:
        """CAM 2.3 and what is known of LMSs."""
        yield from check_launch(contents, root, MANIFEST)


EXPORTER = Scorm12()
