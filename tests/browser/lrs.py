"""A real LRS, `ralph`, in a process of its own; statements lie in a file below a folder."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

PYTHON = Path(__file__).parents[2] / ".checkers/bin/python"
USER, PASSWORD = "lms", "not a secret"
BASIC = "Basic bG1zOm5vdCBhIHNlY3JldA=="
HASH = "import bcrypt; print(bcrypt.hashpw(b'not a secret', bcrypt.gensalt(4)).decode())"
START = """import sys, uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", port=int(sys.argv[1]))
"""
"""Left to itself, its store of files takes one request and refuses to write to the file again."""
MOST = "1000"
"""Statements that it gives at once."""


class Lrs:
    """Where it is, and what it holds."""

    def __init__(self, address: str) -> None:
        self.address = address

    def call(self, method: str, query: str, body: bytes | None = None) -> tuple[int, bytes]:
        """A request of the LMS's own, about statements."""
        headers = {"Authorization": BASIC, "X-Experience-API-Version": "1.0.3"}
        headers |= {"Content-Type": "application/json"} if body is not None else {}
        url = f"{self.address}xAPI/statements{query}"
        try:
            with urlopen(Request(url, body, headers, method=method), timeout=30) as answer:
                return answer.status, answer.read()
        except HTTPError as refusal:
            return refusal.code, refusal.read()

    def statements(self, registration: str) -> list[dict[str, Any]]:
        """Those of a registration, in the order in which they arrived."""
        status, body = self.call(
            "GET", f"?{urlencode({'registration': registration, 'limit': MOST})}"
        )
        assert status == 200, body
        every = json.loads(body)["statements"]
        return [one for one in every if one["context"]["registration"] == registration]


@contextmanager
def running(folder: Path) -> Iterator[Lrs]:
    """From its start to its end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [PYTHON, "-c", START, str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command, env=_settings(folder), cwd=folder, stdout=log, stderr=log
        )
        try:
            _wait(process, port, folder / "log")
            yield Lrs(f"http://127.0.0.1:{port}/")
        finally:
            process.terminate()
            process.wait()


def _settings(folder: Path) -> dict[str, str]:
    done = subprocess.run([PYTHON, "-c", HASH], capture_output=True, text=True, check=True)
    agent = {"mbox": "mailto:lms@example.org"}
    user = {"username": USER, "hash": done.stdout.strip(), "scopes": ["all"], "agent": agent}
    (folder / "auth.json").write_text(json.dumps([{**user, "target": None}]))
    return os.environ | {
        "HOME": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_RUNSERVER_MAX_SEARCH_HITS_COUNT": MOST,
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "data"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
    }


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())
