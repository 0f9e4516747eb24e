"""A page whose words are written; what hangs on the package around it is filled in at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property

from kandil.deflate import Deflated, deflated
from kandil.render.html.images import Picture
from kandil.render.site import assets
from kandil.render.site.critical_css import critical_css, used_words
from kandil.values import dataclass

STYLE, POLICY = "\u2063style\u2063", "\u2063policy\u2063"
"""Stand for what hangs on the finished page."""
SWITCH, HOME = "<switch>", "<home>"
"""Stand for the links to the other locales of the tree, and to the first page of a host: not every
package lies there."""


@dataclass(frozen=True)
class Draft:
    """Markup with places that are still to be filled."""

    html: str
    sheet: str
    """All rules that the page could need."""
    switch: str = ""
    """Markup of the language switch; empty where the tree has no other locale."""
    home: str = ""
    """Markup of the link to a host's first page; empty where there is none."""

    @cached_property
    def _used(self) -> frozenset[str]:
        return used_words(self.html.replace(SWITCH, "", 1).replace(HOME, "", 1))

    @property
    def leads(self) -> bool:
        """Whether anything lies around the package to which it leads."""
        return bool(self.switch or self.home)

    def filled(self, switch: bool) -> str:
        """With or without what leads out of the package, and with the rules that this needs."""
        used, markup, home = self._used, self.switch, self.home
        if not switch:
            markup = home = ""
        elif self.leads:
            used |= used_words(markup + home)
        style = critical_css(self.sheet, used)
        html = self.html.replace(SWITCH, markup, 1).replace(HOME, home, 1)
        html = html.replace(STYLE, style, 1)
        return html.replace(POLICY, assets.policy(style), 1)


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file."""

    path: str
    markup: str
    """Empty where it is packed."""
    title: str
    """As in `<title>`."""
    module: str = ""
    """Empty for the overview, the exit page and "About this page"."""
    first_load: int = 0
    """gzip -9 of the page and of each file that it loads by itself, images aside."""
    draft: Draft | None = None
    """None where nothing hangs on the package."""
    later: tuple[str, ...] = ()
    """Scripts that follow when its first interaction comes near."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """Those that it shows, by their paths in the course."""
    parts: tuple[str, ...] = ()
    """The anchors of a lesson's parts."""
    packed: Deflated | None = None
    """As `filled` gives it without the switch, where that was done before."""

    @property
    def html(self) -> str:
        """As it lies in the tree of all locales."""
        return self.markup or (self.packed.content.decode() if self.packed else "")

    @property
    def content(self) -> bytes | Deflated:
        """The same, for a file."""
        return self.html.encode() if self.markup or not self.packed else self.packed

    def filled(self, *, switch: bool) -> str:
        """The same page for a package with or without other locales beside it."""
        if self.packed and not switch:
            return self.packed.content.decode()
        if self.draft is None or switch or not self.draft.leads:
            return self.html
        return self.draft.filled(switch)

    def deflated(self) -> Deflated:
        """As `filled` gives it without the switch, for a zip."""
        return self.packed or deflated(self.filled(switch=False).encode())

    def settled(self) -> Page:
        """With nothing left to fill, in as few bytes as can be."""
        both = self.draft is not None and self.draft.leads
        markup = self.markup if both else ""
        return replace(self, markup=markup, packed=self.deflated(), draft=None)
