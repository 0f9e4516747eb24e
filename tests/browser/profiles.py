"""What a browser leaves on a disk: a course to use, and a search of every file of a profile."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from browser.learner import Quiet, served, write
from kandil.model.blocks import List
from kandil.model.structure import asked, interactions, list_mark, mark
from kandil.model.structure import every as each
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
RECORD = b'{"v":'
"""How what she lets a device keep begins."""
_FIRST = json.JSONDecoder()
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
def every(folder: Path, **settings: object) -> Iterator[str]:
    """The address of a lesson with every interaction, whose course mentions violence and so has an
    exit, and of a page with a plain form."""
    course, problems = read_course(Path("tests/courses/every"), find_questions())
    assert course, problems
    write(render(edition(replace(course, **settings))), folder)
    (folder / CANARY).write_text(_FORM.format(WITNESS[0]))
    with served(folder, _Unkept) as start:
        yield start


@contextmanager
def hosts(folder: Path, number: int) -> Iterator[list[str]]:
    """That lesson at so many addresses: a browser stores apart what each of them keeps."""
    with every(folder) as first, ExitStack() as stack:
        more = [stack.enter_context(served(folder, _Unkept)) for _ in range(number - 1)]
        yield [first, *more]


def sensitive(folder: Path) -> AbstractContextManager[str]:
    """The same of a sensitive course, which keeps nothing."""
    return every(folder, sensitive_setting=True)


@contextmanager
def halted(process: int) -> Iterator[None]:
    """While a browser stands still its files are those that a kill would leave."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


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
            again, length = made[-back:], length + 4
            made += (again * (length // back + 1))[:length]
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
    return [file for file, _ in _found(profile, [words])]


def _found(profile: Path, words: list[str]) -> list[tuple[str, str]]:
    """Each file with each of these words that stands in it; no file is read twice."""
    forms = {one: (one.encode("utf-8"), one.encode("utf-16-le")) for one in words}
    found = []
    for file in sorted(profile.rglob("*")):
        content = plain(file.read_bytes()) if file.is_file() else b""
        name = file.relative_to(profile).as_posix()
        found += [(name, one) for one, ways in forms.items() if any(way in content for way in ways)]
    return found


def pieces(profile: Path, files: str, start: bytes, end: bytes) -> list[bytes]:
    """From each `start` to the next `end`, in files whose path contains `files`."""
    found = []
    for file in profile.rglob("*"):
        if files in file.as_posix() and file.is_file():
            for rest in plain(file.read_bytes()).split(start)[1:]:
                found.append(rest.split(end, 1)[0])
    return found


def told(profile: Path) -> list[str]:
    """What files tell of her answers in that lesson, by what she wrote and by what a record calls
    her answers, her ticks and the points of an objective."""
    course, _ = read_course(Path("tests/courses/every"), find_questions())
    assert course
    [lesson] = course.modules
    inside = {one.id: quiz for quiz, one, _ in asked(lesson)}
    marks = [mark(inside.get(one.id), one) for one in interactions(lesson.blocks)]
    marks += [list_mark(one, 0) for one in each(List, lesson.blocks)]
    words = [TYPED, *(f'"{name}":' for name in ("answers", "ticks", "aims", *marks))]
    return [f"{one} in {file}" for file, one in _found(profile, words)]


def records(profile: Path) -> list[Any]:
    """Each record of results that a file of the profile holds, those of before among them."""
    found = []
    for file in sorted(profile.rglob("*")):
        content = file.read_bytes() if file.is_file() else b""
        for rest in content.split(RECORD)[1:]:
            with suppress(ValueError):
                found.append(_FIRST.raw_decode((RECORD + rest).decode("latin-1"))[0])
    return found
