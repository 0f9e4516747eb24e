"""What was built, as a reviewer can read it.

- A page holds its style, the hash of it and its own weight; `styles.css` has each rule once,
  below the name of the first page that holds it.
- A document of the office kind is shown by its words, a form by the rows of its sheets.
- Images and minified scripts stand in `files.txt` by their SHA-256.
- A page in a zip that stands in the site tree too is shown as its difference from that.
- SHA256SUMS follows from the rest, and `kandil verify` compares it.
"""

from __future__ import annotations

import difflib
import json
import re
import tarfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from kandil.build.places import TRAINERS, Places
from kandil.exporters import find_exporters, usual
from kandil.exporters._ooxml import shown_in_document
from kandil.exporters._xlsform.reading import read_sheets
from kandil.verify.contents import BESIDE, formats_beside

LOCALES = ("en", "uk", "ar")
EXTRAS = "extras"
"""Where formats are built that nobody gets unasked: some share a folder with others."""
VARIANTS: dict[str, tuple[str, tuple[tuple[str, str], ...], bool]] = {
    "h5p-book": ("h5p", (), True),
    "scorm12-module": ("scorm12", (("scos", "module"),), False),
}
"""Folders of goldens, in English, of a format with other settings, or of a calm course: of one with
an exit H5P holds the quizzes and no lesson."""
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
WEIGHT = re.compile(r"\d+(?=\s(?:kB|кБ|كيلوبايت))")
HASH = re.compile(r"sha256-[\w+/]+=*")
READ = {".html", ".json", ".svg", ".txt", ".xml"}
SUMS = "SHA256SUMS"
ZIPS = (".zip", ".imscc")
TARS = (".gz", ".mbz")
ARCHIVES = (".h5p",)
DOCUMENTS = (".docx", ".pptx")
FORMS = ".xlsx"
TEMPLATES = re.compile(r"/(?:slideLayouts|slideMasters|notesMasters)/")


def shown(place: Path, site: Path, form: str = "") -> dict[str, str]:
    """Golden files by name, where formats share a folder those of `form`; `site` is the tree that
    its zips are compared with."""
    rules: dict[str, str] = {}
    pages: dict[str, str] = {}
    rows = []
    for name, content in members(place):
        if place.parent.name == TRAINERS and not _mine(name, form, place):
            continue
        if name.endswith(DOCUMENTS):
            pages[f"{name}.txt"] = _words(content)
        elif name.endswith(FORMS):
            pages[f"{name}.txt"] = _rows(content)
        shown = readable(name) or name.endswith((*DOCUMENTS, FORMS))
        digest = "" if shown else f"  {sha256(content).hexdigest()}"
        rows.append(f"{name}{digest}\n")
        if readable(name) and not name.endswith(SUMS):
            pages |= _page(name, content.decode(), site, rules)
    held = groupby(rules, key=rules.__getitem__)
    listed = "\n".join(f"/* {name} */\n" + "\n".join(found) + "\n" for name, found in held)
    return {"files.txt": "".join(rows), "styles.css": listed, **pages}


def placed(dist: Path, exporter: str) -> Path:
    """Where a format's packages of the tiny course lie."""
    known = find_exporters()
    found = known[exporter]
    folder = dist.parent if exporter in usual(known) else dist.parent / EXTRAS
    return folder / Places("preview", "tiny").of(found)


def members(place: Path) -> Iterator[tuple[str, bytes]]:
    """Every file, and every file of every zip or tar as if that were a folder; those last."""
    files = (path for path in place.rglob("*") if path.is_file())
    for path in sorted(files, key=lambda path: (path.suffix in (*ZIPS, *TARS), path)):
        name = path.relative_to(place).as_posix()
        if path.suffix in TARS:
            with tarfile.open(path) as tar:
                for one in tar:
                    yield f"{name}/{one.name}", tar.extractfile(one).read()
            continue
        if path.suffix not in ZIPS:
            yield name, path.read_bytes()
            continue
        with ZipFile(path) as archive:
            for inner in sorted(archive.namelist()):
                yield from _opened(f"{name}/{inner}", archive.read(inner))


def _opened(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Its members, where it is an archive that stands among others."""
    if not name.endswith(ARCHIVES):
        yield name, content
        return
    with ZipFile(BytesIO(content)) as archive:
        for inner in sorted(archive.namelist()):
            told = archive.read(inner)
            if inner.endswith(".json"):
                # On one line there; here a difference is read line by line.
                told = json.dumps(json.loads(told), ensure_ascii=False, indent=1).encode()
            yield f"{name}/{inner}", told


def readable(name: str) -> bool:
    """Written for people, or of the hashes that a zip holds; a backup of Moodle's in English only,
    for its other languages differ in nothing but words."""
    if ".mbz/" in name and "-en-" not in name:
        return False
    return PurePosixPath(name).suffix in READ or name.endswith(SUMS)


def _mine(name: str, form: str, place: Path) -> bool:
    """Formats for facilitators share a folder, and its list says whose a single file is."""
    beside = formats_beside(place)
    if name == BESIDE:
        return form in beside.values()
    whose = beside.get(name.partition("/")[0])
    return whose == form or (whose is None and form not in beside.values())


def _rows(content: bytes) -> str:
    """What stands in each row of each sheet, without empty cells."""
    lines = [
        line
        for name, sheet in read_sheets(content).items()
        for line in (f"[{name}]", *(_cells(row) for row in sheet.rows))
    ]
    return "\n".join(lines) + "\n"


def _cells(row: dict[str, str]) -> str:
    return " | ".join(f"{column}: {words}" for column, words in row.items()).replace("\n", "\\n")


def _words(content: bytes) -> str:
    found = shown_in_document("", content)
    return "".join(f"{one.words}\n" for one in found if not TEMPLATES.search(one.file))


def _page(name: str, text: str, site: Path, rules: dict[str, str]) -> dict[str, str]:
    plain = without_style(text)
    for style in STYLE.findall(text):
        for rule in style.replace("}", "}\n").splitlines():
            rules.setdefault(rule, name)
    zipped = re.match(r"\w+-(.+?)-preview(?:-cmi5|-scorm12|-scorm2004|-trainers)?\.zip/(.+)", name)
    twin = site / zipped[1] / zipped[2] if zipped else None
    if twin is None or not twin.is_file():
        return {name: plain}
    before = without_style(twin.read_text("utf-8"))
    changes = "".join(_changes(before, plain, f"{twin.parent.name}/{twin.name}"))
    return {f"{name}.diff": changes} if changes else {}


def without_style(text: str) -> str:
    """A change of the theme does not touch every page: their weights follow from it too."""
    text = HASH.sub("sha256-…", STYLE.sub("<style>…</style>", text)).replace("><", ">\n<")
    return WEIGHT.sub("…", text)


def _changes(before: str, after: str, name: str) -> Iterator[str]:
    pair = before.splitlines(), after.splitlines()
    lines = difflib.unified_diff(*pair, f"site/{name}", "zip", lineterm="", n=0)
    return (f"{line}\n" for line in lines)
