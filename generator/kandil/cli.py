"""The commands, thin: each reads its arguments, calls one step, prints what came of it."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def main() -> None:
    """Entry point; `--version` answers without loading the rest."""
    if sys.argv[1:] == ["--version"]:
        from kandil import __version__

        print(f"kandil {__version__}")
        return
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may lack the signs of four scripts.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from kandil.commands import app

    try:
        app()
    except OSError as fault:
        print(f"'{fault.filename}': {fault.strerror}. Nothing was changed there.", file=sys.stderr)
        sys.exit(1)
