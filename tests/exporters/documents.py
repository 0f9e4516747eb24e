"""A course and its documents for trainers, taken apart, for the tests of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from folder import put
from kandil.build.outcome import Outcome
from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.exporters._ooxml import shown_in_document
from kandil.problems import errors
from lxml import etree
from pptx import Presentation

DAY = date(2026, 11, 24)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCRIPTS = ("en", "uk", "ka", "hy", "el", "ar-XB")
"""Latin, Cyrillic, Georgian, Armenian, Greek; and from right to left."""
TITLE = "A lock for a phone"
YML = "id: two\ntitle: Locks\nmodules: [two-1, two-2]\n"
YML += "gates: {preview: {translated: 0}}\n"
LESSON = """---
id: two-1
title: A lock for a phone
objectives:
  - {id: LO1, text: "Lock a phone"}
---

## Why it matters

Ana lost a **phone** in a bus, and `1234` opened it.

## Key ideas

### What opens

1. A key
2. A word

| Thing | Use |
|---|---|
| Lock | Door |

### Question: What opens a lock?

<!-- id: opens -->

- [x] A key
  > It fits.
- [ ] A spoon
  > It bends.

### What closes

1. A door

![A bar before a door](../images/bar.svg) <!-- inline; mirror -->

> [!SAFETY] Look around first
> Somebody may watch.

## Quiz: Check

<!-- id: check -->

### Question: Which lock is strong?

<!-- id: strong -->

- [x] The long one
  > Length helps.
- [ ] The red one
  > Colour is nothing.
- [ ] The loud one
  > Noise is nothing.

> **Why:** A machine tries short ones first.

## Remember

Lock it.

## Help

## Trainer: How to teach

**Likely questions.** The purple heron asks.
"""
_BAR = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" fill="none" \
stroke="currentColor" stroke-width="2.5">
<rect x="20" y="10" width="60" height="80" rx="4"/><path class="accent" d="M10 50h90"/>
<text x="120" y="60" fill="currentColor" stroke="none" font-size="16">a bar</text>
</svg>
"""
_BARE = "---\nid: two-2\ntitle: Nothing yet\n---\n\nWords.\n"


def locks(tmp_path: Path) -> Path:
    """The folder of a course about locks, with a lesson and one that is hardly begun."""
    files = {"course.yml": YML, "modules/two-1.md": LESSON, "modules/two-2.md": _BARE}
    files |= {"images/bar.svg": _BAR}
    return put(tmp_path / "course", files)


def built(course: Path, dist: Path, *locales: str) -> Outcome:
    outcome = build(Request((course,), "preview", DAY, locales or ("en",), ("office",), dist))
    assert errors(outcome.problems) == []
    return outcome


def documents(dist: Path) -> dict[str, bytes]:
    """By locale and name: `en/two-1-handout.docx`."""
    return dict(_documents(dist))


def _documents(dist: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((dist / "preview/trainers").rglob("*-office.zip")):
        locale = path.name.removesuffix("-preview-office.zip").removeprefix("two-")
        with ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".docx", ".pptx")):
                    yield f"{locale}/{name}", archive.read(name)


def part(document: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(document)) as archive:
        return etree.fromstring(archive.read(name))


def words(document: bytes) -> str:
    return "\n".join(one.words for one in shown_in_document("", document))


def with_part(document: bytes, name: str, change: object) -> bytes:
    held = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(held, "w") as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return held.getvalue()


def slides(document: bytes) -> list[tuple[str, str, str]]:
    """Title, what else is shown, and the notes of each."""
    found = []
    for slide in Presentation(BytesIO(document)).slides:
        title, *rest = [one.text_frame.text for one in slide.shapes if one.has_text_frame]
        frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        found.append((title, "\n".join(rest), frame.text if frame else ""))
    return found
