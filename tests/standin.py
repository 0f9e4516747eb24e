"""A course of a few lessons, built by hand, and pages that speak as the player does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kandil.deflate import Deflated, deflated
from kandil.lint.lint import LintContext, Moment
from kandil.lint.material import Material
from kandil.localize.words.finish import finish
from kandil.model.blocks import Paragraph, Quiz
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.model.inlines import Blank, Range
from kandil.model.interactions import Choice, FillIn, Interaction, Numeric, Option
from kandil.model.text import Text
from kandil.problems import Place

HERE = Place("modules/tin-1.md")


def text(words: str, *more: Blank) -> Text:
    """A sentence without markup."""
    return Text(words, (words, *more), HERE)


def choice(name: str, rights: str, **settings: object) -> Choice:
    """Four answers, `a` to `d`; those in `rights` are right."""
    options = tuple(Option(letter, text(letter.upper()), letter in rights) for letter in "abcd")
    form = "single" if len(rights) == 1 else "multiple"
    question = Choice(
        id=name, explicit_id=True, prompt=text(name), place=HERE, form=form, options=options
    )
    return replace(question, **settings)


def true_false(name: str) -> Choice:
    """`False` stands first: letter and word must not be mixed up. Never shuffled, as it is read."""
    options = (Option("a", None, False, word="False"), Option("b", None, True, word="True"))
    return Choice(
        id=name,
        explicit_id=True,
        prompt=text(name),
        place=HERE,
        form="true_false",
        options=options,
        shuffle=False,
    )


def fill_in(name: str) -> FillIn:
    """One blank for a word."""
    body = (Paragraph(text("It is ", Blank(("email", "mail")))),)
    return FillIn(id=name, explicit_id=True, prompt=text(name), place=HERE, body=body)


def numeric(name: str) -> Numeric:
    """One blank for a number."""
    body = (Paragraph(text("It is ", Blank(number=Range(3, 3)))),)
    return Numeric(id=name, explicit_id=True, prompt=text(name), place=HERE, body=body)


def quiz(*questions: Interaction, name: str = "check") -> Quiz:
    """`## Quiz: …` with these questions."""
    return Quiz(name, name, text("Check yourself"), questions, 80, 3, HERE)


def module(name: str, *blocks: object, **settings: object) -> Module:
    """A lesson with these blocks."""
    plain = Module(name, text(f"Lesson {name}"), blocks, (), f"modules/{name}.md")
    return replace(plain, **settings)


def course(*modules: Module, **settings: object) -> Course:
    """The course `tin` with these lessons, or with two of its own."""
    own = (
        module("tin-1", quiz(choice("one", "b"), choice("two", "ac", points=2))),
        module("tin-2", quiz(true_false("three"), fill_in("four"), numeric("five"))),
    )
    plain = Course("tin", text("Tiny & plain"), modules or own, "courses/tiny", profile="full")
    return replace(plain, **settings)


def as_written(of: Course) -> LintContext:
    """What a lint of the source is given."""
    given = Material(of, lambda picture: 0)
    return LintContext(Moment.SOURCE, given, of.language, date(2026, 11, 24))


def edition(of: Course | None = None, locale: str = "en", *others: str) -> Edition:
    """`locale` of a preview tree that holds it and `others`."""
    plain = Edition(
        of or course(),
        locale,
        "rtl" if locale.startswith("ar") else "ltr",
        "preview",
        date(2026, 11, 24),
        (locale, *others),
        lambda words: words,
        lambda one, many, number: one if number == 1 else many,
    )
    return finish(plain)


@dataclass(frozen=True, slots=True)
class StandInPage:
    """What `render` gives for one page."""

    path: str
    html: str
    title: str
    module: str = ""
    first_load: int = 1000
    switch: str = ""

    def filled(self, *, switch: bool) -> str:
        """With or without the language switch."""
        return self.html if switch else self.html.replace(self.switch, "", 1)

    @property
    def content(self) -> bytes:
        """The same, for a file."""
        return self.html.encode()

    def deflated(self) -> Deflated:
        """Without it, for a zip."""
        return deflated(self.filled(switch=False).encode())


@dataclass(frozen=True, slots=True)
class StandInPages:
    """As `render` gives them: lazy, and lean."""

    edition: Edition
    script: str = ""

    def pages(self) -> Iterator[StandInPage]:
        """Lessons, then the overview and the exit page."""
        for lesson in self.edition.course.modules:
            yield self._page(f"{lesson.id}.html", lesson.id)
        yield self._page("index.html")
        yield self._page("recipe.html")

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """The player and a picture."""
        yield "player.js", PLAYER.encode()
        yield "map.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'

    def handouts(self) -> Iterator[tuple[str, bytes]]:
        """For the format of facilitators; of one language."""
        alone = replace(self, edition=replace(self.edition, siblings=(self.edition.locale,)))
        yield from ((page.path, page.html.encode()) for page in alone.pages())
        yield from alone.assets()

    def tracked(self, script: str, content: bytes) -> StandInPages:
        """The same pages with `script` before the player."""
        return replace(self, script=script)

    def _page(self, path: str, lesson: str = "") -> StandInPage:
        others = [tag for tag in self.edition.siblings if tag != self.edition.locale]
        others = [] if self.script else others
        links = "".join(f'<a href="../{tag}/{path}">{tag}</a>' for tag in others)
        switch = f"<nav>{links}</nav>" if others and not self.script else ""
        tracked = self.script and path != "recipe.html"
        tracker = f'<script src="{self.script}" defer></script>' if tracked else ""
        lessons = (module.id for module in self.edition.course.modules[:12])
        ways = "".join(f'<a class="to" href="{name}.html">{name}</a> ' for name in lessons)
        html = (
            f'<!doctype html><html lang="{self.edition.locale}"><head><meta charset="utf-8">'
            '<meta name="referrer" content="no-referrer">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">"
            f'<title>{path}</title>{tracker}<script src="player.js" defer></script></head>'
            f'<body data-module="{lesson}">{switch}<h1 id="top">{path}</h1>'
            f'<img src="map.svg" alt="">{ways}<a href="index.html">All</a> '
            f'<a class="exit" href="recipe.html">Exit</a></body></html>'
        )
        return StandInPage(path, html, path, lesson, switch=switch)


PLAYER = """
window.kandil = {placeOf: function () { return null; }};
window.say = function (detail) {
  return document.dispatchEvent(new CustomEvent('kandil', {detail: detail, cancelable: true}));
};
document.addEventListener('kandil-restore', function (event) {
  document.body.setAttribute('data-restored', JSON.stringify(event.detail.answers));
});
document.addEventListener('DOMContentLoaded', function () {
  var exit = document.querySelector('.exit');
  exit.addEventListener('click', function (event) {
    event.preventDefault();
    var go = function () { location.replace(exit.href); };
    // A shell that hears it has a moment: what is said by a page that is gone has no sender.
    if (window.say({type: 'exit', href: exit.href})) { go(); } else { setTimeout(go, 500); }
  });
  var lesson = document.body.getAttribute('data-module');
  if (lesson) { window.say({type: 'open', module: lesson}); }
});
"""
