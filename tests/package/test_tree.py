"""A build that fails or is killed leaves every old package whole."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kandil.package.artefact import Artefact, File
from kandil.package.exchange import NEW, NOTE, OLD, heal, mend
from kandil.package.lock import NAME, BusyError, locked
from kandil.package.tree import Staging, TakenError

PLACE = "preview/site/tin"


def loose(word: str, name: str = "en") -> Artefact:
    return Artefact(name, lambda: iter([File("index.html", word.encode())]), "folder")


def zipped(word: str) -> Artefact:
    return Artefact("tin-en.zip", lambda: iter([File("index.html", word.encode())]), "archive")


def build(dist: Path, word: str, *places: str) -> None:
    with Staging(dist) as run:
        for place in places or (PLACE,):
            run.write(place, [loose(word), zipped(word)], "x")
        run.exchange()


def everything(dist: Path) -> dict[str, bytes]:
    files = (path for path in dist.rglob("*") if path.is_file())
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in files}


def test_a_course_is_there_only_after_the_exchange(tmp_path: Path) -> None:
    with Staging(tmp_path) as run:
        staged = run.write(PLACE, [loose("new"), zipped("new")], "x")
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
        run.write(PLACE, [loose("a", "en")], "x")
        run.write(PLACE, [loose("b", "ka"), loose("c", "")], "x")
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
        run.write("preview/scorm12/tin", [zipped("new")], "x")
        run.write(PLACE, broken(), "x")
        run.exchange()
    assert everything(tmp_path) == before


def test_leaving_without_an_exchange_changes_nothing(tmp_path: Path) -> None:
    build(tmp_path, "old")
    before = everything(tmp_path)
    with Staging(tmp_path) as run:
        run.write(PLACE, [loose("new")], "x")
    assert everything(tmp_path) == before


def test_what_is_no_longer_built_is_gone(tmp_path: Path) -> None:
    build(tmp_path, "old")
    with Staging(tmp_path) as run:
        run.write(PLACE, [loose("new", "ka")], "x")
        run.exchange()
    assert sorted(everything(tmp_path)) == [f"{PLACE}/SHA256SUMS", f"{PLACE}/ka/index.html"]


def test_a_rename_that_fails_brings_every_old_course_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = ("preview/scorm12/tin", PLACE)
    build(tmp_path, "old", *both)
    before = everything(tmp_path)
    rename = Path.rename

    def locked(path: Path, target: Path) -> Path:
        if NEW in path.name and "scorm12" not in path.parts:
            raise PermissionError("another program holds it")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(PermissionError), Staging(tmp_path) as run:
        for place in both:
            run.write(place, [loose("new")], "x")
        run.exchange()
    assert everything(tmp_path) == before


BOTH = ("preview/scorm12/tin", PLACE)
STEPS = ("open", "mkdir", "rename", "replace", "unlink", "exists", "is_dir", "write_bytes")


def _counted(fatal: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes of each call to the file system one that kills its process where it is the `fatal`."""
    calls = itertools.count(1)

    def wrap(act: Callable[..., Any]) -> Callable[..., Any]:
        def act_or_die(*words: Any, **names: Any) -> Any:
            if next(calls) == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*words, **names)

        return act_or_die

    return wrap


def killed(dist: Path, step: int) -> bool:
    """A process of its own builds over both packages and dies before that step, by kill -9."""
    child = os.fork()
    if not child:
        counted = _counted(step)
        for name in STEPS:
            setattr(Path, name, counted(getattr(Path, name)))
        shutil.rmtree = counted(shutil.rmtree)
        os.fsync = counted(os.fsync)
        with Staging(dist) as run:
            for place in BOTH:
                run.write(place, [loose("new")], "x")
            run.exchange()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def words(dist: Path) -> list[bytes]:
    """What the packages say; a mixture is what must never be."""
    return [(dist / place / "en/index.html").read_bytes() for place in BOTH]


