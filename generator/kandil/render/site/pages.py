"""The pages of an edition, one after the other: a course of any size, a page in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import field, replace
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from kandil.localize.coverage import COURSE
from kandil.localize.words import cautions, formats
from kandil.localize.words.credits import course_credits, lesson_credits
from kandil.model.course import Course
from kandil.model.edition import Edition
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.images import Pictures
from kandil.render.html.lesson_content import write_lesson
from kandil.render.html.questions import compared
from kandil.render.site import assets, lesson, scripts
from kandil.render.site.forms import AFTER, BEFORE, FormPage, form_pages
from kandil.render.site.neutral import neutral_page
from kandil.render.site.others import Made, Others
from kandil.render.site.page import HOME, POLICY, STYLE, SWITCH, Draft, Page
from kandil.render.site.player import Player, player
from kandil.render.site.results import RESULTS, Kept, has_results, keeps, listed, results, tells
from kandil.render.site.safety import EXIT, kit, online, passed
from kandil.values import dataclass

__all__ = ["ABOUT", "Page", "Pages", "render"]

ABOUT = "about.html"
LISTEN = "listen.js"
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Frame:
    """What kind of package the pages lie in."""

    script: str = ""
    """A file that a shell needs to hear the player; empty where no shell frames the pages."""
    script_weight: int = 0
    """What that file adds to a first load."""
    switch: bool = True
    """Whether the pages lead to the other locales of the tree."""


@dataclass
class Pages:
    """Made by `render`; nothing is rendered before it is asked for."""

    edition: Edition
    pictures: Pictures
    frame: Frame = Frame()
    elsewhere: Others | None = None
    plan: Player | None = None
    """Which scripts follow, where that has been worked out before."""
    later: set[str] = field(default_factory=set)
    """Scripts that follow in the pages that have been rendered."""
    whole: bool = False
    """True when every page has been rendered once, so that all pictures are known."""

    @cached_property
    def player(self) -> Player:
        """Which scripts follow, and what each file holds."""
        course = self.edition.course
        return self.plan or player(course, keeps(course, self._framed))

    def tracked(self, script: str, content: bytes) -> Pages:
        """The same pages for a package whose shell frames them; `script` comes first."""
        pictures = Pictures(self.pictures.folder, self.pictures.shown)
        frame = Frame(script, assets.weight(content), switch=False)
        return Pages(self.edition, pictures, frame, self.elsewhere)

    def pages(self) -> Iterator[Page]:
        """Lessons, then the overview with their parts, the exit page, "About this page"."""
        made = []
        for page in self.elsewhere.lessons(self) if self.elsewhere else self._lessons():
            made.append(page.parts)
            yield self._noted(page)
        told, other = tuple(made), self.elsewhere
        yield from map(self._noted, other.beside(self, told) if other else self.beside(told))
        self.whole = True

    def _noted(self, page: Page) -> Page:
        """What comes behind the pages hangs on them."""
        self.later |= {*page.later}
        self.pictures.found.update(page.pictures)
        return page

    def beside(self, made: Made) -> Iterator[Page]:
        """All pages that are no lesson's."""
        yield from self._overviews(made)
        yield from map(self._form, form_pages(self.edition.course))
        if self.edition.course.exits:
            yield neutral_page(self.edition)
        yield self._about()
        if has_results(self.edition.course):
            yield self._results(made)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Scripts and pictures."""
        if not self.whole:
            for _ in self.pages():
                pass
        yield from self.elsewhere.scripts(self) if self.elsewhere else self.scripts()
        yield from self.pictures.files()

    def scripts(self) -> Iterator[tuple[str, bytes]]:
        """That of every page, and those that follow in any that has been rendered."""
        yield scripts.FIRST, scripts.first_script(self._kit)
        yield scripts.TRACES, scripts.traces_script()
        for name in sorted(self.later):
            yield name, self._words(self.player.said(name)) + self.player.script(name)

    def _lessons(self) -> Iterator[Page]:
        return map(self.lesson_page, range(1, len(self.edition.course.modules) + 1))

    def lesson_page(self, number: int) -> Page:
        """One of them, counted from 1; the others may be hollow."""
        edition, course = self.edition, self.edition.course
        module, total = course.modules[number - 1], len(course.modules)
        pictures = Pictures(self.pictures.folder, self.pictures.shown)
        context = replace(self._context, module=module, pictures=pictures)
        content = write_lesson(context, module)
        todo = content.parts or 'class="todo"' in content.body
        core = {scripts.QUIZ} if self._tells or todo else set()
        waits = scripts.LATE if content.parts else frozenset()
        place = edition.translate("Lesson {number} of {total}")
        place = place.replace("{number}", str(number)).replace("{total}", str(total))
        page = self._page(
            f"{module.id}.html",
            "lesson.html",
            lesson.page_title(edition, number, place),
            context,
            content=content,
            module=module,
            number=number,
            place=place,
            notices=[*cautions.notices(edition, module)],
            credits=lesson_credits(edition, module),
            around=lesson.around(course, number),
            previous=lesson.Stop(number - 1, course.modules[number - 2]) if number > 1 else None,
            next=lesson.Stop(number + 1, course.modules[number]) if number < total else None,
            overview=lesson.overview_path(number),
            minutes=self._minutes(module.minutes),
            needed=self.player.needs[number - 1] | core,
            interactions=content.interactions - waits,
            sheets=("lesson",) if content.parts else (*scripts.FORMS, "near"),
        )
        return replace(page, parts=tuple(part.anchor for part in content.parts))

    def _overviews(self, made: Made) -> Iterator[Page]:
        edition, course = self.edition, self.edition.course
        every = lesson.stops(course)
        for start in range(0, max(len(every), 1), lesson.OVERVIEW):
            here, end = every[start : start + lesson.OVERVIEW], start + lesson.OVERVIEW
            few = len(every) <= lesson.AROUND
            titles = [stop.module.title for stop in here]
            titles += [stop.module.summary for stop in here if few and stop.module.summary]
            shown = [] if start else [course.summary, course.objectives]
            yield self._page(
                lesson.overview_path(start + 1),
                "overview.html",
                lesson.discreet(course).plain,
                self._context,
                sheets=("overview",),
                few=few,
                minutes=self._minutes(lesson.minutes(course)),
                writer=BlockWriter(self._context),
                notices=[
                    *cautions.unread(edition, edition.drafts),
                    *cautions.foreign_parts(edition, course.title, *titles, *shown),
                ],
                credits=course_credits(edition),
                lessons=[
                    (stop, (self._minutes(stop.module.minutes), made[stop.number - 1]))
                    for stop in here
                ],
                first=start == 0,
                before=lesson.overview_path(start) if start else "",
                after=lesson.overview_path(end + 1) if end < len(every) else "",
                needed={scripts.RESULTS} if self._tells else set(),
                results=RESULTS if has_results(course) else "",
                forms=(BEFORE, AFTER) if any(form_pages(course)) else (),
            )

    def _minutes(self, number: int) -> str:
        """Empty where nobody said how long it takes."""
        return formats.minutes(number, self.edition.locale) if number else ""

    def _about(self) -> Page:
        edition = self.edition
        name = lesson.discreet(edition.course).plain
        page = self._page(
            ABOUT,
            "about.html",
            f"{edition.translate('About this page')} · {name}",
            self._context,
            notices=[*cautions.unread(edition, {COURSE})],
            credits=course_credits(edition),
            traces=scripts.TRACES,
            keeps=self.keeps,
        )
        more = assets.weight(scripts.traces_script())
        return replace(page, first_load=page.first_load + more)

    def _results(self, made: Made) -> Page:
        edition, shown = self.edition, results(self.edition.course, made, self._framed)
        translate = edition.translate
        own = translate("Your results") if shown.knows else translate("Your certificate")
        return self._page(
            RESULTS,
            "results.html",
            f"{own} · {lesson.discreet(edition.course).plain}",
            self._context,
            results=shown,
            notices=[*cautions.unread(edition, edition.drafts)],
            credits=course_credits(edition),
            needed={scripts.RESULTS} if shown.knows else set(),
            start=lesson.stops(self.edition.course)[0],
            sheets=("overview", "paper"),
        )

    def _form(self, form: FormPage) -> Page:
        edition, writer = self.edition, BlockWriter(self._context)
        name = edition.translate("Questions before the lessons")
        if not form.first:
            name = edition.translate("Questions after the lessons")
        body = writer.write(form.asked)
        return self._page(
            form.path,
            "form.html",
            f"{name} · {lesson.discreet(edition.course).plain}",
            self._context,
            interactions=frozenset(writer.interactions),
            form=form,
            heading=name,
            body=body,
            notices=[*cautions.unread(edition, {COURSE})],
            credits=course_credits(edition),
            start=lesson.stops(edition.course)[0],
        )

    def _page(
        self,
        path: str,
        name: str,
        title: str,
        context: PageContext,
        *,
        needed: Set[str] = frozenset(),
        interactions: frozenset[str] = frozenset(),
        sheets: tuple[str, ...] = (),
        **values: object,
    ) -> Page:
        module = context.module
        later = self.player.later(frozenset(needed))
        self.later |= {*later}
        around = {**self._around, "title": title, "later": later, "needed": needed}
        html = assets.tight(context.render(name, **around, **values))
        html = passed(html) if self.edition.course.sensitive else html
        sheet = assets.sheet(interactions=interactions, kit=(*self._kit, *sheets))
        draft = Draft(html, sheet, self._switch(path), self._home(path))
        html = draft.filled(switch=True)
        weight = assets.weight(html.encode()) + self._weight_of_scripts
        return Page(
            path,
            html,
            title,
            module.id if module else "",
            weight,
            draft,
            (*later, LISTEN) if module else later,
            context.pictures.found,
        )

    @cached_property
    def _kit(self) -> tuple[str, ...]:
        """Parts of the script and the style that all pages of this edition share."""
        territory = self.edition.territory
        expiry = ("expiry",) if territory and territory.contacts else ()
        kept = ("kept",) if self.keeps else ()
        store = ("store",) if kept or self.edition.course.exits else ()
        parts = ("parts",) if self.player.parted else ()
        restored = ("restored",) if self._framed else ()
        return (*store, *kit(self.edition.course), *expiry, *kept, *parts, *restored)

    @cached_property
    def _weight_of_scripts(self) -> int:
        return scripts.first_weight(self._kit) + self.frame.script_weight

    @property
    def _framed(self) -> bool:
        return bool(self.frame.script)

    @cached_property
    def _tells(self) -> bool:
        return tells(self.edition.course, self._framed)

    @property
    def keeps(self) -> Kept:
        """Which results these pages may ask to keep on the device."""
        return self.player.keeps

    @cached_property
    def _others(self) -> tuple[str, ...]:
        """The locales that a page leads to."""
        siblings = self.edition.siblings if self.frame.switch else ()
        return tuple(tag for tag in siblings if tag != self.edition.locale)

    def _switch(self, path: str) -> str:
        """Markup of the links to the same page in other locales."""
        if not self._others:
            return ""
        names = [
            (tag, formats.autonym(tag), formats.direction(tag), self._way(tag, path))
            for tag in self._others
        ]
        return assets.tight(self._context.render("switch.html", others=names).strip())

    def _way(self, tag: str, path: str) -> str:
        """To the same page in another locale, or to the overview where that lacks it."""
        edition = self.edition
        away = edition.away.get(tag, frozenset())
        there = edition.elsewhere.get(tag)
        folder = f"../{tag}/" if there is None else edition.home + there
        return folder + (INDEX if path.removesuffix(".html") in away else path)

    def _home(self, path: str) -> str:
        """Markup of the link to all courses of a host, on the first page of a course."""
        home = self.edition.home if self.frame.switch and path == INDEX else ""
        return self._context.render("home.html", home=home + INDEX).strip() if home else ""

    @cached_property
    def _context(self) -> PageContext:
        """Of the pages that belong to no lesson."""
        return PageContext(
            self.edition, self.pictures, framed=self._framed, keeps=self.keeps == "answers"
        )

    @cached_property
    def _around(self) -> Mapping[str, object]:
        """What stands around the content of every page."""
        course = self.edition.course
        return {
            "discreet": lesson.discreet(course),
            "exit": EXIT if course.exits else "",
            "online": online(self.edition, framed=self._framed),
            "note": cautions.content_note(self.edition),
            "about": ABOUT,
            "tracker": self.frame.script,
            "switch": Markup(SWITCH),
            "home": Markup(HOME),
            "style": STYLE,
            "policy": POLICY,
            "script": scripts.FIRST,
        }

    def _words(self, said: Set[str]) -> bytes:
        """What a script says in this locale; `said` names it."""
        html = self._context.render(
            "player/words.html",
            said=said,
            sign=formats.decimal_sign(self.edition.locale),
            keeps=self.keeps,
            pass_mark=self.edition.course.pass_mark,
            every=listed(self.edition.course) if self._tells else [],
            fold=compared(self.edition),
        )
        return html.strip().encode()


def beside_lessons(course: Course) -> frozenset[str]:
    """The pages that another edition of a course may lack with some of its lessons, by their names:
    that of its results, and the further ones of a long overview."""
    last = len(course.modules)
    paths = {lesson.overview_path(number) for number in range(1, last + 1, lesson.OVERVIEW)}
    paths |= {RESULTS} if has_results(course) else set()
    return frozenset(path.removesuffix(".html") for path in paths)


def render(edition: Edition, *, images: bool = True, elsewhere: Others | None = None) -> Pages:
    """The pages of `edition`; without `images` their descriptions stand in their place.

    `elsewhere`: whoever has the words, where `edition` is hollow.
    """
    pictures = Pictures(Path(edition.course.folder), images)
    return Pages(edition, pictures, elsewhere=elsewhere)
