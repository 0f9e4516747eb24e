"""What the tests of cmi5 share: a learner's way through the small course, and what came of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browser.launcher import VERBS, Launcher
from browser.sitting import Sitting
from kandil.exporters.cmi5 import EXPORTER, Cmi5Options
from kandil.model.course import Course, Profile
from kandil.package.archive import write_archive
from standin import StandInPages, course, edition

VALIDATOR = Path(__file__).parents[1] / "node_modules/@learninglocker/xapi-validation"
CHECK = """const check = require(process.argv[1]).default;
const read = JSON.parse(require('fs').readFileSync(0));
console.log(JSON.stringify(read.map(one => check(one).map(String)).flat()));"""
LmsOf = Callable[..., Launcher]
Sit = Callable[[Launcher], Sitting]


def package(folder: Path, profile: Profile, of: Course | None = None, aus: str = "course") -> Path:
    """A cmi5 package with pages that speak as the player does."""
    made, options = edition(of or course()), Cmi5Options(profile, aus)
    [artefact] = EXPORTER.artefacts([made], StandInPages, options)
    target = folder / artefact.name
    write_archive(target, artefact.files())
    return target


def all_done(sitting: Sitting) -> None:
    """Both quizzes are submitted: five of six points."""
    sitting.open("tin-1")
    sitting.submit("tin-1", 3)
    sitting.open("tin-2")
    sitting.submit("tin-2", 2)


def passed(lms: Launcher) -> dict[str, Any]:
    """The one statement that says it."""
    [statement] = [one for one in lms.said() if one["verb"]["id"] == f"{VERBS}passed"]
    return statement


def warnings(said: list[dict[str, Any]]) -> list[str]:
    """What a validator of xAPI that others wrote has to say of statements."""
    command = ["node", "-e", CHECK, str(VALIDATOR)]
    done = subprocess.run(command, input=json.dumps(said), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found
