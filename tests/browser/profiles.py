"""What a browser leaves on a disk: a course to use, and a search of every file of a profile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from browser.learner import Quiet, served, write
from kandil.questions import find_questions
from kandil.read.course.course import read_course
from kandil.render.site.pages import render
from standin import edition

LESSON = "every-1.html"
CANARY = "canary.html"
TYPED = "zirkelbaum"
"""What she writes into every gap and field of the lesson."""
SHOWN = "lemon carpet ninety fog"
"""Words of the lesson itself, which a cache would hold."""
WITNESS = ("canaryradio", "quergestreift")
"""Ticked and written on a page that hides nothing: where they are found, the browser had the time
to write, and the search can see what it wrote."""
_FORM = (
    '<title>Other</title><link rel=icon href="data:,"><input type=radio name={}><input name=word>'
)
_LZ4 = b"mozLz40\0"


class _Unkept(Quiet):
    """Answers as `docs/hosting.md` asks for sensitive courses."""

    def end_headers(self) -> None:
        """No copy for the cache."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@contextmanager
def sensitive(folder: Path) -> Iterator[str]:
    """The address of a sensitive lesson with every interaction, and of a page with a plain form."""
    course, problems = read_course(Path("tests/courses/every"), find_questions())
    assert course, problems
    write(render(edition(replace(course, sensitive_setting=True))), folder)
    (folder / CANARY).write_text(_FORM.format(WITNESS[0]))
    with served(folder, _Unkept) as start:
        yield start


def plain(content: bytes) -> bytes:
    """A file of Firefox's sessions is an LZ4 block behind its own name and its length."""
    if not content.startswith(_LZ4):
        return content
    made, at = bytearray(), len(_LZ4) + 4
    while at < len(content):
        token = content[at]
        literals, at = _length(content, at + 1, token >> 4)
        made += content[at : at + literals]
        at += literals
        if at < len(content):
            back = int.from_bytes(content[at : at + 2], "little")
            length, at = _length(content, at + 2, token & 15)
            for _ in range(length + 4):
                made.append(made[-back])
    return bytes(made)


def _length(content: bytes, at: int, length: int) -> tuple[int, int]:
    """Fifteen means that more follows."""
    more = length == 15
    while more:
        length += content[at]
        more = content[at] == 255
        at += 1
    return length, at


def holding(profile: Path, words: str) -> list[str]:
    """The files in which these words stand, in either way that browsers write them."""
    forms = [words.encode("utf-8"), words.encode("utf-16-le")]
    found = []
    for file in sorted(profile.rglob("*")):
        content = plain(file.read_bytes()) if file.is_file() else b""
        if any(form in content for form in forms):
            found.append(file.relative_to(profile).as_posix())
    return found


def pieces(profile: Path, files: str, start: bytes, end: bytes) -> list[bytes]:
    """From each `start` to the next `end`, in files whose path contains `files`."""
    found = []
    for file in profile.rglob("*"):
        if files in file.as_posix() and file.is_file():
            for rest in plain(file.read_bytes()).split(start)[1:]:
                found.append(rest.split(end, 1)[0])
    return found
