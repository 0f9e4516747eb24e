"""The first page of a site in several languages: each by its own name, and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from kandil.model.edition import Edition
from kandil.package.artefact import File

STYLE = """
:root{color-scheme:light dark}
body{margin:0;font:18px/1.55 system-ui,sans-serif;background:#fcf9f3;color:#20242b}
main{max-width:37rem;margin:0 auto;padding:24px 16px}
h1{font-size:28px;line-height:1.25}
ul{list-style:none;padding:0}
li{margin:12px 0}
a{display:block;padding:12px 16px;border:2px solid;border-radius:8px;color:#0a5260}
@media(prefers-color-scheme:dark){body{background:#15181d;color:#ece6da}a{color:#86d4df}}
"""


def languages_page(edition: Edition) -> File:
    """`index.html` of a course's folder; links alone, so no script and no storage."""
    course = edition.course
    title = (course.discreet_title or course.title).plain
    items = Markup("\n").join(_item(locale) for locale in edition.siblings)
    html = Markup(
        '<!doctype html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        "<h1>{title}</h1>\n<ul>\n{items}\n</ul>\n</main>\n</body>\n</html>\n"
    ).format(
        lang=edition.locale,
        direction=edition.direction,
        policy=Markup(policy(STYLE)),
        title=title,
        style=Markup(STYLE),
        items=items,
    )
    return File("index.html", html.encode())


def policy(style: str, more: str = "") -> str:
    """A content security policy that lets this one style through (`rulings.md` 17)."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    start = f"default-src 'none'; style-src 'sha256-{digest}'; "
    return f"{start}{more}base-uri 'none'; form-action 'none'"


def _item(tag: str) -> Markup:
    try:
        locale = Locale.parse(tag, sep="-")
        name = locale.get_display_name(locale) or tag
        # Not `upper()`: Georgian has capitals that stand in no sentence.
        name = name[:1].title() + name[1:]
    except UnknownLocaleError:
        # A pseudo-locale: `ar-XB`.
        locale, name = Locale.parse(tag.partition("-")[0]), tag
    return Markup(
        '<li><a href="{tag}/index.html" hreflang="{tag}" lang="{tag}" dir="{direction}">{name}</a>'
    ).format(tag=tag, direction=locale.text_direction, name=name)
