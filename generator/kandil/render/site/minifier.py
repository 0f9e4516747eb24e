"""Style and script made smaller by a library in Go, whose runtime does not live through a fork
(golang/go 15538): a copy of a process that had used it would stand still for ever. So each process
has one beside it, started from nothing, that holds the library.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from functools import cache, lru_cache
from typing import cast

_SETTINGS = {"js-version": 2017}


@lru_cache(1_000)
def minified(kind: str, source: str) -> str:
    """`source` of the media type `kind`, in fewer bytes; raises ValueError where it is none."""
    made, error = _asked(_beside(os.getpid()), [kind, source])
    if made is None:
        raise ValueError(error)
    return made


@cache
def _beside(process: int) -> subprocess.Popen[str]:
    """That of a process by its number: a copy finds that of the process it was copied from here
    too, and leaves it alone."""
    command = [sys.executable, "-I", __file__]
    pipe = subprocess.PIPE
    started = subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8")
    atexit.register(_ended, started)
    return started


def _asked(server: subprocess.Popen[str], question: list[str]) -> tuple[str | None, str]:
    assert server.stdin and server.stdout
    server.stdin.write(json.dumps(question) + "\n")
    server.stdin.flush()
    return cast("tuple[str | None, str]", json.loads(server.stdout.readline()))


def _ended(server: subprocess.Popen[str]) -> None:
    server.communicate()


def _serve() -> None:
    """Answers line by line, until nobody asks any more."""
    import minify

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # It ends with whoever asks.
    minify.config(_SETTINGS)
    for line in sys.stdin:
        kind, source = json.loads(line)
        try:
            answer = minify.string(kind, source), ""
        except ValueError as error:
            answer = None, str(error)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    _serve()
