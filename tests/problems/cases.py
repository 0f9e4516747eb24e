"""Cases in Markdown: files in fences, and the report that is expected (see README.md)."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from folder import put_review
from kandil.commands import report as output
from kandil.paths import locales
from kandil.problems import Problem
from PIL import Image

HERE = Path(__file__).parent
_NAMED = "reviewers: [Ana Beridze]"
_PICTURES = HERE.parent / "courses" / "tiny" / "images"
_FENCE = re.compile(r"^(`{4,})([^\n`]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^## (.+)$", re.MULTILINE)
_SETTING = re.compile(
    r"^(Edition|As-of|Locale|Format|Territory|Own-territories|Variant|Lint|Check|Review): (\S+)$",
    re.MULTILINE,
)
_OURS = re.compile(r"(\b(?:themes|kandil)/[\w/.-]+):\d+")
"""A line of Kandil's own, which moves whenever somebody works on it."""
_COURSE = "id: bad\ntitle: Bad\nmodules: [bad]\n"
_FRONT = """---
id: bad
title: Bad
objectives:
  - {id: LO1, text: "Make mistakes"}
---

"""
_HEADER = r"""msgid ""
msgstr ""
"Language: uk\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Segments: 1\n"

"""
_SHORT = {"lesson": ("modules/bad.md", _FRONT), "po": ("locales/uk/bad/bad.po", _HEADER)}
"""Where such a fence is written, and what is written above it."""


@dataclass(frozen=True, slots=True)
class Case:
    """One course with something wrong."""

    file: Path
    title: str
    files: tuple[tuple[str, str], ...]
    """What the fence says (a path, and words that change its bytes), and what it holds."""
    expected: str
    settings: dict[str, str]
    """`Edition`, `As-of`, `Locale` and so on, as they stand above the fences."""

    @property
    def name(self) -> str:
        """For the list of tests."""
        return f"{self.file.relative_to(HERE.parent).with_suffix('').as_posix()}: {self.title}"


def read_cases(folder: Path) -> list[Case]:
    """Every case of the Markdown files in a folder."""
    files = sorted(file for file in folder.glob("*.md") if file.name != "README.md")
    return [case for file in files for case in _cases(file)]


def _cases(file: Path) -> list[Case]:
    text = file.read_text("utf-8")
    fenced = [found.span() for found in _FENCE.finditer(text)]
    titles = [
        found
        for found in _TITLE.finditer(text)
        if not any(start < found.start() < end for start, end in fenced)
    ]
    ends = [found.start() for found in titles[1:]] + [len(text)]
    return [
        _case(file, found[1], text[found.end() : end])
        for found, end in zip(titles, ends, strict=True)
    ]


def _case(file: Path, title: str, words: str) -> Case:
    fences = [(found[2].strip(), found[3]) for found in _FENCE.finditer(words)]
    expected = next((body for info, body in fences if info == "report"), "")
    files = tuple(fence for fence in fences if fence[0] != "report")
    settings = dict(_SETTING.findall(_FENCE.sub("", words)))
    return Case(file, title, files, expected.rstrip("\n"), settings)


def write_course(case: Case, folder: Path) -> None:
    """Lay the files of a case into an empty folder."""
    shutil.copytree(_PICTURES, folder / "images")
    (folder / "modules").mkdir()
    (folder / "course.yml").write_text(_COURSE, "utf-8")
    (folder / "modules" / "bad.md").write_text(f"{_FRONT}A sentence.\n", "utf-8")
    named: list[str] = []
    for info, body in case.files:
        name, *how = info.split()
        name, above = _SHORT.get(name, (name, ""))
        content, path = above + body, folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if "pipe" in how:
            os.mkfifo(path)
        elif "absent" not in how:
            path.write_bytes(_bytes(content, how))
        if _NAMED in content:
            named.append(path.stem)
    for lesson in named:
        if f"/reviews/bad/{lesson}.md" not in str(case.files):
            put_review(folder, "bad", lesson, "Ana Beridze")


def _bytes(content: str, how: list[str]) -> bytes:
    if "crlf" in how:
        content = content.replace("\n", "\r\n")
    if "nul" in how:
        content = content.replace("␀", "\0")
    if "moving" in how:
        return _moving()
    if "huge" in how:
        content += " " * 4_000_000
    if "long" in how:
        content += "Many words.\n\n" * 16_000
    if "many" in how:
        content += "- Word\n" * 4_001
    if "endless" in how:
        content += "Many words " * 1_000 + "here."
    if "heavy" in how:
        body, end, rest = content.rpartition("</svg>")
        content = f"{body}{' ' * 70_000}{end}{rest}" if end else content + " " * 70_000
    start = "\ufeff" if "bom" in how else ""
    return (start + content).encode("latin-1" if "latin-1" in how else "utf-8")


def _moving() -> bytes:
    out = BytesIO()
    frames = [Image.new("L", (9, 9), shade) for shade in (0, 255)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def as_reported(problems: list[Problem]) -> str:
    """The text that a trainer reads; every case has files of the same names."""
    report = output.report(problems, "text").replace(f"{locales().parent.as_posix()}/", "")
    report = _OURS.sub(r"\1:#", report)
    return "\n".join(line.rstrip() for line in report.split("\n"))


def accept(case: Case, report: str) -> None:
    """Write the report of today into the file of the case."""
    text = case.file.read_text("utf-8")
    start = text.index(f"## {case.title}\n")
    end = next(
        (
            start + 1 + f.start()
            for f in _TITLE.finditer(text[start + 1 :])
            if _outside(text, start + 1 + f.start())
        ),
        len(text),
    )
    part = text[start:end]
    fence = f"````report\n{report}\n````" if report else "````report\n````"
    found = next((f for f in _FENCE.finditer(part) if f[2].strip() == "report"), None)
    if found:
        part = part[: found.start()] + fence + part[found.end() :]
    else:
        part = part.rstrip("\n") + f"\n\n{fence}\n\n"
    case.file.write_text((text[:start] + part + text[end:]).rstrip("\n") + "\n", "utf-8")


def _outside(text: str, offset: int) -> bool:
    return not any(f.start() < offset < f.end() for f in _FENCE.finditer(text))
