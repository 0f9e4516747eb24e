"""What came of a command, for the next one that asks the same of the same files.

A memo is data and nothing else (`rulings.md` 47): a course may come with a cache that somebody else
has made. One that is damaged, of another version, machine or folder is as good as none.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kandil import __version__
from kandil.build.inventory import Inventory, UnfitError

FOLDER = ".kandil-cache"
_FORM = 1
_MACHINE = Path("/etc/machine-id")

Answer = Mapping[str, Any]
"""Whatever JSON can hold."""


@dataclass(frozen=True, slots=True)
class Memo:
    """One question, and where its answer is kept."""

    beside: Path
    """The folder of packages; the cache lies beside it."""
    question: Sequence[str]
    """Everything but the files on which the answer hangs."""

    def recall(self, roots: Sequence[Path]) -> Answer | None:
        """The answer, if none of the files under `roots` has changed since."""
        try:
            kept = json.loads(self._path.read_bytes()) if _own(self._folder) else {}
            if kept.get("mark") != self._mark(roots):
                return None
            inventory = Inventory(kept["taken"], _states(kept), _digests(kept))
            return dict(kept["answer"]) if inventory.still_holds(roots) else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, UnfitError):
            return None

    def keep(self, answer: Answer, inventories: Iterable[Inventory], roots: Sequence[Path]) -> None:
        """Note what was answered; a disk that takes no notes is no fault."""
        files, taken = {}, []
        for one in inventories:
            taken.append(one.taken)
            files.update({path: [*state, one.digests[path]] for path, state in one.states.items()})
        with suppress(OSError):
            _make(self._folder)
            note = {"mark": self._mark(roots), "taken": min(taken), "files": files}
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps({**note, "answer": answer}), encoding="utf-8")
            part.replace(self._path)

    def drop(self) -> None:
        """Forget the answer."""
        with suppress(OSError):
            self._path.unlink()

    @property
    def _folder(self) -> Path:
        return self.beside.absolute().parent / FOLDER

    @property
    def _path(self) -> Path:
        name = sha256("\0".join(self.question).encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"

    def _mark(self, roots: Sequence[Path]) -> str:
        """Tells this machine, user, folder, version and place from all others."""
        here = self._folder.stat()
        machine = _MACHINE.read_text().strip() if _MACHINE.is_file() else ""
        facts = (_FORM, __version__, machine, here.st_dev, here.st_ino, here.st_uid, *roots)
        return sha256("\0".join([*map(str, facts), *self.question]).encode()).hexdigest()


def _states(kept: Any) -> dict[str, tuple[int, int, int, int]]:
    return {path: (row[0], row[1], row[2], row[3]) for path, row in kept["files"].items()}


def _digests(kept: Any) -> dict[str, str]:
    return {path: row[4] for path, row in kept["files"].items()}


def _own(folder: Path) -> bool:
    """Whether it is a folder that only this user can write to."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    found = folder.stat()
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)


def _make(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _own(folder):
        raise PermissionError(folder)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
