"""Folders that only this user can look into, and files in them that lead nowhere else.

A folder may come with a course, links among its files: nothing is written or removed through one.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path


def is_private(folder: Path) -> bool:
    """Whether it is a folder that only this user can look into, and no link to one."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    found = folder.stat()
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def make_private(folder: Path) -> None:
    """Make it where there is none; raises `OSError` where something else stands in its place."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not is_private(folder):
        raise PermissionError(folder)


def write_anew(path: Path, content: bytes) -> None:
    """Write a file that was not there, in place of whatever bears its name; raises `OSError`."""
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(content)
