"""Whether another machine would read the same course with the same program."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from kandil import __version__, paths
from kandil.build.memo import FOLDER
from kandil.problems import Place, Problem
from kandil.values import dataclass

_PASSING = frozenset({"__pycache__", ".git", FOLDER})
"""Folders of what a build neither reads nor makes."""


class RefusedError(Exception):
    """Other machines cannot have the work, for these reasons."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Prints:
    """Of a process: what its pages hang on."""

    here: str
    """The folder that it works in: places in a course are told as seen from there."""
    version: str
    program: str
    course: str
    """Empty where there is none."""


def prints(folder: Path, apart: str) -> Prints:
    """Of this process and a course; `apart` is a folder that is no part of it."""
    program = (Path(paths.__file__).parent, paths.themes(), paths.locales())
    there = (folder / "course.yml").is_file()
    sources = filter(None, (folder, paths.own_locales(folder), paths.reviews(folder)))
    course = _digest(sources, apart) if there else ""
    return Prints(str(Path.cwd()), __version__, _digest(program, apart), course)


def _digest(roots: Iterable[Path], apart: str) -> str:
    """Of the names and contents of all files."""
    whole = blake2b(digest_size=16)
    for root in roots:
        for path in _files(root, apart):
            content = blake2b(path.read_bytes()).digest()
            whole.update(f"{path.relative_to(root).as_posix()}\0".encode() + content)
    return whole.hexdigest()


def _files(root: Path, apart: str) -> Iterator[Path]:
    for place, folders, names in os.walk(root):
        inside = (name for name in folders if name not in _PASSING)
        folders[:] = sorted(name for name in inside if f"{place}/{name}" != apart)
        paths = (Path(place, name) for name in sorted(names))
        yield from (path for path in paths if path.is_file())


def differences(
    answers: Mapping[str, Prints | BaseException], wanted: Prints, folder: Path
) -> list[Problem]:
    """What keeps workers from this work, by their addresses; of each the first thing."""
    place = Place((folder / "course.yml").as_posix())
    told = {worker: difference(one, wanted, folder) for worker, one in answers.items()}
    return [
        Problem(code, place, f"The worker '{worker}' {what}", hint)
        for worker, (code, what, hint) in told.items()
        if code
    ]


def difference(
    answer: Prints | BaseException, wanted: Prints, folder: Path
) -> tuple[str, str, str]:
    """Code, message and hint; empty where there is no difference."""
    again = f"Install Kandil {wanted.version} there as it is here, and start the worker again."
    if not isinstance(answer, Prints):
        return "S005", f"cannot do this work: {answer}", again
    if answer.version != wanted.version:
        return "S005", f"has Kandil {answer.version}, and this is {wanted.version}", again
    if answer.program != wanted.program:
        return "S005", f"has a Kandil {answer.version} with other files than this one", again
    if answer.here != wanted.here:
        hint = f"Start it in the same folder: cd {wanted.here} && dask worker …"
        return "S004", f"works in '{answer.here}', and this build in '{wanted.here}'", hint
    if not answer.course:
        hint = f"Copy the course to the same path there: {folder.absolute()}"
        return "S004", f"finds no course in '{folder.as_posix()}'", hint
    if answer.course != wanted.course:
        hint = f"Copy it anew, with its 'locales': {folder.absolute()}"
        return "S006", "has other files of this course, or of its translations", hint
    return "", "", ""
