"""The first page of the hosted folder: every course in every language, each in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from kandil.exporters._bare import bare_page, shown_title
from kandil.localize.words.cautions import reviewed
from kandil.localize.words.formats import autonym, direction, minutes
from kandil.model.edition import Edition
from kandil.render.site.lesson import minutes as minutes_of
from kandil.render.site.scripts import FIRST

_STYLE = """
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
_PORTAL = Markup(
    '\n<p><a href="portal/index.html" lang="en" dir="ltr" hreflang="en">'
    "For those who teach, host and translate</a></p>"
)


def front_page(editions: Sequence[Edition], portal: bool, name: str = "") -> bytes:
    """`index.html`: discreet titles where a course is sensitive, and why a preview is one. `name`:
    of the host.

    Where a course has an exit this page has it too, with the script of that course's pages, and
    clears with it what any of the courses keeps.
    """
    host = next((one for one in editions if one.course.exits), editions[0])
    locales = list(dict.fromkeys(edition.locale for edition in editions))
    body = Markup("")
    for locale in locales:
        here = [edition for edition in editions if edition.locale == locale]
        body += _language(locale, here, alone=len(locales) == 1)
    body += _PORTAL if portal else ""
    words: dict[str, str] = {}
    for edition in editions:
        words.setdefault(edition.translate("Lessons"), edition.locale)
    title, head = " · ".join(words), _head(words, name)
    if not host.course.exits:
        return bare_page(host, body, title=title, style=_STYLE, head=head)
    folder = f"{place(host)}/{host.locale}/"
    return bare_page(
        host,
        body,
        folder,
        title=title,
        style=_STYLE,
        head=head,
        allow="script-src 'self'; ",
        end=Markup('<script src="{}"></script>\n').format(folder + FIRST),
        courses=" ".join(dict.fromkeys(edition.course.id for edition in editions)),
    )


def _head(words: Mapping[str, str], name: str) -> Markup:
    """The same word in every language, below the host's name; `words` with their languages."""
    each = Markup('<span lang="{}" dir="{}">{}</span>')
    titles = (each.format(tag, direction(tag), said) for said, tag in words.items())
    above = Markup('<p class="host" dir="auto">{}</p>\n').format(name) if name else Markup("")
    return above + Markup("<h1>{}</h1>").format(Markup(" · ").join(titles))


def place(edition: Edition) -> str:
    """Where its pages lie in the hosted folder, with those of its siblings."""
    return f"{edition.kind}/site/{edition.name}"


def _language(locale: str, editions: Sequence[Edition], alone: bool) -> Markup:
    return _SECTION.format(
        tag=locale,
        direction=direction(locale),
        open=Markup(" open") if alone else "",
        name=autonym(locale),
        items=Markup("\n").join(_course(edition) for edition in editions),
    )


def _course(edition: Edition) -> Markup:
    said = Markup("").join(Markup("\n<p>{}</p>").format(words) for words in _facts(edition))
    title = edition.course.discreet_title if edition.course.sensitive else edition.course.title
    lang = title.lang if title else ""
    link = Markup('<li><a href="{}/{}/index.html"{}>{}</a>{}</li>')
    marked = Markup(' lang="{}" dir="auto"').format(lang) if lang else ""
    words = title.plain if title else shown_title(edition)
    return link.format(place(edition), edition.locale, marked, words, said)


def _facts(edition: Edition) -> Iterator[str]:
    if long := minutes_of(edition.course):
        yield minutes(long, edition.locale)
    if why := edition.why.get(edition.locale):
        yield why
    elif not reviewed(edition.course):
        yield edition.translate("Not yet reviewed by a specialist.")
