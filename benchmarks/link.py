"""Open the lessons of a built site as an old phone does: 50 kbit/s, 800 ms, a CPU slowed six times.

Needs the tests' browser (`make test` installs it) and a folder of pages, as
`dist/preview/site/siu/en`. A page is opened in a fresh profile with nothing kept, over HTTP/1.1
with gzip. The emulation knows neither DNS nor slow start: real links are slower (CDP, Network
domain, `emulateNetworkConditions`).
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

RUNS = int(os.environ.get("KANDIL_BENCH_RUNS", "3"))
CHROMIUM = os.environ.get("KANDIL_CHROMIUM", "/usr/bin/chromium")
LINK = {
    "offline": False,
    "latency": 800,
    "downloadThroughput": 50_000 / 8,
    "uploadThroughput": 50_000 / 8,
}
SLOWER = 6
PHONE = {"width": 360, "height": 640}
PAINT, DONE, ANY = 1.5, 2.7, 3.4
"""Targets in seconds: the median of paints, the median of loads, and the slowest page."""
SCRIPT = 0.05
"""Target in seconds: what scripts may take until a page is loaded, on the slowed CPU."""
SEEN = """() => new Promise(found => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  if (paint) return found(paint.startTime);
  new PerformanceObserver(list => found(list.getEntries()[0].startTime))
    .observe({type: 'paint', buffered: true});
})"""


class Opened(NamedTuple):
    """One page, opened once; seconds from the first request on."""

    paint: float
    done: float
    script: float


class Zipped(SimpleHTTPRequestHandler):
    """Serves a folder as a server does that compresses."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the name that the standard library asks for
        """The file, deflated."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *message: object) -> None:
        """No lines between those of the bench."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Zipped, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _opened(browser: Browser, address: str) -> Opened:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Performance.enable")
    page.goto(address, wait_until="load")
    paint = page.evaluate(SEEN) / 1000
    done = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
    metrics = session.send("Performance.getMetrics")["metrics"]
    script = next(metric["value"] for metric in metrics if metric["name"] == "ScriptDuration")
    context.close()
    return Opened(paint, done, script)


def _page(browser: Browser, address: str) -> Opened:
    runs = [_opened(browser, address) for _ in range(RUNS)]
    return Opened(*(median(values) for values in zip(*runs, strict=True)))


def main(folder: Path) -> None:
    """Print each page and the figures that the targets name."""
    with sync_playwright() as playwright, _served(folder) as start:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        opened = {
            path.name: _page(browser, f"{start}/{path.name}")
            for path in sorted(folder.glob("*-*.html"))
        }
        browser.close()
    for name, page in opened.items():
        print(f"{name:20} {_told(page)}")
    print(f"{'targets':20} {_told(Opened(PAINT, DONE, SCRIPT))}; any page {ANY:.2f} s")
    pages = list(opened.values())
    print(f"{'median':20} {_told(Opened(*map(median, zip(*pages, strict=True))))}")
    print(f"{'slowest':20} {_told(Opened(*map(max, zip(*pages, strict=True))))}")


def _told(page: Opened) -> str:
    script = page.script * 1000
    return f"paint {page.paint:5.2f} s, done {page.done:5.2f} s, script {script:4.0f} ms"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
