"""The program itself: where it is, and what it said."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from h5p_cli_wrapper.errors import H5PError

NAMED = "H5P_CLI"
"""Variable of the environment with the path of a program that is not on the PATH."""
_LAST = 400
"""Characters of an output that are told: its end says what failed."""


@dataclass(frozen=True)
class H5PCli:
    """`h5p` of npm's `h5p-cli` (1.1.5 is the version that this was written for)."""

    program: Path

    def run(self, workspace: Path, words: Sequence[str], seconds: float | None = None) -> str:
        """What it printed, errors too, when it was asked `words` in `workspace`, where it keeps
        `libraries`, `content` and its registry. Whether it did it must be looked up there.

        Raises `H5PError` where it cannot be started or takes longer than `seconds`.
        """
        try:
            ended = subprocess.run(
                [self.program, *words],
                cwd=workspace,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                check=False,
            )
        except OSError as fault:
            raise H5PError(
                f"'{self.program}' cannot be started: {fault.strerror}", _HINT
            ) from fault
        except subprocess.TimeoutExpired as fault:
            message = f"'h5p {' '.join(words)}' did not end within {seconds:.0f} seconds"
            raise H5PError(message, "Look at the connection, and try again.") from fault
        return ended.stdout.decode(errors="replace")


_HINT = (
    "Install Node.js 18 or newer and then 'npm install --global h5p-cli', or name the program in "
    f"the variable {NAMED}."
)


def find_program() -> H5PCli:
    """The program that `H5P_CLI` names, else `h5p` on the PATH. Raises `H5PError` without it, or
    without the Node.js that it runs on."""
    named = os.environ.get(NAMED) or "h5p"
    program, node = shutil.which(named), shutil.which("node")
    if node is None:
        raise H5PError("Node.js is not installed here, and 'h5p-cli' runs on it", _HINT)
    if program is None:
        raise H5PError(f"'h5p-cli' is not installed here: there is no program '{named}'", _HINT)
    return H5PCli(Path(program).absolute())


def end_of(output: str) -> str:
    """Its last words, on one line: they go into a message."""
    words = " ".join(output.split())
    return words if len(words) <= _LAST else f"… {words[-_LAST:]}"
