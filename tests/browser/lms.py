"""A small LMS around the real run-time `scorm-again`, served over http on this machine."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any, ClassVar, Literal
from zipfile import ZipFile

RUN_TIME = Path(__file__).parents[1] / "node_modules/scorm-again/dist/scorm12.min.js"
HOST = """<!doctype html><meta charset="utf-8"><title>LMS</title>
<script src="/scorm12.min.js"></script>
<script>
var calls = [];
var api = new Scorm12API({
  lmsCommitUrl: '/commit' + location.search, dataCommitFormat: 'flattened', logLevel: 5
});
api.loadFromFlattenedJSON(STORED);
var API = {};
['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError',
 'LMSGetErrorString', 'LMSGetDiagnostic'].forEach(function (name) {
  API[name] = function (first, second) {
    var typed = [].every.call(arguments, function (one) { return typeof one === 'string'; });
    var result = api[name](first, second);
    calls.push([name, first, second, result, typed, api.LMSGetLastError()]);
    return result;
  };
});
</script>
BODY
"""
FRAMED = '<iframe id="sco" src="/package/start.html" width="360" height="640" SANDBOX></iframe>'
POPUP = (
    "<button onclick=\"window.open('/package/start.html', 'sco', 'width=360,height=640')\">"
    "Open</button>"
)


LOGIN = b'<!doctype html><title>Sign in</title><form><input type="password"></form>'


@dataclass
class Lms:
    """What one learner's attempt holds on the server."""

    page: ClassVar[str] = HOST
    run_time: ClassVar[Path] = RUN_TIME
    form: ClassVar[str] = "scorm12"
    """What it takes."""
    success: ClassVar[bytes] = b'{"result": true, "errorCode": 0}'

    files: dict[str, bytes]
    body: str = FRAMED
    sandbox: str = ""
    api: bool = True
    stored: dict[str, Any] = field(default_factory=dict)
    commits: list[dict[str, Any]] = field(default_factory=list)
    down: bool = False
    expired: Literal["", "redirect", "page"] = ""
    lost: Callable[[dict[str, Any]], bool] = lambda data: False
    unreachable: bool = False
    address: str = ""
    taking: Lock = field(default_factory=Lock)

    def of(self, sco: str) -> Lms:
        """What is held for the SCO that the query of the address names."""
        return self

    def script(self, words: str) -> str:
        """A script of a test, which speaks of SCORM 1.2, in the words of this LMS."""
        return words

    def heard(self, data: dict[str, Any]) -> dict[str, Any]:
        """What a package told, by the names of SCORM 1.2."""
        return data

    def commit(self, data: dict[str, Any]) -> None:
        """As Moodle: what was committed is there, whether or not the sitting was finished."""
        self.commits.append(data)
        kept = {name: value for name, value in data.items() if value not in ("", None)}
        self.stored = {**self.stored, **kept, "cmi.core.exit": data.get("cmi.core.exit", "")}

    def launch(self) -> dict[str, Any]:
        """As Moodle: only a suspended attempt gets its resume data back."""
        kept = dict(self.stored)
        if kept.pop("cmi.core.exit", "") != "suspend":
            for name in ("cmi.suspend_data", "cmi.core.lesson_location"):
                kept.pop(name, None)
        kept.pop("cmi.core.session_time", None)
        return kept

    def host(self) -> bytes:
        """The page around the package."""
        page = self.page if self.api else "<!doctype html><title>No LMS</title>BODY"
        body = self.script(self.body).replace("SANDBOX", self.sandbox)
        return page.replace("STORED", json.dumps(self.launch())).replace("BODY", body).encode()


@dataclass
class Lessons(Lms):
    """The same for a package of several SCOs: each has an attempt of its own."""

    kind: ClassVar[type[Lms]] = Lms

    scos: dict[str, Lms] = field(default_factory=dict)
    """By the pages that are launched."""

    def of(self, sco: str) -> Lms:
        """Made when it is first asked for."""
        if sco not in self.scos:
            self.scos[sco] = self.kind(self.files, FRAMED.replace("start.html", sco))
        return self.scos[sco]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, lms: Lms, *rest: Any) -> None:
        self.lms = lms
        super().__init__(*rest)

    def do_GET(self) -> None:
        path, _, sco = self.path.partition("?")
        if self.lms.unreachable:
            self.close_connection = True
        elif self.lms.expired == "redirect" and path.startswith("/package/"):
            self.send_response(302)
            self.send_header("Location", "/login")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path == "/login" or (self.lms.expired and path.startswith("/package/")):
            self._answer(200, "text/html", LOGIN)
        elif path == "/":
            self._answer(200, "text/html", self.lms.of(sco).host())
        elif path == f"/{self.lms.run_time.name}":
            self._answer(200, "text/javascript", self.lms.run_time.read_bytes())
        else:
            content = self.lms.files.get(path.removeprefix("/package/"))
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            self._answer(404 if content is None else 200, kind, content or b"")

    def do_POST(self) -> None:
        lms = self.lms.of(self.path.partition("?")[2])
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.lms.unreachable or self.lms.lost(self.lms.heard(data)):
            self.close_connection = True
        elif self.lms.expired:
            self._answer(200, "text/html", LOGIN)
        elif self.lms.down:
            self._answer(503, "application/json", b'{"result": false, "errorCode": 101}')
        else:
            with self.lms.taking:
                lms.commit(data.get("cmi", data))
            self._answer(200, "application/json", lms.success)

    def _answer(self, code: int, kind: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: Any) -> None:
        """Quiet."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 64


@contextmanager
def served(package: Path, kind: type[Lms] = Lms) -> Iterator[Lms]:
    """An LMS that holds `package` (a zip)."""
    with ZipFile(package) as archive:
        lms = kind({name: archive.read(name) for name in archive.namelist()})
    server = _Server(("127.0.0.1", 0), partial(_Handler, lms))
    lms.address = f"http://127.0.0.1:{server.server_address[1]}/"
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield lms
    finally:
        server.shutdown()
        server.server_close()
