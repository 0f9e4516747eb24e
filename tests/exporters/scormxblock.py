"""What Open edX reads of a SCORM package, and what it makes of what the package then tells it.

A program for the Python of the checkers, since `openedx-scorm-xblock` is under the AGPL:

    .checkers/bin/python tests/exporters/scormxblock.py PACKAGE.zip ELEMENT=VALUE…

It prints JSON: version, page to launch, menu, warnings, and the grades that were published.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any


class Runtime:
    """As much of an LMS as the block needs."""

    def __init__(self) -> None:
        self.grades: list[float] = []

    def service(self, block: object, name: str) -> None:
        """None has settings of its own."""

    def handler_url(self, block: object, name: str) -> str:
        """The address of a file of the package begins with this."""
        return name

    def publish(self, block: object, kind: str, event: dict[str, Any]) -> None:
        """Notes grades, as shares of all points."""
        if kind == "grade":
            self.grades.append(event["value"] / event["max_value"])


def read(package: Path, folder: str, told: list[str]) -> dict[str, object]:
    """The package is unpacked below `folder`; `told`: elements and values, in their order."""
    import_module("django.conf").settings.configure(MEDIA_ROOT=folder)
    import_module("django").setup()
    fields, scopes = import_module("xblock.field_data"), import_module("xblock.fields")
    kind = import_module("openedxscorm.scormxblock").ScormXBlock
    kind.location = SimpleNamespace(block_id="block")
    runtime = Runtime()
    ids = scopes.ScopeIds("ana", "scorm", None, "usage")
    block = kind(runtime, fields.DictFieldData({"has_score": True}), ids)
    with package.open("rb") as file:
        block.update_package_meta(file)
        block.extract_package(file)
    block.update_package_fields()
    values = (one.partition("=") for one in told)
    for name, _, value in values:
        block.set_value({"name": name, "value": value})
    return {
        "version": block.scorm_version,
        "launches": block.index_page_path,
        "menu": block.navigation_menu,
        "warnings": block.package_warnings,
        "status": block.lesson_status,
        "grades": runtime.grades,
    }


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        print(json.dumps(read(Path(sys.argv[1]), folder, sys.argv[2:])))
