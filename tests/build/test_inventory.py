"""Which files have changed since somebody looked."""

from __future__ import annotations

from pathlib import Path

import pytest
from kandil.build import inventory
from kandil.build.inventory import take

LATER = 2**62
"""Long after all files were written (nanoseconds)."""


def test_what_has_not_changed_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    old = take([tmp_path], now=LATER)
    read: list[str] = []
    (tmp_path / "b").write_text("other")
    (tmp_path / "c").write_text("new")
    digest = inventory._digest

    def reading(path: str) -> str:
        read.append(path)
        return digest(path)

    monkeypatch.setattr(inventory, "_digest", reading)
    new = old.anew([tmp_path], frozenset(), LATER)
    assert sorted(read) == [f"{tmp_path}/{name}" for name in ("b", "c")]
    assert new.digests == take([tmp_path]).digests != old.digests


def test_what_was_written_just_before_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    at = (tmp_path / "a").stat().st_mtime_ns
    old = take([tmp_path], now=at)
    (tmp_path / "a").write_text("two")
    forged = inventory.Inventory(take([tmp_path]).states, old.digests, at)
    assert forged.anew([tmp_path], frozenset(), at).digests == take([tmp_path]).digests


def test_a_sum_that_is_known_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    path = f"{tmp_path}/a"
    assert take([tmp_path], known={path: "known"}).digests == {path: "known"}
