"""A build that fails or is killed leaves every old package whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from kandil.package.artefact import Artefact, File
from kandil.package.tree import NEW, OLD, Staging, mend

PLACE = "preview/site/tin"


def loose(word: str, name: str = "en") -> Artefact:
    return Artefact(name, lambda: iter([File("index.html", word.encode())]), archive=False)


def zipped(word: str) -> Artefact:
    return Artefact("tin-en.zip", lambda: iter([File("index.html", word.encode())]), archive=True)


def build(dist: Path, word: str, *places: str) -> None:
    with Staging(dist) as run:
        for place in places or (PLACE,):
            run.write(place, [loose(word), zipped(word)])
        run.exchange()


def everything(dist: Path) -> dict[str, bytes]:
    files = (path for path in dist.rglob("*") if path.is_file())
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in files}


def test_a_course_is_there_only_after_the_exchange(tmp_path: Path) -> None:
    with Staging(tmp_path) as run:
        staged = run.write(PLACE, [loose("new"), zipped("new")])
        assert (staged / "en/index.html").read_text() == "new"
        assert staged.parent == tmp_path / "preview/site"
        assert not (tmp_path / PLACE).exists()
        run.exchange()
    assert sorted(everything(tmp_path)) == [
        f"{PLACE}/SHA256SUMS",
        f"{PLACE}/en/index.html",
        f"{PLACE}/tin-en.zip",
    ]


def test_several_editions_share_one_tree_and_one_list_of_checksums(tmp_path: Path) -> None:
    with Staging(tmp_path) as run:
        run.write(PLACE, [loose("a", "en")])
        run.write(PLACE, [loose("b", "ka"), loose("c", "")])
        run.exchange()
    listing = (tmp_path / PLACE / "SHA256SUMS").read_text().split()
    assert listing[1::2] == ["en/index.html", "index.html", "ka/index.html"]
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path / PLACE)
    assert done.returncode == 0


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    build(tmp_path, "same")
    before = everything(tmp_path)
    build(tmp_path, "same")
    assert everything(tmp_path) == before


def test_an_error_half_way_changes_nothing(tmp_path: Path) -> None:
    build(tmp_path, "old")
    before = everything(tmp_path)

    def broken() -> Iterator[Artefact]:
        yield loose("new")
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError), Staging(tmp_path) as run:
        run.write("preview/scorm12/tin", [zipped("new")])
        run.write(PLACE, broken())
        run.exchange()
    assert everything(tmp_path) == before


def test_leaving_without_an_exchange_changes_nothing(tmp_path: Path) -> None:
    build(tmp_path, "old")
    before = everything(tmp_path)
    with Staging(tmp_path) as run:
        run.write(PLACE, [loose("new")])
    assert everything(tmp_path) == before


def test_what_is_no_longer_built_is_gone(tmp_path: Path) -> None:
    build(tmp_path, "old")
    with Staging(tmp_path) as run:
        run.write(PLACE, [loose("new", "ka")])
        run.exchange()
    assert sorted(everything(tmp_path)) == [f"{PLACE}/SHA256SUMS", f"{PLACE}/ka/index.html"]


def test_a_second_rename_that_fails_brings_the_old_course_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, "old")
    before = everything(tmp_path)
    rename = Path.rename

    def locked(path: Path, target: Path) -> Path:
        if path.name.endswith(NEW):
            raise PermissionError("another program holds it")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(PermissionError), Staging(tmp_path) as run:
        run.write(PLACE, [loose("new")])
        run.exchange()
    assert everything(tmp_path) == before


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from kandil.package.artefact import Artefact, File
    from kandil.package.tree import Staging

    calls = 0
    rename = Path.rename
    def counted(path, target):
        global calls
        calls += 1
        if calls > int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return rename(path, target)
    Path.rename = counted
    with Staging(Path(sys.argv[1])) as run:
        for place in ("preview/scorm12/tin", "preview/site/tin"):
            files = lambda: iter([File("index.html", b"new")])
            run.write(place, [Artefact("en", files, archive=False)])
        run.exchange()
"""


@pytest.mark.parametrize("renames", range(4))
def test_a_run_killed_at_any_rename_is_mended_by_the_next(tmp_path: Path, renames: int) -> None:
    build(tmp_path, "old", "preview/scorm12/tin", PLACE)
    whole = everything(tmp_path)
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path), str(renames)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert done.returncode == -signal.SIGKILL
    with Staging(tmp_path):
        pass
    mended = everything(tmp_path)
    assert [name for name in mended if "/." in name] == []
    for place in ("preview/scorm12/tin", PLACE):
        content = mended[f"{place}/en/index.html"]
        if content == b"old":
            assert {name: mended[name] for name in mended if name.startswith(place)} == {
                name: whole[name] for name in whole if name.startswith(place)
            }
        else:
            assert content == b"new"


def test_a_run_killed_while_it_stages_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path, "old")
    before = everything(tmp_path)
    Staging(tmp_path).write(PLACE, [loose("new")])
    mend(tmp_path)
    assert everything(tmp_path) == before


def test_the_files_of_others_are_left_alone(tmp_path: Path) -> None:
    """`--out` may be any folder, somebody's home among them."""
    others = ["a/b/.env.old", "preview/site/.env.old", "preview/site/.cache.new/x"]
    others += [f"a/b/.siu{OLD}/x", f"a/b/.siu{NEW}/x", f"preview/site/.siu{NEW}"]
    others += [f"preview/.siu{NEW}/x", f"preview/site/{OLD}/x"]
    for name in others:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "release").mkdir()
    (tmp_path / f"release/site/.tin{NEW}").parent.mkdir()
    (tmp_path / f"release/site/.tin{NEW}").symlink_to(tmp_path / "a")
    before = everything(tmp_path)
    build(tmp_path, "new")
    after = everything(tmp_path)
    assert {name: after[name] for name in before} == before


def test_what_cannot_be_mended_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"preview/site/.tin{OLD}").mkdir(parents=True)

    def locked(path: Path, target: Path) -> Path:
        raise PermissionError("another program holds it")

    monkeypatch.setattr(Path, "rename", locked)
    mend(tmp_path)
    assert (tmp_path / f"preview/site/.tin{OLD}").exists()
    (tmp_path / "file").write_text("no folder")
    mend(tmp_path / "file")
