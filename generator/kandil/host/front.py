"""The first page of the hosted folder: every course in every language, each in its own words."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from kandil.build.beside import place
from kandil.exporters._bare import bare_page
from kandil.host.by_language import STYLE, heading, sections
from kandil.model.edition import Edition
from kandil.render.site.scripts import FIRST

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
    body = sections(editions, place) + (_PORTAL if portal else "")
    title, head = heading(editions, "Lessons", name)
    if not host.course.exits:
        return bare_page(host, body, title=title, style=STYLE, head=head)
    folder = f"{place(host)}/{host.locale}/"
    return bare_page(
        host,
        body,
        folder,
        title=title,
        style=STYLE,
        head=head,
        allow="script-src 'self'; ",
        end=Markup('<script src="{}"></script>\n').format(folder + FIRST),
        courses=" ".join(dict.fromkeys(edition.course.id for edition in editions)),
    )
