"""`kandil` as a trainer calls it: in this process, or in one of its own where that is tested."""

from __future__ import annotations

import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from kandil.cli import main

KANDIL = Path(sys.executable).with_name("kandil")


@dataclass(frozen=True, slots=True)
class Said:
    """How it ended."""

    returncode: int
    stdout: str
    stderr: str


def kandil(folder: Path, *words: str) -> Said:
    """From this folder, without the second that a process takes to begin."""
    out, wrong, code = StringIO(), StringIO(), 0
    called = patch.object(sys, "argv", ["kandil", *words])
    with chdir(folder), called, redirect_stdout(out), redirect_stderr(wrong):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Said(code, out.getvalue(), wrong.getvalue())


def process(folder: Path, *words: str) -> Said:
    """The command itself, in a process of its own."""
    command = [str(KANDIL), *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr + done.stdout
    return Said(done.returncode, done.stdout, done.stderr)
