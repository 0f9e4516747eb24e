"""What came of a command, for the next one that asks the same of the same files.

A memo is data and nothing else (`rulings.md` 47): a course may come with a cache that somebody else
has made. One that is damaged, of another version, machine or folder is as good as none.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from functools import cached_property
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kandil import __version__, paths
from kandil.build.basis import Basis
from kandil.build.inventory import Inventory, State, UnfitError
from kandil.build.libraries import LIBRARIES, note_libraries, unpatched
from kandil.build.notes import Notes
from kandil.build.private import is_private, make_private, write_anew
from kandil.paths import entry_points
from kandil.values import dataclass

FOLDER = ".kandil-cache"
_FORM = 3
_PARTS = "parts"
_MACHINE = Path("/etc/machine-id")

Answer = Mapping[str, Any]
"""Whatever JSON can hold. `Any`, since the values that it came from are made of it again: what does
not fit into them raises."""


@dataclass
class Memo:
    """One question, and where its answer is kept."""

    beside: Path
    """The folder of packages; the cache lies beside it."""
    question: Sequence[object]
    """Everything but the files on which the answer hangs."""
    folders: Sequence[Path]
    """Of the courses, and of libraries that are put into their packages."""
    digest: str = field(default="", init=False)
    """A sum over the answer and all that it hangs on; empty where none is kept, or one that is of a
    sensitive course."""
    _old: Inventory = field(default=Inventory({}, {}), init=False)
    """On which the answer that is kept hangs, whether or not it still holds."""

    def recall(self) -> Answer | None:
        """The answer, if none of the files that it hangs on has changed since."""
        try:
            self._forget_if_patched()
            kept = json.loads(self._path.read_bytes()) if is_private(self._folder) else {}
            if kept.get("mark") != self._mark:
                return None
            old = self._old = Inventory(_states(kept), _digests(kept), kept["taken"])
            places = [Path(place) for place in kept["made"]]
            new = old.renewed([*self._roots, *places], self._apart, self._now())
            if new and new is not old:
                self._write(kept["answer"], new, kept["made"])
            self.digest = self._sum(kept["answer"], new) if new else ""
            return dict(kept["answer"]) if new else None
        except (OSError, ValueError, LookupError, TypeError, AttributeError, UnfitError):
            return None

    def _forget_if_patched(self) -> None:
        """All that is kept was made by the libraries as they were."""
        if is_private(self._folder) and not unpatched(self._folder):
            parts = self._folder / _PARTS
            kept = [*self._folder.glob("*.json"), *(parts.iterdir() if is_private(parts) else ())]
            for path in (*kept, self._folder / LIBRARIES):
                path.unlink(missing_ok=True)

    def loaded(self, sources: Inventory) -> None:
        """To be told when a run has loaded all that it needs."""
        note_libraries(self._folder, sources.taken)

    def sources(self) -> Inventory | None:
        """Of all that is read; None where nobody could say later whether it has changed. To be
        taken before anything is read: what is written meanwhile is then seen as a change."""
        try:
            _make(self._folder)
            return self._old.anew(self._roots, self._apart, self._now())
        except (OSError, UnfitError):
            return None

    def unchanged(self, sources: Inventory) -> bool:
        """Whether all that is read is still as it was: only then is what was answered an answer."""
        try:
            return sources.renewed(self._roots, self._apart, self._now()) is not None
        except (OSError, UnfitError):
            return False

    def basis(self, sources: Inventory) -> Basis | None:
        """On which parts of earlier answers may be used; None where none can be kept."""
        notes = Notes(self._folder / _PARTS, self._now() / 1e9, os.urandom(4).hex())
        try:
            notes.begin()
        except OSError:
            return None
        return Basis(notes, _summed(self._here), sources)

    def keep(self, answer: Answer, sources: Inventory, made: Mapping[str, Inventory]) -> None:
        """Note what was answered, and what was made, by place. To leave no note is no fault."""
        states, digests = dict(sources.states), dict(sources.digests)
        for one in made.values():
            states.update(one.states)
            digests.update(one.digests)
        with suppress(OSError):
            whole = Inventory(states, digests, sources.taken)
            self._write(answer, whole, [*made])
            self.digest = self._sum(answer, whole)

    def _write(self, answer: Answer, inventory: Inventory, made: Sequence[str]) -> None:
        files = {
            path: [*state, inventory.digests[path]] for path, state in inventory.states.items()
        }
        note = {"mark": self._mark, "taken": inventory.taken, "made": made, "files": files}
        part = self._path.with_suffix(f".{os.getpid()}")
        write_anew(part, json.dumps({**note, "answer": answer}).encode())
        part.replace(self._path)

    def _sum(self, answer: Answer, inventory: Inventory) -> str:
        if answer["private"]:
            return ""
        return _summed((self._mark, json.dumps(answer), *sorted(inventory.digests.items())))

    def _now(self) -> int:
        """By the clock of the disk, with which the times of the files are compared."""
        stamp = self._folder / "stamp"
        write_anew(stamp, b"")
        return stamp.stat().st_mtime_ns

    @property
    def _folder(self) -> Path:
        return self.beside.absolute().parent / FOLDER

    @property
    def _path(self) -> Path:
        return self._folder / f"{_summed(self.question)[:32]}.json"

    @cached_property
    def _roots(self) -> list[Path]:
        """All that a course is read from, and all of this program that makes something of it."""
        own = (paths.own_locales(folder) for folder in self.folders)
        said = (paths.reviews(folder) for folder in self.folders)
        program = (Path(paths.__file__).parent, paths.themes(), paths.locales())
        return [*dict.fromkeys((*self.folders, *filter(None, own), *said, *program, *_foreign()))]

    @cached_property
    def _apart(self) -> frozenset[str]:
        """Packages and the cache may lie in the folder of a course; raises `UnfitError` where
        packages and sources lie in one folder."""
        beside = self.beside.absolute()
        if any(root.absolute().is_relative_to(beside) for root in self._roots):
            raise UnfitError(beside.as_posix())
        return frozenset((str(beside), str(self._folder)))

    @cached_property
    def _mark(self) -> str:
        """Tells this question, machine, user, folder and program from all others."""
        return _summed((*self._here, *self._roots, *self.question))

    @cached_property
    def _here(self) -> tuple[object, ...]:
        here = self._folder.stat()
        machine = _MACHINE.read_text().strip() if _MACHINE.is_file() else ""
        place = (machine, here.st_dev, here.st_ino, here.st_uid, Path.cwd())
        return (_FORM, __version__, sys.version, *_libraries(), *place)


def _summed(facts: Iterable[object]) -> str:
    return sha256(repr([*map(str, facts)]).encode()).hexdigest()


def _libraries() -> Iterable[object]:
    """A folder of libraries changes with each that is put into it."""
    for place in sys.path:
        if place.endswith("-packages"):
            yield place
            yield Path(place).stat().st_mtime_ns


def _foreign() -> Iterable[Path]:
    """Where other people's formats lie (`exporters.GROUP`)."""
    for point in entry_points(group="kandil.exporters"):
        found = find_spec(point.module.partition(".")[0])
        if found and found.origin:
            file = Path(found.origin)
            yield file.parent if found.submodule_search_locations else file


def _states(kept: Answer) -> dict[str, State]:
    return {path: (row[0], row[1], row[2], row[3]) for path, row in kept["files"].items()}


def _digests(kept: Answer) -> dict[str, str]:
    return {path: row[4] for path, row in kept["files"].items()}


def _make(folder: Path) -> None:
    make_private(folder)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_anew(ignore, b"*\n")


def remove_cache(beside: Path) -> Path | None:
    """Remove the cache beside a folder of packages; gives its place, or None where there is none
    of this user's own."""
    folder = beside.absolute().parent / FOLDER
    if not is_private(folder):
        return None
    shutil.rmtree(folder)
    return folder
