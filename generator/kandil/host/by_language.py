"""Courses by their languages, each in its own words: the body of a first page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from kandil.exporters._bare import shown_title
from kandil.localize.words.cautions import reviewed
from kandil.localize.words.formats import autonym, direction, minutes
from kandil.model.edition import Edition
from kandil.render.site.lesson import minutes as minutes_of

STYLE = """
.exit{position:sticky;top:8px;background:#fcf9f3}
.host{margin:0;padding-top:12px}
summary{padding:12px 0;font-size:20px;font-weight:600;cursor:pointer}
li p{margin:4px 0 0}
@media(prefers-color-scheme:dark){.exit{background:#15181d}}
"""
_SECTION = Markup(
    '<details id="{tag}" lang="{tag}" dir="{direction}"{open}>\n<summary>{name}</summary>\n'
    "<ul>\n{items}\n</ul>\n</details>\n"
)
"""Opened in the page: a link to a part of it would leave an entry in the history."""


def sections(editions: Sequence[Edition], place: Callable[[Edition], str]) -> Markup:
    """Each language opens to its courses; `place` is where the pages of an edition lie, with those
    of its siblings."""
    locales = list(dict.fromkeys(edition.locale for edition in editions))
    return Markup("").join(
        _SECTION.format(
            tag=locale,
            direction=direction(locale),
            open=Markup(" open") if len(locales) == 1 else "",
            name=autonym(locale),
            items=Markup("\n").join(
                _course(edition, place(edition)) for edition in editions if edition.locale == locale
            ),
        )
        for locale in locales
    )


def heading(editions: Sequence[Edition], words: str, name: str) -> tuple[str, Markup]:
    """The same words in every language, as text and below the host's name."""
    said: dict[str, str] = {}
    for edition in editions:
        said.setdefault(edition.translate(words), edition.locale)
    each = Markup('<span lang="{}" dir="{}">{}</span>')
    titles = (each.format(tag, direction(tag), title) for title, tag in said.items())
    above = Markup('<p class="host" dir="auto">{}</p>\n').format(name) if name else Markup("")
    return " · ".join(said), above + Markup("<h1>{}</h1>").format(Markup(" · ").join(titles))


def _course(edition: Edition, place: str) -> Markup:
    said = Markup("").join(Markup("\n<p>{}</p>").format(words) for words in _facts(edition))
    title = edition.course.discreet_title if edition.course.sensitive else edition.course.title
    lang = title.lang if title else ""
    link = Markup('<li><a href="{}/{}/index.html"{}>{}</a>{}</li>')
    marked = Markup(' lang="{}" dir="auto"').format(lang) if lang else ""
    words = title.plain if title else shown_title(edition)
    return link.format(place, edition.locale, marked, words, said)


def _facts(edition: Edition) -> Iterator[str]:
    if long := minutes_of(edition.course):
        yield minutes(long, edition.locale)
    if why := edition.why.get(edition.locale):
        yield why
    elif not reviewed(edition.course):
        yield edition.translate("Not yet reviewed by a specialist.")
