"""The pages of an edition, one after the other: a course of any size, a page in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kandil import __version__
from kandil.localize.coverage import COURSE
from kandil.model.edition import Edition
from kandil.model.ids import public_anchor
from kandil.model.inlines import Image
from kandil.model.structure import asked
from kandil.render.html import formats
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.contacts import contacts
from kandil.render.html.images import Pictures
from kandil.render.html.inline_writer import InlineWriter
from kandil.render.html.questions import compared
from kandil.render.html.templates import speaking, template
from kandil.render.site import assets, lesson, scripts
from kandil.render.site.critical_css import pruned
from kandil.render.site.player import WORDS, Player, player
from kandil.render.site.results import RESULTS, Kept, has_results, keeps, listed, results, tells
from kandil.render.site.safety import EXIT, kit, online, passed

_WEIGHT = "\u2063weight\u2063"
"""Stands for the weight of a page until the page is there to be weighed."""
_STYLE, _POLICY = "\u2063style\u2063", "\u2063policy\u2063"
"""Stand for what hangs on the finished page."""
ABOUT = "about.html"
LISTEN = "listen.js"


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file."""

    path: str
    html: str
    title: str
    """As in `<title>`."""
    module: str = ""
    """Empty for the overview, the exit page and "About this page"."""
    first_load: int = 0
    """gzip -9 of the page and of each file that it loads by itself, images aside."""
    switch: str = ""
    """The language switch as it stands in `html`."""
    style: str = ""
    """As it stands in `html`."""

    @property
    def alone(self) -> str:
        """For a package of one language: without the switch, and what only that needs."""
        html = self.html.replace(self.switch, "", 1)
        style = pruned(self.style, html.replace(self.style, "", 1))
        html = html.replace(self.style, style, 1)
        return html.replace(assets.policy(self.style), assets.policy(style), 1)


