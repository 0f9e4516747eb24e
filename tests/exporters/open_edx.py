"""Open edX's own reading of a SCORM package, in a process of the checkers."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".checkers/bin/python"
DRIVER = Path(__file__).parent / "scormxblock.py"


def open_edx(package: Path, told: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """What it launches and lists, and the grades that it publishes after `told`."""
    values = [f"{name}={value}" for name, value in told]
    command = [str(PYTHON), str(DRIVER), str(package), *values]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    read: dict[str, Any] = json.loads(done.stdout)
    return read
