"""A browser that follows every link of a folder, and tells what it asked for and missed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from browser.learner import AXE
from playwright.sync_api import Browser, Page

_LINKS = "[...document.querySelectorAll('a[href], area[href]')].map(one => one.href)"
_ANCHORS = "[...document.querySelectorAll('[id], a[name]')].map(one => one.id || one.name)"
_FOUND = """async () => (await axe.run()).violations.map(
  one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 200)).join(" | ")}`)"""


@dataclass
class Crawl:
    """What was seen below `root`, an address that ends with a slash."""

    browser: Browser
    root: str
    followed: str = ""
    """Begins what is opened, below the root; the rest is told."""
    skipped: str = "-"
    """Begins what is not opened of it."""
    pages: dict[str, set[str]] = field(default_factory=dict)
    """Each page with its anchors."""
    links: set[str] = field(default_factory=set)
    requests: list[str] = field(default_factory=list)
    amiss: list[str] = field(default_factory=list)

    def run(self, first: str = "index.html") -> Crawl:
        """From the first page on."""
        page = self.browser.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.amiss.append(f"{page.url}: {error}"))
        todo = [self.root + first]
        while todo:
            address = todo.pop()
            if address not in self.pages:
                todo += self._visit(page, address)
        page.close()
        return self

    def _visit(self, page: Page, address: str) -> list[str]:
        answer = page.goto(address)
        if answer and answer.status >= 400:
            self.amiss.append(f"{answer.status}: {address}")
        self.pages[address] = set(page.evaluate(_ANCHORS))
        found = {link for link in page.evaluate(_LINKS) if not link.startswith(("tel:", "mailto:"))}
        self.links |= found
        whole = (urldefrag(link).url for link in found)
        start = self.root + self.followed
        near = (one for one in whole if one.startswith(start) and one.endswith(".html"))
        return [one for one in near if not one.startswith(self.root + self.skipped)]

    def inside(self, address: str) -> bool:
        """Whether it lies below the root."""
        return address.startswith(self.root)

    @property
    def outside(self) -> list[str]:
        """Requests for anything else; what is in the page itself asks nobody."""
        own = ("data:", "blob:", "about:")
        return [one for one in self.requests if not self.inside(one) and not one.startswith(own)]

    @property
    def files(self) -> list[str]:
        """Links to what was not opened."""
        whole = {urldefrag(one).url for one in self.links if self.inside(one)}
        return sorted(whole - self.pages.keys())

    @property
    def anchorless(self) -> list[str]:
        """Links to a place that their page does not have."""
        split = (urldefrag(link) for link in self.links)
        return sorted(
            f"{url}#{part}"
            for url, part in split
            if part and url in self.pages and unquote(part) not in self.pages[url]
        )

    def axe(self, *pages: str) -> list[str]:
        """What axe-core finds on these, on a phone."""
        page = self.browser.new_page(viewport={"width": 360, "height": 640}, bypass_csp=True)
        found = []
        for name in pages:
            page.goto(self.root + name)
            page.add_script_tag(path=AXE)
            found += [f"{name}: {one}" for one in page.evaluate(_FOUND)]
        page.close()
        return found


def path_of(address: str) -> Path:
    """Of a `file:` address."""
    return Path(unquote(urlsplit(address).path))
