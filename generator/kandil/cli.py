"""The commands, thin: each reads its arguments, calls one step, prints what came of it."""

from __future__ import annotations

import gc
import sys
from datetime import date
from io import TextIOWrapper

_COLLECTED = 20_000
"""New objects after which the collector looks for those that nobody needs: nearly all that is
loaded and read is kept, and with Python's 700 a tenth of a start goes into looking through it."""


def main() -> None:
    """Entry point; `--version` answers without loading the rest."""
    if sys.argv[1:] == ["--version"]:
        from kandil import __version__

        print(f"kandil {__version__}")
        return
    gc.set_threshold(_COLLECTED)
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may lack the signs of four scripts.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        if sys.argv[1:2] in (["build"], ["check"]):
            _again(sys.argv[1:])
        from kandil.commands import app

        app()
    except OSError as fault:
        print(_told(fault), file=sys.stderr)
        sys.exit(1)


def _again(words: list[str]) -> None:
    """Leave, where nothing has changed since the same words were typed."""
    from kandil.build.said import Said

    if last := Said(words, date.today()).again():
        print(last.text, end="\n" if last.text else "")
        sys.exit(last.code)


def _told(fault: OSError) -> str:
    """A disk that is full, a folder that may not be written to: not every fault names a file."""
    what = fault.strerror or str(fault)
    if fault.filename is None:
        return f"{what}. Nothing was changed."
    return f"'{fault.filename}': {what}. Nothing was changed there."
