"""A page without the theme: the list of languages, and the shell that an LMS launches."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from kandil.model.edition import Edition
from kandil.render.site.lesson import discreet
from kandil.render.site.safety import EXIT

_PAGE = Markup(
    "<!doctype html>\n"
    '<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    "<title>{title}</title>\n<style>{style}</style>\n</head>\n"
    '<body data-course="{course}">\n<main>\n{exit}{head}\n{body}\n</main>\n'
    "{end}</body>\n</html>\n"
)
_STYLE = """
:root{color-scheme:light dark}
body{margin:0;font:18px/1.55 system-ui,sans-serif;background:#fcf9f3;color:#20242b}
main{max-width:37rem;margin:0 auto;padding:24px 16px}
.exit{float:inline-end;border-color:#8c2b0e;color:#8c2b0e;font-weight:600}
.exit::after{content:attr(data-n);display:block;text-align:center}
.vh{position:absolute;top:-9rem}
.gone body{display:none}
h1{clear:both;margin:0;padding:16px 0;font-size:28px;line-height:1.25}
ul{list-style:none;padding:0}
li{margin:12px 0}
a{display:block;padding:12px 16px;border:2px solid;border-radius:8px;color:#0a5260}
p a{padding:12px 0;border:0}
@media print{.exit,p a{display:none}}
@media(prefers-color-scheme:dark){body{background:#15181d;color:#ece6da}a{color:#86d4df}
.exit{border-color:#f3ab8e;color:#f3ab8e}}
"""


def bare_page(
    edition: Edition,
    body: Markup,
    folder: str = "",
    *,
    title: str = "",
    style: str = "",
    allow: str = "",
    end: str | Markup = "",
    courses: str = "",
    head: Markup | None = None,
    leaves: bool = True,
) -> bytes:
    """`body` under `title`, else under the discreet one of the course, or under another `head`.

    `allow` is added to the policy (`rulings.md` 17).
    The exit stands on every page of a course that has one (19); its page lies in `folder`. It
    forgets what that course keeps, or all `courses`, ids with a space between. Where
    nobody `leaves` in a hurry, on a page for trainers, there is none.
    """
    whole = _STYLE + style
    title = title or shown_title(edition)
    digest = b64encode(sha256(whole.encode()).digest()).decode()
    sources = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; {allow}"
    page = _PAGE.format(
        lang=edition.locale,
        direction=edition.direction,
        course=courses or edition.course.id,
        policy=Markup(f"{sources}base-uri 'none'; form-action 'none'"),
        title=title,
        head=head or Markup("<h1>{}</h1>").format(title),
        style=Markup(whole),
        exit=_exit(edition, folder) if edition.course.exits and leaves else "",
        body=body,
        end=end,
    )
    return page.encode()


def _exit(edition: Edition, folder: str) -> Markup:
    """The link, and what is said of presses of Shift; from a shell, `_top` takes the
    page of an LMS with it."""
    words = (
        "Exit now",
        "Exit expired.",
        "Shift, press 2 more times to exit.",
        "Shift, press 1 more time to exit.",
    )
    link = Markup(
        '<a class="exit" href="{}" rel="nofollow noreferrer"{}>{}</a>'
        '<span class="vh" role="status" data-0="{}" data-1="{}" data-2="{}"></span>\n'
    )
    target = Markup("" if folder else ' target="_top"')
    return link.format(folder + EXIT, target, *map(edition.translate, words))


def shown_title(edition: Edition) -> str:
    """The discreet one where there is one: it stands in tabs, bookmarks and an LMS's lists."""
    return discreet(edition.course).plain
