"""The LMS's side of cmi5 in front of a real LRS: launches, the token, documents.

`ralph` keeps statements only, so what cmi5 asks of an LMS beside them stands in here: the launch
page, the fetch URL, the State and Agent Profile documents. Every statement goes on to the LRS. The
package and the LRS are of two origins, as they may be."""

from __future__ import annotations

import json
import mimetypes
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import uuid4
from zipfile import ZipFile

from browser.lms import LOGIN, _Server
from browser.lrs import Lrs
from lxml import etree

VERBS = "http://adlnet.gov/expapi/verbs/"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
CATEGORY = {"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "lära 1"}}
FRAMED = '<iframe id="sco" src="LAUNCH" width="360" height="640"></iframe>'


@dataclass
class Launcher:
    """One learner's registration; one AU is launched at a time."""

    files: dict[str, bytes]
    lrs: Lrs
    units: list[dict[str, str]]
    """Of each AU: its id, `moveOn`, `masteryScore`, and its page."""
    place: int = 0
    """Of the AU that is launched."""
    address: str = ""
    endpoint: str = ""
    body: str = FRAMED
    mode: str = "Normal"
    back: str = ""
    """The `returnURL`."""
    registration: str = field(default_factory=lambda: str(uuid4()))
    tokens: dict[str, str] = field(default_factory=dict)
    """Those that hold, with their session."""
    fetches: dict[str, bool] = field(default_factory=dict)
    """Fetch URLs by their names, and whether they were used."""
    documents: dict[tuple[str, ...], bytes] = field(default_factory=dict)
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    """Method, path and answer of each request that was for the LMS."""
    answer: Callable[[str, str], int] = lambda method, path: 0
    """A status in place of the true answer; -1 drops the connection."""
    after: Callable[[str, str], int] = lambda method, path: 0
    """The same, once the LRS has what was sent."""
    page: bool = False
    """Whether each answer is a login page."""
    wait: float = 0
    """Seconds before each answer."""
    taking: Lock = field(default_factory=Lock)
    """While the LRS is asked, so that what it holds and what was asked belong together."""
    heard: tuple[str, int, list[dict[str, Any]]] = ("", -1, [])
    """What the LRS held for a registration after so many requests."""

    def enrol(self) -> None:
        """The learner anew, of whom nothing is known."""
        self.registration = str(uuid4())
        self.documents.clear()

    def of(self, page: str) -> Launcher:
        """The same, at the AU of this page."""
        if page:
            self.place = [one["url"] for one in self.units].index(page)
        return self

    @property
    def unit(self) -> dict[str, str]:
        """That AU."""
        return self.units[self.place]

    @property
    def activity(self) -> str:
        """The AU's id as the LMS makes it."""
        return f"https://lms.example/au/{self.unit['id'].rpartition(':')[2]}"

    def launch(self) -> bytes:
        """The page around a new session."""
        session, name = str(uuid4()), str(uuid4())
        self.fetches[name] = False
        self.tokens[name] = session
        context = {
            "contextActivities": {"grouping": [{"id": self.unit["id"]}]},
            "extensions": {SESSION: session},
        }
        data: dict[str, Any] = {"contextTemplate": context, "launchMode": self.mode}
        data["moveOn"] = self.unit["moveOn"]
        if "masteryScore" in self.unit:
            data["masteryScore"] = float(self.unit["masteryScore"])
        if self.back:
            data["returnURL"] = self.back
        self.documents[self.activity, "LMS.LaunchData"] = json.dumps(data).encode()
        self._launched(context)
        query = {
            "endpoint": self.endpoint,
            "fetch": f"{self.address}fetch?k={name}",
            "actor": json.dumps(ACTOR),
            "registration": self.registration,
            "activityId": self.activity,
        }
        url = f"/package/{self.unit['url']}?{urlencode(query)}"
        page = self.body.replace("LAUNCH", url.replace("&", "&amp;"))
        return f"<!doctype html><meta charset=utf-8><title>LMS</title>{page}".encode()

    def _launched(self, context: dict[str, Any]) -> None:
        statement = {
            "actor": ACTOR,
            "verb": {"id": f"{VERBS}launched"},
            "object": {"id": self.activity},
            "context": {**context, "registration": self.registration},
        }
        statement["context"]["contextActivities"] |= {"category": [CATEGORY]}
        status, body = self.lrs.call("POST", "", json.dumps(statement).encode())
        assert status == 200, body

    def fetch(self, name: str) -> bytes:
        """The token, once (cmi5 8.2)."""
        if self.fetches.get(name) is not False:
            return b'{"error-code": "1", "error-text": "used"}'
        self.fetches[name] = True
        return json.dumps({"auth-token": name}).encode()

    def document(self, method: str, query: dict[str, str], body: bytes) -> tuple[int, bytes]:
        """State and Agent Profile, by all that names them."""
        if json.loads(query["agent"]) != ACTOR:
            return 400, b""
        state = query.get("stateId", "")
        if state:
            assert query["registration"] == self.registration
            assert query["activityId"] == self.activity
        key = (self.activity, state or f"profile {query['profileId']}")
        if method == "GET":
            return (200, self.documents[key]) if key in self.documents else (404, b"")
        assert state == "suspendData", "an AU writes nothing but its own state"
        self.documents[key] = body
        return 204, b""

    @property
    def state(self) -> dict[str, Any]:
        """The AU's own document."""
        state: dict[str, Any] = json.loads(
            self.documents.get((self.activity, "suspendData"), b"{}")
        )
        return state

    @property
    def known(self) -> dict[str, Any]:
        """What `clauses` compares statements with."""
        mastery = self.unit.get("masteryScore")
        known = {"registration": self.registration, "activity": self.activity}
        known |= {"publisher": self.unit["id"]}
        return known | ({"mastery": float(mastery)} if mastery else {})

    def said(self) -> list[dict[str, Any]]:
        """What the AU has said, by the word of the LRS, which is asked when it may know more."""
        with self.taking:
            now = (self.registration, len(self.asked))
            if self.heard[:2] != now:
                every = self.lrs.statements(self.registration)
                own = [one for one in every if one["verb"]["id"] != f"{VERBS}launched"]
                self.heard = (*now, own)
        return self.heard[2]

    def verbs(self) -> list[str]:
        """The same, in short."""
        return [one["verb"]["id"].removeprefix(VERBS) for one in self.said()]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, lms: Launcher, *rest: Any) -> None:
        self.lms = lms
        super().__init__(*rest)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/":
            self._answer(200, "text/html", self.lms.launch())
        elif path == "/back":
            self._answer(200, "text/html", b"<!doctype html><title>Back</title>")
        else:
            content = self.lms.files.get(path.removeprefix("/package/"))
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            self._answer(404 if content is None else 200, kind, content or b"")

    def do_POST(self) -> None:
        """The fetch URL."""
        path, query = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        status = self.lms.answer("POST", path) or 200
        self.lms.asked.append(("POST", path, status))
        body = self.lms.fetch(query.get("k", "")) if status == 200 else b"{}"
        self._answer(status, "application/json", body)

    def _answer(self, code: int, kind: str, content: bytes) -> None:
        if code < 0:
            self.close_connection = True
            return
        self.send_response(code)
        if kind:
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self._more()
        self.end_headers()
        self.wfile.write(content)

    def _more(self) -> None:
        """Headers of its own."""

    def log_message(self, *args: Any) -> None:
        """Quiet."""


