"""The commands, thin: each reads its arguments, calls one step, prints what came of it."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point; `--version` answers without loading the rest."""
    if sys.argv[1:] == ["--version"]:
        from kandil import __version__

        print(f"kandil {__version__}")
        return
    from kandil.commands import app

    app()
