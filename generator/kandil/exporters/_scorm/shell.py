"""The page that an LMS launches, and the scripts that stand between the lessons and it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

from lxml import etree
from markupsafe import Markup

from kandil.exporters._bare import bare_page
from kandil.exporters._scorm.facts import Facts, facts_of
from kandil.localize.words.cautions import reasons
from kandil.localize.words.formats import decimal_sign
from kandil.model.course import Course, Module
from kandil.model.edition import Edition
from kandil.package.artefact import File
from kandil.paths import themes
from kandil.render.site.assets import shortened
from kandil.verify.judge import LRS

SHELL = "scorm/shell.js"
_CMI5 = "cmi5"
_API = ("api.js", "session.js")
_LRS = "cmi5 uuid lrs launch statement outbox back session"
_STANDARDS = {
    "cmi5": ("responses.js", *(f"../cmi5/{name}.js" for name in _LRS.split())),
    "scorm12": ("scorm12.js", *_API),
    "scorm2004": ("scorm2004.js", "responses.js", "objectives.js", *_API),
}
"""What is peculiar to each standard, by the format."""
_PARTS = (
    "retry.js",
    "paint.js",
    "witness.js",
    "state.js",
    "windows.js",
    "../player/number.js",
    "report.js",
    "frame.js",
    "../player/shift.js",
    "shell.js",
)
Link: TypeAlias = tuple[str, str, str]
"""Address, words, and their language where it is not the page's."""
_FEW = 40
"""With more lessons than these the shell links to the overview alone, and stays light."""
_STYLE = """
html,body{height:100%}
.on{display:flex;flex-direction:column}
iframe{flex:1;width:100%;min-height:0;border:0}
.on main{box-sizing:border-box;width:100%;max-height:60%;overflow:auto}
.on h1{display:none}
.on>p{margin:0;padding:4px 16px;font-size:15px}
#silent,#other{display:none}
[data-says=silent] #silent,[data-says=other] #other{display:block}
"""


def start_name(course: Course) -> str:
    """`start.html`, unless that is a lesson's page."""
    name = "start"
    while name in {module.id for module in course.modules}:
        name += "-0"
    return f"{name}.html"


def lesson_start(course: Course) -> str:
    """`start-`, before the name of a lesson's page: the page to launch where it is a SCO of its
    own; another word where that would be a lesson's page."""
    name = "start"
    while any(module.id.startswith(f"{name}-") for module in course.modules):
        name += "0"
    return f"{name}-"


def lesson_title(edition: Edition, number: int) -> str:
    """What an LMS lists for a lesson, counted from 1: no more than a tab shows of it."""
    course, module = edition.course, edition.course.modules[number - 1]
    if module.discreet_title or not course.sensitive:
        return (module.discreet_title or module.title).plain
    place = edition.translate("Lesson {number} of {total}")
    place = place.replace("{number}", str(number))
    return place.replace("{total}", str(len(course.modules)))


def shell_page(edition: Edition, facts: Facts, form: str, number: int = 0, name: str = "") -> bytes:
    """Frames the lessons, or the one of this `number`; without JavaScript it links to them
    (`rulings.md` 23). `name`: of the AU, where the format has such."""
    # In a script element `</script>` and `<!--` would end or hide the data.
    sign = {"sign": decimal_sign(edition.locale)} if facts.profile == "full" else {}
    data = json.dumps(facts.data() | sign, separators=(",", ":")).replace("<", "\\u003c")
    notes = Markup("") if facts.profile == "none" else _notes(edition)
    known = f' data-id="{name}"' if name else ""
    notes += _way_back(edition) if form == _CMI5 else ""
    end = notes + Markup(
        f'<script type="application/json" id="facts"{known}>{data}</script>\n'
        f'<script src="{_shell_of(form)}"></script>\n'
    )
    # Where the LRS is, an address says at the launch: the script then allows this one alone.
    reach = LRS if form == _CMI5 else "'self'"
    allow = f"script-src 'self'; frame-src 'self'; connect-src {reach}; "
    title = lesson_title(edition, number) if number else ""
    links = [(facts.start, title, "")] if number else _links(edition)
    body = _band(edition) + _silent(edition) + _list(links)
    return bare_page(edition, body, title=title, style=_STYLE, allow=allow, end=end)


def _band(edition: Edition) -> Markup:
    words = " ".join(reasons(edition))
    return Markup("<p>{}</p>\n").format(words) if words else Markup("")


def read_facts(page: bytes) -> Facts:
    """The facts that a shell page holds; none are reported where it holds none."""
    root = etree.HTML(page, etree.HTMLParser(encoding="utf-8"))
    block = root.find(".//script[@id='facts']") if root is not None else None
    data = json.loads(block.text or "{}") if block is not None else {}
    return facts_of(data if isinstance(data, dict) else {})


@cache
def scripts(form: str, start: str) -> tuple[File, ...]:
    """The shell's, in one file, and the lessons' tracker, which leads a lone lesson to `start`:
    `start.html#` and its page, or the page that begins with `start-`.

    `form`: the format, whose own files say how its standard calls things."""
    folder = themes() / "base" / "scorm"
    parts = (*_STANDARDS[form], *_PARTS)
    shell = "\n".join((folder / part).read_text("utf-8") for part in parts)
    lesson = (folder / "lesson.js").read_text("utf-8").replace("'START'", f"'{start}'")
    path = _shell_of(form)
    return (_minified(path, shell), _minified(path.replace("shell", "lesson"), lesson))


def _shell_of(form: str) -> str:
    return f"{_CMI5}/shell.js" if form == _CMI5 else SHELL


def _minified(path: str, source: str) -> File:
    return File(path, shortened(source).encode())


def _silent(edition: Edition) -> Markup:
    """Said above the links while no page of the course is in the frame; the script shows one."""
    silent = edition.translate("This page did not load. Check your connection.")
    other = edition.translate("Your learning platform asks you to sign in again.")
    shown = Markup('<div role="status"><p id="silent">{}</p><p id="other">{}</p></div>\n')
    return shown.format(silent, other)


def _notes(edition: Edition) -> Markup:
    """Shown by the script where the LMS takes no result, or does not take it now."""
    notes = {
        "unrecorded": edition.translate("Your result will not be saved this time."),
        "unsaved": edition.translate("Not saved yet: your learning platform does not answer."),
        "closed": edition.translate(
            "The window of your learning platform is closed. From here on nothing is saved."
        ),
    }
    line = Markup('<p id="{}" role="status" hidden>{}</p>\n')
    return Markup("").join(line.format(name, words) for name, words in notes.items())


def _way_back(edition: Edition) -> Markup:
    """Shown by the script where the LMS names one."""
    line = Markup('<p id="back" hidden><a href="index.html">{}</a></p>\n')
    return line.format(edition.translate("Back to the learning platform"))


def _list(links: Iterable[Link]) -> Markup:
    item = Markup('<li><a href="{}"{}>{}</a></li>')
    items = (item.format(path, _lang(lang), words) for path, words, lang in links)
    return Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(items))


def _links(edition: Edition) -> Iterator[Link]:
    modules = edition.course.modules
    yield "index.html", edition.translate("All lessons"), ""
    if len(modules) <= _FEW:
        yield from (_link(edition.course, module) for module in modules)


def _link(course: Course, module: Module) -> Link:
    discreet = module.discreet_title if course.sensitive else None
    title = discreet or module.title
    return f"{module.id}.html", title.plain, title.lang


def _lang(tag: str) -> Markup:
    return Markup(' lang="{}"').format(tag) if tag else Markup("")