@dataclass(slots=True)
class Pages:
    """Made by `render`; nothing is rendered before it is asked for."""

    edition: Edition
    pictures: Pictures
    script: str = ""
    """A file that a shell needs to hear the player."""
    script_weight: int = 0
    """What that file adds to a first load."""
    player: Player = field(init=False)
    """Which scripts follow, and what each file holds."""
    later: set[str] = field(default_factory=set)
    """Scripts that follow in the pages that have been rendered."""
    whole: bool = False
    """True when every page has been rendered once, so that all pictures are known."""

    def __post_init__(self) -> None:
        course = self.edition.course
        bar = self._tells and bool(lesson.steps(course))
        self.player = player(course, keeps(course, bool(self.script)), bar)

    def tracked(self, script: str, content: bytes) -> Pages:
        """The same pages for a package whose shell frames them; `script` comes first."""
        pictures = Pictures(self.pictures.folder, self.pictures.shown)
        return Pages(self.edition, pictures, script, assets.weight(content))

    def pages(self) -> Iterator[Page]:
        """Lessons, then the overview with their weights, the exit page, "About this page"."""
        weights = []
        for number in range(1, len(self.edition.course.modules) + 1):
            page = self._lesson(number)
            weights.append(page.first_load)
            yield page
        yield from self._overviews(weights)
        if self.edition.course.exits:
            yield self._exit()
        yield self._about()
        if has_results(self.edition.course):
            yield self._results()
        self.whole = True

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Scripts and pictures."""
        if not self.whole:
            for _ in self.pages():
                pass
        yield scripts.FIRST, scripts.first_script(self._kit())
        yield scripts.TRACES, scripts.traces_script()
        for name in sorted(self.later):
            yield name, self._words() if name == WORDS else self.player.script(name)
        yield from self.pictures.files()

    def _lesson(self, number: int) -> Page:
        edition, course = self.edition, self.edition.course
        module, values = course.modules[number - 1], self._values()
        inline = InlineWriter(
            course, self._image, edition.direction == "rtl", framed=bool(self.script)
        )
        values["names"] = template("names.html").make_module(values)
        values["ideas"] = lesson.ideas(course, module)
        values["reread"] = lesson.reread(course, module)
        values["aims"] = {aim.id for aim in module.objectives}
        values["keeps"] = self.keeps == "answers"
        values["asked"] = {(quiz.id, one.id): name for quiz, one, name in asked(module)}
        values["short"] = lesson.short(course, module)
        values["noted"] = lesson.part(course, module, "before")
        writer = BlockWriter(inline, values)
        body = writer.write(module.blocks)
        core = {scripts.QUIZ} if self._tells or "class=todo" in body else set()
        needed = self.player.needs[number - 1] | core
        total = len(course.modules)
        translate = values["_"]
        place = translate("Lesson {number} of {total}", number=number, total=total)
        names = frozenset(writer.interactions)
        values |= {
            "needed": needed,
            "module": module,
            "writer": writer,
            "body": body,
            "number": number,
            "place": place,
            "state": [*lesson.state(edition, module, translate)],
            "fallen": partial(lesson.fallen, edition, writer, values["ngettext"]),
            "steps": lesson.steps(course),
            "around": lesson.around(course, number),
            "previous": lesson.Stop(number - 1, course.modules[number - 2]) if number > 1 else None,
            "next": lesson.Stop(number + 1, course.modules[number]) if number < total else None,
            "overview": lesson.overview_path(number),
            "minutes": formats.minutes(module.minutes, edition.locale) if module.minutes else "",
            "weight": _WEIGHT,
            "checked": self._month(module.advice_reviewed),
            "best_by": self._month(module.best_by),
            "licence": formats.licence(module.licence or course.licence),
        }
        title = lesson.page_title(edition, number, place)
        return self._page(f"{module.id}.html", "lesson.html", title, values, names)

    def _overviews(self, weights: list[int]) -> Iterator[Page]:
        course = self.edition.course
        every = lesson.stops(course)
        for start in range(0, max(len(every), 1), lesson.OVERVIEW):
            values = self._values()
            inline = InlineWriter(
                course, self._image, self.edition.direction == "rtl", framed=bool(self.script)
            )
            writer = BlockWriter(inline, values)
            here = every[start : start + lesson.OVERVIEW]
            values |= {
                "writer": writer,
                "state": [*lesson.unread(self.edition, self.edition.drafts, values["_"])],
                "fallen": partial(lesson.fallen, self.edition, writer, values["ngettext"]),
                "lessons": [(stop, self._facts(stop, weights[stop.number - 1])) for stop in here],
                "first": start == 0,
                "before": lesson.overview_path(start) if start else "",
                "after": lesson.overview_path(start + lesson.OVERVIEW + 1)
                if start + lesson.OVERVIEW < len(every)
                else "",
                "licence": formats.licence(course.licence),
                "reviewed": lesson.reviewed(course),
                "needed": {scripts.RESULTS} if self._tells else set(),
                "results": RESULTS if has_results(course) else "",
            }
            path = lesson.overview_path(start + 1)
            title = lesson.discreet(course).plain
            yield self._page(path, "overview.html", title, values, frozenset())

    def _facts(self, stop: lesson.Stop, weight: int) -> tuple[str, str]:
        """Minutes, or nothing where the course does not say them, and weight."""
        locale, minutes = self.edition.locale, stop.module.minutes
        time = formats.minutes(minutes, locale) if minutes else ""
        return time, formats.kilobytes(weight, locale)

    def _about(self) -> Page:
        values = self._values() | {"licence": formats.licence(self.edition.course.licence)}
        translate = values["_"]
        values["state"] = [*lesson.unread(self.edition, {COURSE}, translate)]
        values["reviewed"] = lesson.reviewed(self.edition.course)
        title = f"{translate('About this page')} · {lesson.discreet(self.edition.course).plain}"
        values["traces"] = scripts.TRACES
        values["keeps"] = self.keeps
        page = self._page(ABOUT, "about.html", title, values, frozenset())
        more = assets.weight(scripts.traces_script())
        return replace(page, first_load=page.first_load + more)

    def _results(self) -> Page:
        course, values = self.edition.course, self._values()
        values |= results(course, bool(self.script))
        values |= {
            "licence": formats.licence(course.licence),
            "state": [*lesson.unread(self.edition, self.edition.drafts, values["_"])],
            "reviewed": lesson.reviewed(course),
            "needed": {scripts.RESULTS} if values["knows"] else set(),
            "sheets": ("paper",),
        }
        name = values["_"]("Your results") if values["knows"] else values["_"]("Your certificate")
        title = f"{name} · {lesson.discreet(course).plain}"
        return self._page(RESULTS, "results.html", title, values, frozenset())

    def _exit(self) -> Page:
        """A page of its own kind: nothing in it says where it was reached from."""
        values = speaking(self.edition)
        style = assets.sheet("recipe")
        values |= {"style": Markup(style), "policy": assets.policy(style)}
        title = self.edition.translate("Lentil soup")
        html = template("recipe.html").render(values)
        return Page(EXIT, html, title, first_load=assets.weight(html.encode()))

    def _page(
        self,
        path: str,
        name: str,
        title: str,
        values: dict[str, Any],
        interactions: frozenset[str],
    ) -> Page:
        switch = self._switch(path, values)
        own = self._kit()
        sheets = (*own, *values.get("sheets", ()))
        terms = "module" in values and bool(values["module"].terms)
        later = self.player.later(frozenset(values.get("needed", ())), terms)
        self.later |= {*later, LISTEN} if "module" in values else {*later}
        values |= {
            "title": title,
            "switch": switch,
            "style": _STYLE,
            "policy": _POLICY,
            "script": scripts.FIRST,
            "later": later,
            "listen": LISTEN,
        }
        html = assets.tight(template(name).render(values))
        html = passed(html) if self.edition.course.sensitive else html
        style = pruned(assets.sheet(interactions=interactions, kit=sheets), html)
        html = html.replace(_STYLE, style, 1).replace(_POLICY, assets.policy(style), 1)
        weight = assets.weight(html.encode()) + scripts.first_weight(own) + self.script_weight
        shown = formats.kilobytes(weight, self.edition.locale)
        module = values["module"].id if "module" in values else ""
        html = html.replace(_WEIGHT, shown, 1)
        return Page(path, html, title, module, weight, str(switch), style)

    def _kit(self) -> tuple[str, ...]:
        """Parts of the script and the style that all pages of this edition share."""
        expiry = ("expiry",) if contacts(self.edition) else ()
        kept = ("kept",) if self.keeps else ()
        return (*kit(self.edition.course), *expiry, *kept, "offer")

    @property
    def _tells(self) -> bool:
        return tells(self.edition.course, bool(self.script))

    @property
    def keeps(self) -> Kept:
        """Which results these pages may ask to keep on the device."""
        return self.player.keeps

    def _switch(self, path: str, values: dict[str, Any]) -> Markup:
        """To the other locales of a site; a package for an LMS holds one locale."""
        others = [tag for tag in self.edition.siblings if tag != self.edition.locale]
        if self.script or not others:
            return Markup()
        names = [
            (tag, formats.autonym(tag), formats.direction(tag), self._there(tag, path))
            for tag in others
        ]
        return Markup(
            assets.tight(template("switch.html").render(values | {"others": names}).strip())
        )

    def _there(self, tag: str, path: str) -> str:
        """The same page in another locale, or the overview where that lacks the lesson."""
        away = self.edition.away.get(tag, frozenset())
        return "index.html" if path.removesuffix(".html") in away else path

    def _values(self) -> dict[str, Any]:
        """What every page of this edition has."""
        course = self.edition.course
        return speaking(self.edition) | {
            "discreet": lesson.discreet(course),
            "exit": EXIT if course.exits else "",
            "online": online(self.edition, framed=bool(self.script)),
            "about": ABOUT,
            "tracker": self.script,
            "version": __version__,
            "pictures": self.pictures,
            "anchor": lambda slug: public_anchor(course, slug),
        }

    def _words(self) -> bytes:
        """What the scripts say in this locale."""
        values = speaking(self.edition) | {"sign": formats.decimal_sign(self.edition.locale)}
        values |= {"keeps": self.keeps, "every": listed(self.edition.course) if self._tells else ""}
        values["fold"] = compared(self.edition)
        return template("player/words.html").render(values).strip().encode()

    def _image(self, image: Image) -> str:
        return str(self.pictures.html(image.source, "" if image.decorative else image.alt))

    def _month(self, day: Any) -> str:
        return formats.month(day, self.edition.locale) if day else ""


def render(edition: Edition, *, images: bool = True) -> Pages:
    """The pages of `edition`; without `images` their descriptions stand in their place."""
    return Pages(edition, Pictures(Path(edition.course.folder), images))