def test_a_run_killed_at_any_step_is_all_old_or_all_new(tmp_path: Path) -> None:
    """Some 50 moments, most of them in the exchange. `heal` is what `kandil verify` begins with."""
    came, noted = [], 0
    for step in itertools.count(1):
        dist = tmp_path / str(step)
        build(dist, "old", *BOTH)
        before = everything(dist)
        if not killed(dist, step):
            break
        noted += (dist / NOTE).exists()
        heal(dist / PLACE / "tin-en.zip")
        assert words(dist) in ([b"old"] * 2, [b"new"] * 2)
        came.append(words(dist)[0])
        with Staging(dist):
            pass
        mended = everything(dist)
        assert [name for name in mended if "/." in f"/{name}"] == []
        assert words(dist)[0] == came[-1]
        if came[-1] == b"old":
            assert mended == before
    assert came == sorted(came, reverse=True)
    assert len(came) > 30
    assert 8 < noted < came.count(b"new")


def test_a_run_killed_while_it_stages_is_cleared_away(tmp_path: Path) -> None:
    build(tmp_path, "old")
    before = everything(tmp_path)
    staged = Staging(tmp_path).write(PLACE, [loose("new")], "x")
    assert (staged / "en/index.html").exists()
    mend(tmp_path)
    assert everything(tmp_path) == before


def test_the_files_of_others_are_left_alone(tmp_path: Path) -> None:
    """`--out` may be any folder, somebody's home among them."""
    others = ["a/b/.env.old", "preview/site/.env.old", "preview/site/.cache.new/x"]
    others += [f"a/b/.siu{OLD}-1/x", f"a/b/.siu{NEW}-1/x", f"preview/site/.siu{NEW}-1"]
    others += [f"preview/.siu{NEW}-1/x", f"preview/site/{OLD}-1/x"]
    for name in others:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "release").mkdir()
    (tmp_path / f"release/site/.tin{NEW}-1").parent.mkdir()
    (tmp_path / f"release/site/.tin{NEW}-1").symlink_to(tmp_path / "a")
    before = everything(tmp_path)
    build(tmp_path, "new")
    after = everything(tmp_path)
    assert {name: after[name] for name in before} == before


def test_what_cannot_be_mended_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"preview/site/.tin{OLD}-1").mkdir(parents=True)

    def locked(path: Path, target: Path) -> Path:
        raise PermissionError("another program holds it")

    monkeypatch.setattr(Path, "rename", locked)
    mend(tmp_path)
    assert (tmp_path / f"preview/site/.tin{OLD}-1").exists()
    (tmp_path / "file").write_text("no folder")
    mend(tmp_path / "file")


def test_a_second_run_is_told_that_the_first_is_at_work(tmp_path: Path) -> None:
    with Staging(tmp_path) as first:
        staged = first.write(PLACE, [loose("first")], "x")
        with pytest.raises(BusyError), Staging(tmp_path):
            pass
        assert (staged / "en/index.html").read_text() == "first"
        first.exchange()
    assert (tmp_path / PLACE / "en/index.html").read_text() == "first"
    with Staging(tmp_path):
        pass
    assert not (tmp_path / NAME).exists()


HOLDING = """
    import sys, time
    from pathlib import Path
    from kandil.package.lock import locked
    with locked(Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(600)
"""


def test_the_lock_of_a_killed_run_holds_nobody(tmp_path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(HOLDING), str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError), locked(tmp_path):
            pass
        holder.kill()
    assert (tmp_path / NAME).exists()
    with locked(tmp_path):
        pass


