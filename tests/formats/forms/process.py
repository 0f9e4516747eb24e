"""Forms converted by `pyxform`, looked at by ODK Validate and filled in by JavaRosa, the engine of
ODK Collect, which lies in its jar. Both are run as programs."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

HERE = Path(__file__).parent
PYTHON = HERE.parents[2] / ".checkers/bin/python"
_BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a machine that lives a second: thorough compilation costs more than it gains."""


@dataclass
class Filled:
    """What a person met in a form in one language, and what would be sent."""

    shown: dict[str, str] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)
    hint: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    unasked: dict[str, str] = field(default_factory=dict)
    record: dict[str, str] = field(default_factory=dict)
    choice: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


def convert(forms: Iterable[Path], *, check: bool = True) -> list[str]:
    """Complaints of pyxform and, with `check`, of ODK Validate; an XForm lies beside each form."""
    run = [str(PYTHON), str(HERE / "convert.py"), "check" if check else "", *map(str, forms)]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def fill(cases: Sequence[tuple[Path, str, Mapping[str, str]]]) -> list[Filled]:
    """(XForm, language, answers by name) each; all in one start of the machine."""
    lines = (
        "\t".join((str(form), language, *(word for pair in given.items() for word in pair)))
        for form, language, given in cases
    )
    run = ["java", *_BRIEFLY, "-cp", _driver(), "Drive"]
    words = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(run, input=words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = list(_read(done.stdout))
    assert len(found) == len(cases)
    return found


@cache
def _driver() -> str:
    """Where Java finds `Drive`, compiled for all tests of this process, and what it drives."""
    find = "import pyxform, pathlib; print(pathlib.Path(pyxform.__file__).parent)"
    folder = subprocess.run([str(PYTHON), "-c", find], capture_output=True, text=True, check=True)
    jar = Path(folder.stdout.strip()) / "validators/odk_validate/bin/ODK_Validate.jar"
    classes = mkdtemp(prefix="kandil-drive-")
    atexit.register(shutil.rmtree, classes)
    run = ["javac", *(f"-J{word}" for word in _BRIEFLY), "-proc:none", "-d", classes]
    subprocess.run([*run, "-cp", str(jar), str(HERE / "Drive.java")], check=True)
    return f"{jar}{os.pathsep}{classes}"


def _read(words: str) -> Iterable[Filled]:
    one = Filled()
    for line in words.splitlines():
        what, name, said = line.split("\t")
        said = said.replace("\\n", "\n")
        if what == "end":
            yield one
            one = Filled()
        elif what == "choice":
            letter, _, label = said.partition(" ")
            one.choice[name][letter] = label
        else:
            getattr(one, what)[name] = said
