"""What nginx and Apache make of the folder with the configuration that lies in it."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from crawl import Crawl
from host.servers import running
from kandil.host.servers import TYPES
from playwright.sync_api import Browser


@dataclass
class Host:
    address: str
    work: Path

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers by their names in small letters, and what came."""
        line = HTTPConnection(urlsplit(self.address).netloc)
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        content = answer.read()
        line.close()
        return answer.status, found, content


@pytest.fixture(scope="module", params=["nginx", "apache"])
def host(request: pytest.FixtureRequest, folder: Path) -> Iterator[Host]:
    work = Path(mkdtemp(prefix="kandil-server-"))
    work.chmod(0o777)
    with running(request.param, folder, work) as address:
        yield Host(address, work)
    shutil.rmtree(work)


def test_a_browser_finds_all_of_it_there(host: Host, browser: Browser) -> None:
    crawl = Crawl(browser, f"{host.address}/", skipped="portal/handbook/").run()
    assert crawl.outside == []
    assert crawl.amiss == []
    assert crawl.anchorless == []
    paths = {page.removeprefix(crawl.root) for page in crawl.pages}
    assert {"portal/courses/quiet.html", "release/site/tiny-GE/en/tiny-1.html"} <= paths
    assert {f"preview/site/tiny-GE/{tag}/tiny-2.html" for tag in ("ar", "uk")} <= paths
    assert any(one.endswith(".zip") for one in crawl.files)
    for address in crawl.files:
        assert host.get(urlsplit(address).path)[0] == 200, address


@pytest.mark.parametrize("host", ["nginx"], indirect=True)
def test_nginx_warns_of_nothing(host: Host) -> None:
    command = ["/usr/sbin/nginx", "-t", "-c", f"{host.work}/server.conf"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, "warn" in said.stderr) == (0, False), said.stderr


def test_each_file_has_its_type_and_may_be_kept_as_its_course_allows(
    host: Host, folder: Path
) -> None:
    root, seen = folder / "www", set()
    for path in sorted(root.rglob("*.*")):
        name, ending = path.relative_to(root).as_posix(), path.suffix[1:]
        private = "quiet-GE" in name
        if not path.is_file() or ending in ("gz", "config") or (ending, private) in seen:
            continue
        seen.add((ending, private))
        status, headers, content = host.get(f"/{name}")
        assert (status, content) == (200, path.read_bytes()), name
        assert headers["content-type"].split(";")[0] == TYPES[ending], name
        assert headers["cache-control"] == ("no-store" if private else "no-cache"), name
        assert headers["x-content-type-options"] == "nosniff"
    assert {("html", True), ("js", True), ("zip", True), ("zip", False), ("svg", False)} <= seen


def test_what_was_packed_is_sent_packed_to_whoever_can_read_it(host: Host, folder: Path) -> None:
    for name in ("release/site/tiny-GE/en/tiny-1.html", "preview/site/quiet-GE/en/page.js"):
        packed = (folder / "www" / f"{name}.gz").read_bytes()
        plain = (folder / "www" / name).read_bytes()
        status, headers, content = host.get(f"/{name}", **{"Accept-Encoding": "gzip"})
        assert (status, content) == (200, packed)
        assert headers["content-encoding"] == "gzip"
        assert headers["content-type"] in {
            f"{TYPES[name.rpartition('.')[2]]}; charset=utf-8",
        }
        assert gzip.decompress(content) == plain
        assert host.get(f"/{name}")[2] == plain


@pytest.mark.parametrize(
    "path",
    ["/none.html", "/preview/site/quiet-GE/en/none.html", "/preview/", "/.htaccess", "/web.config"],
)
def test_an_address_that_leads_nowhere_shows_the_neutral_page(
    host: Host, folder: Path, path: str
) -> None:
    (folder / "www/.htaccess").write_text("no page")
    status, _, content = host.get(path)
    (folder / "www/.htaccess").unlink()
    assert status in (403, 404)
    assert content == (folder / "www/recipe.html").read_bytes()


def test_nobody_writes_down_who_reads_what(host: Host) -> None:
    for path in ("/", "/preview/site/quiet-GE/en/quiet-1.html", "/preview/none.html", "/preview/"):
        host.get(path)
    for log in host.work.glob("*.log"):
        words = log.read_text("utf-8")
        assert "quiet" not in words
        assert "none.html" not in words
        assert "preview" not in words


def test_the_file_for_iis_is_well_formed_and_names_what_there_is(folder: Path) -> None:
    """It was not run: no IIS is at hand."""
    tree = ElementTree.parse(folder / "www/web.config").getroot()
    types = [one.get("fileExtension") for one in tree.iter("mimeMap")]
    assert sorted(types) == sorted(f".{ending}" for ending in TYPES)
    places = {one.get("path"): one for one in tree.iter("location")}
    assert set(places) == {f"preview/{form}/quiet-GE" for form in ("site", "scorm12")}
    for path, rules in places.items():
        assert (folder / "www" / str(path)).is_dir()
        assert [one.get("value") for one in rules.iter("add")] == ["no-store"]
    assert {one.get("path") for one in tree.iter("error")} == {"/recipe.html"}