def test_of_many_who_come_at_once_one_holds_it(tmp_path: Path) -> None:
    """Each adds one to a number; a lock that two hold loses some."""
    count = """
        import sys
        from pathlib import Path
        from kandil.package.lock import BusyError, locked
        number, done = Path(sys.argv[1]) / "number", 0
        while done < 40:
            try:
                with locked(Path(sys.argv[1])):
                    number.write_text(str(int(number.read_text()) + 1))
                    done += 1
            except BusyError:
                pass
    """
    (tmp_path / "number").write_text("0")
    command = [sys.executable, "-c", textwrap.dedent(count), str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = [subprocess.Popen(command, env=env) for _ in range(3)]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert (tmp_path / "number").read_text() == "120"


def test_a_folder_that_was_made_for_nothing_goes_again(tmp_path: Path) -> None:
    dist = tmp_path / "build/dist"
    with Staging(dist) as run:
        run.write(PLACE, [loose("new")], "x")
        run.drop(PLACE)
    assert [*tmp_path.iterdir()] == []
    dist.mkdir(parents=True)
    with Staging(dist):
        pass
    assert [*dist.iterdir()] == []


def test_who_comes_when_the_folder_goes_makes_it_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mkdir, gone = Path.mkdir, iter([True])

    def made(path: Path, *words: Any, **names: Any) -> None:
        mkdir(path, *words, **names)
        if next(gone, False):
            path.rmdir()

    monkeypatch.setattr(Path, "mkdir", made)
    with locked(tmp_path / "dist"):
        assert (tmp_path / "dist" / NAME).exists()


WAY = ["preview", "preview/site", PLACE]


def laid(place: Path, kind: str, elsewhere: Path) -> None:
    elsewhere.mkdir(exist_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    if kind == "file":
        place.write_text("mine")
    else:
        place.symlink_to(elsewhere if kind == "link" else elsewhere / "none")


@pytest.mark.parametrize("kind", ["link", "link to nothing", "file"])
@pytest.mark.parametrize("place", WAY)
def test_a_link_or_a_file_on_the_way_to_a_package_is_refused(
    tmp_path: Path, place: str, kind: str
) -> None:
    dist, elsewhere = tmp_path / "dist", tmp_path / "elsewhere"
    laid(dist / place, kind, elsewhere)
    with pytest.raises(TakenError, match=f"{place}$"), Staging(dist) as run:
        run.write(PLACE, [loose("new")], "x")
    assert [*elsewhere.iterdir()] == []


@pytest.mark.parametrize("place", WAY[:2])
def test_nothing_is_mended_behind_a_link(tmp_path: Path, place: str) -> None:
    """Neither what killed runs left there, nor what a note says."""
    dist, elsewhere = tmp_path / "dist", tmp_path / "elsewhere"
    laid(dist / place, "link", elsewhere)
    home = (dist / PLACE).parent
    for name in (f".tin{NEW}-1", f".tin{OLD}-1", f".tin{NEW}-2", "tin"):
        (home / name).mkdir(parents=True)
        (home / name / "a").write_text(name)
    before = everything(elsewhere)
    mend(dist)
    (dist / NOTE).write_text(f"2\n{PLACE}\n")
    mend(dist)
    assert everything(elsewhere) == before


def test_the_folder_that_was_asked_for_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "dist").symlink_to(tmp_path / "stick")
    build(tmp_path / "dist", "new")
    assert (tmp_path / "stick" / PLACE / "en/index.html").read_text() == "new"


@pytest.mark.parametrize(
    "note",
    [
        "abc\n../../x\n",
        "abc\n/etc/x/y\n",
        "abc\npreview/site\n",
        "../a\npreview/site/tin\n",
        "",
        "\0",
    ],
)
def test_a_note_that_no_run_wrote_moves_nothing(tmp_path: Path, note: str) -> None:
    build(tmp_path, "old")
    before = everything(tmp_path)
    (tmp_path / NOTE).write_text(note)
    mend(tmp_path)
    assert everything(tmp_path) == {**before, NOTE: note.encode()}


def test_a_full_disk_names_the_folder(tmp_path: Path) -> None:
    def full() -> Iterator[Artefact]:
        yield loose("new")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space") as found, Staging(tmp_path) as run:
        run.write(PLACE, full(), "x")
    assert found.value.filename == tmp_path.as_posix()
