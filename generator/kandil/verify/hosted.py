"""The folder of `kandil build --all`, and its `www` alone: what their lists of SHA-256 name."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path

from kandil.problems import Place, Problem
from kandil.verify.checksums import NAME, read_list

ROOT = "www"
"""The folder that a server has. Its list names all in it, the one above names the rest."""
TRAINERS = "trainers"
"""The folder beside it, whose first page the list above names."""
_MARK, _ROOT_MARK = "servers/nginx.conf", "web.config"
"""No other list that Kandil writes names these."""
_PARTS = frozenset((ROOT, TRAINERS, "servers"))
_ROOT_PARTS = frozenset(("release", "preview", "portal", "index.html", "recipe.html"))
"""Folders and pages of each."""
_BY_SYSTEMS = frozenset((".ds_store", "thumbs.db", "desktop.ini"))
_ACTIVE = frozenset((".html", ".htm", ".xhtml", ".js", ".svg"))
_PAGE = re.compile(rf"(?:{ROOT}/)?(?:release|preview)/.+\.html")
_OVER = re.compile(r"""href=["']?((?:\.\./){3,}[\w./-]+)""")
"""What leads out of the folder of its course."""
_TOLD = 5
"""Files that are told one by one."""


def is_whole(folder: Path) -> bool:
    """Whether `kandil build --all` made the folder."""
    return _MARK in _list(folder)


def is_root(folder: Path) -> bool:
    """Whether it is the `www` of one: with nothing in it that would be left to its list alone."""
    return _ROOT_MARK in _list(folder) and _visible(folder) <= _ROOT_PARTS


def is_hosted(folder: Path) -> bool:
    """Whether it is one of both, and no package that only says so to be looked at less."""
    return is_root(folder) or (is_whole(folder) and _visible(folder) <= _PARTS)


def is_for_trainers(folder: Path) -> bool:
    """Whether it is the folder beside `www`: no package, though it has a first page."""
    return folder.name == TRAINERS and is_whole(folder.parent)


def named(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file by either list."""
    inner = {f"{ROOT}/{name}": digest for name, digest in _list(folder / ROOT).items()}
    return {**_list(folder), **(inner if is_whole(folder) else {})}


def present(folder: Path) -> Iterator[str]:
    """The path of each file, and of each link to a folder; lists and what systems lay there are
    passed by, and so are names with a full stop where a server or an owner puts them."""
    for above, subs, files in os.walk(folder):
        links = [sub for sub in subs if Path(above, sub).is_symlink()]
        for name in sorted([*files, *links]):
            path = Path(above, name).relative_to(folder).as_posix()
            lists = path in (NAME, f"{ROOT}/{NAME}")
            hidden = path.removeprefix(f"{ROOT}/").startswith(".")
            if not lists and not hidden and name.lower() not in _BY_SYSTEMS:
                yield path


def foreign(folder: Path) -> list[str]:
    """What is there and in no list of Kandil's, or all where it made none."""
    if not folder.is_dir():
        return [folder.name] if folder.is_symlink() or folder.exists() else []
    if not is_whole(folder):
        return sorted(one.name for one in folder.iterdir())
    ours = named(folder)
    return sorted(name for name in present(folder) if _strange(folder, name, ours))


def _strange(folder: Path, name: str, ours: Mapping[str, str]) -> bool:
    """A link too: what it leads to would be written over."""
    return name not in ours or (folder / name).is_symlink()


def check_hosted(folder: Path) -> list[Problem]:
    """V004 for a file that is missing or in no list, V005 for one that was changed, V002 for a way
    from one course to another that leads nowhere."""
    ours, there = named(folder), {*present(folder)}
    found = []
    for name in sorted(ours.keys() | there):
        if name not in ours:
            message = f"'{name}' is in no {NAME}"
            hint = "Take out what the build did not write."
            found.append(Problem("V004", Place(name), message, hint))
        elif not (folder / name).is_file():
            message = f"'{name}' is listed in {NAME} and missing"
            found.append(Problem("V004", Place(name), message, "Copy the whole folder again."))
        elif _digest(folder / name) != ours[name]:
            message = f"'{name}' differs from the file that was built"
            hint = "Do not use this copy: it is damaged, or somebody changed it."
            found.append(Problem("V005", Place(name), message, hint))
    return [*found, *_astray(folder, ours)]


def _astray(folder: Path, ours: Mapping[str, str]) -> Iterator[Problem]:
    """V002 for a way out of a course at whose end nothing lies."""
    for name in sorted(one for one in ours if _PAGE.match(one) and (folder / one).is_file()):
        for way in sorted({*_OVER.findall((folder / name).read_text("utf-8", "replace"))}):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), way))
            if target not in ours:
                message = f"'{target}' is not in the folder"
                yield Problem("V002", Place(name), message, "Copy the whole folder again.")


def refused(folder: Path) -> list[Problem]:
    """V013 where a build into the folder would touch what is not Kandil's."""
    others = foreign(folder)
    if not others:
        return []
    more = len(others) - _TOLD
    what = ", ".join(others[:_TOLD]) + (f" and {more} more" if more > 0 else "")
    message = f"What is not by 'kandil build --all' lies there: {what}"
    hint = "Move it elsewhere, or give a folder that is new or empty: --out hosted-new"
    return [Problem("V013", Place(folder.as_posix()), message, hint)]


def _visible(folder: Path) -> set[str]:
    """Its folders, and what a browser takes for a page or a part of one."""
    shown = (one for one in folder.iterdir() if one.is_dir() or one.suffix in _ACTIVE)
    return {one.name for one in shown if not one.name.startswith(".")}


def _list(folder: Path) -> dict[str, str]:
    place = folder / NAME
    return read_list(place.read_text("utf-8", "replace"))[0] if place.is_file() else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
