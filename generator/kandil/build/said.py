"""A command that is typed in the same words, over the same files, says what it said.

Loaded before all else, the reading of the command line included, which takes longer than this.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kandil.build.memo import FOLDER, Memo
from kandil.build.notes import sum_of
from kandil.build.private import is_private, write_anew

_DAY = 24 * 60 * 60


class Told(NamedTuple):
    """What was printed, and the exit code."""

    text: str
    code: int


class Said:
    """What came of these words in this folder."""

    def __init__(self, words: Sequence[str], today: date) -> None:
        report = os.environ.get("GITHUB_ACTIONS", "")
        self._folder = Path.cwd() / FOLDER
        self._path = self._folder / f"{sum_of([today.isoformat(), report, *words])}.said"

    def again(self) -> Told | None:
        """If all on which it hangs is as it was."""
        try:
            kept = json.loads(self._path.read_bytes()) if is_private(self._folder) else {}
            folders = [Path(folder) for folder in kept["folders"]]
            memo = Memo(Path(kept["beside"]), kept["question"], folders)
            whole = memo.recall() is not None and memo.digest == kept["memo"]
            return Told(str(kept["text"]), int(kept["code"])) if whole else None
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None

    def keep(self, memo: Memo, told: Told) -> None:
        """Where `memo` has kept its answer, and the answer may be shown to whoever looks."""
        if not memo.digest or memo.beside.absolute().parent != self._folder.parent:
            return
        kept: dict[str, object] = {
            "beside": str(memo.beside),
            "question": [*map(str, memo.question)],
            "folders": [*map(str, memo.folders)],
            "memo": memo.digest,
            **told._asdict(),
        }
        with suppress(OSError):
            write_anew(self._path, json.dumps(kept).encode("utf-8", "surrogatepass"))
            before = self._path.stat().st_mtime - _DAY
            for other in self._folder.glob("*.said"):
                if other.lstat().st_mtime < before:
                    other.unlink()