class _Endpoint(_Handler):
    def _more(self) -> None:
        self.send_header("Access-Control-Allow-Origin", self.lms.address.rstrip("/"))
        self.send_header("Access-Control-Allow-Headers", "*, Authorization")
        self.send_header("Access-Control-Allow-Methods", "GET, PUT, POST")

    def do_OPTIONS(self) -> None:
        self._answer(204, "", b"")

    def do_GET(self) -> None:
        self._speak("GET")

    def do_PUT(self) -> None:
        self._speak("PUT")

    def do_POST(self) -> None:
        self._speak("POST")

    def _speak(self, method: str) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        address = urlsplit(self.path)
        time.sleep(self.lms.wait)
        token = self.headers.get("Authorization", "").removeprefix("Basic ")
        status, content = self.lms.answer(method, address.path), b""
        status = 200 if self.lms.page else status
        if not status and token not in self.lms.tokens:
            status = 401
        with self.lms.taking:
            if not status:
                status, content = self._pass_on(method, address.path, address.query, body)
                status = self.lms.after(method, address.path) or status
            self.lms.asked.append((method, address.path, status))
        if self.lms.page:
            self._answer(200, "text/html", LOGIN)
            return
        self._answer(status, "application/json" if content else "", content)

    def _pass_on(self, method: str, path: str, query: str, body: bytes) -> tuple[int, bytes]:
        assert self.headers["X-Experience-API-Version"] == "1.0.3"
        if path == "/xapi/statements":
            return self.lms.lrs.call(method, f"?{query}" if query else "", body)
        assert path in ("/xapi/activities/state", "/xapi/agents/profile"), path
        return self.lms.document(method, dict(parse_qsl(query)), body)


def units(structure: bytes) -> list[dict[str, str]]:
    """The AUs as an importer reads them."""
    every = etree.fromstring(structure).findall("{*}au")
    return [{**dict(au.attrib), "url": au.findtext("{*}url")} for au in every]


@contextmanager
def launching(package: Path, lrs: Lrs) -> Iterator[Launcher]:
    """An LMS that has imported `package` (a zip)."""
    with ZipFile(package) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    lms = Launcher(files, lrs, units(files["cmi5.xml"]))
    kinds: tuple[type[_Handler], ...] = (_Handler, _Endpoint)
    servers = [_Server(("127.0.0.1", 0), partial(kind, lms)) for kind in kinds]
    lms.address, endpoint = (f"http://127.0.0.1:{one.server_address[1]}/" for one in servers)
    lms.endpoint = f"{endpoint}xapi"
    for server in servers:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield lms
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
