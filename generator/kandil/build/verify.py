"""Every folder, file and archive that was built is looked at by the exporter that made it.

A build looks at what its exporters yielded, `kandil verify` at what it finds on a disk: both by
`_look`, so that what a package is called decides nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

from kandil.exporters import find_exporters
from kandil.exporters.exporter import Format
from kandil.package.artefact import Artefact
from kandil.package.checksums import NAME as CHECKSUMS
from kandil.package.record import NAME as RECORD
from kandil.problems import Place, Problem
from kandil.values import dataclass
from kandil.verify.budget import check_budget
from kandil.verify.checksums import check_checksums, check_one
from kandil.verify.contents import (
    BESIDE,
    Contents,
    UnreadableError,
    formats_beside,
    read_contents,
)
from kandil.verify.entries import is_archive
from kandil.verify.hosted import check_hosted, is_for_trainers, is_hosted, is_root, present
from kandil.verify.numbers import Numbers
from kandil.verify.shown import Shown

Known: TypeAlias = dict[str, Format]
_HINT = "Give a folder or a package that Kandil built; copy it again if it is damaged."


@dataclass(frozen=True, slots=True)
class Package:
    """A folder, a file or an archive that can be looked at by itself."""

    path: Path
    label: str
    """What places begin with: its path, or for a single file that of its folder."""
    formats: tuple[str, ...] | None = None
    """Exporters that are to look at it; None: as its own record says."""
    sums: Literal["inside", "beside", "seen"] = "inside"
    """Where its checksums lie; `seen`: in the list of its folder, which is looked at anyway."""

    def within(self, file: str) -> str:
        """The place of a file in it."""
        return f"{self.label}/{file}" if self.label else file


def yielded(folder: Path, label: str, made: Iterable[tuple[str, Artefact]]) -> Iterator[Package]:
    """What exporters put into a course's folder: (format, artefact). The loose folders of a format
    are one package, for their pages link to each other."""
    pairs = list(made)
    loose = (form for form, artefact in pairs if artefact.shape == "folder")
    yield Package(folder, label, tuple(dict.fromkeys(loose)))
    for form, artefact in pairs:
        if artefact.shape != "folder":
            path = folder / artefact.name
            above = label if artefact.shape == "file" else f"{label}/{artefact.name}"
            yield Package(path, above, (form,), "inside" if artefact.speaks else "seen")


@contextmanager
def kept_open(
    packages: Iterable[Package], known: Mapping[Path, Mapping[str, bytes]]
) -> Iterator[None]:
    """Each is opened once for all that is asked of it meanwhile; one that cannot be is left to
    those who ask. `known`: what was read of some of them already, as `read_contents` takes it."""
    with ExitStack() as stack:
        for one in packages:
            with suppress(UnreadableError):
                stack.enter_context(read_contents(one.path, known.get(one.path, {})))
        yield


def verify_made(packages: Iterable[Package]) -> list[Problem]:
    """Every problem of what a build has made, with advice on its weight."""
    known = find_exporters()
    return [problem for one in packages for problem in _look(one, known, weigh=True)]


def shown_in(packages: Iterable[Package], digits: bool = False) -> Iterator[Shown]:
    """What packages show to a person; files bear their whole path."""
    known = find_exporters()
    for package in packages:
        formats = package.formats
        if formats is None:
            with read_contents(package.path) as contents:
                formats = _formats(package, contents)
        for form in formats:
            for one in known[form].shown(package.path, digits):
                yield one._replace(file=package.within(one.file))


def numbers_in(packages: Iterable[Package], numbers: Numbers) -> Iterator[Problem]:
    """Every number to call that packages show and nobody verified; one that hides what it shows is
    a problem too."""
    for package in packages:
        try:
            yield from numbers.check(shown_in([package], digits=True))
        except UnreadableError as error:
            yield _unreadable(package.label, error)


def verify_package(path: Path, shown: str = "") -> list[Problem]:
    """Every problem of the package at `path`, or of all packages in that folder.

    `shown` is what places begin with; as it stands, the path that the user gave.
    """
    label, known = shown or path.as_posix(), find_exporters()
    try:
        packages = list(packages_at(path, label))
    except UnreadableError as error:
        return [_unreadable(label, error)]
    hosted = is_hosted(path)
    if not packages and not hosted:
        hint = "Give a folder of 'dist/', or a package."
        return [Problem("V007", Place(label), "holds no package", hint)]
    found = [problem for one in packages for problem in _look(one, known)]
    if not hosted:
        return found
    sums = [*_within(label, check_hosted(path))]
    told = {(one.code, one.place) for one in sums}
    return sums + [one for one in found if (one.code, one.place) not in told]


def packages_at(path: Path, label: str) -> Iterator[Package]:
    """A package, and those inside it; or all in a folder of packages. Raises `UnreadableError`."""
    if not path.is_dir():
        yield _alone(path, label)
    elif _is_package(path):
        yield Package(path, label)
        yield from _inside(path, label)
    else:
        for sub in _beneath(path):
            yield from packages_at(sub, f"{label}/{sub.name}")


def _is_package(folder: Path) -> bool:
    """Whether it has a list of sums of its own, or pages or a record that should stand in one."""
    if is_hosted(folder) or is_for_trainers(folder):
        return False
    files = [one.name for one in folder.iterdir() if one.is_file()]
    return any(name in (CHECKSUMS, RECORD, BESIDE) or name.endswith(".html") for name in files)


def _beneath(folder: Path) -> list[Path]:
    """What may be packages; the portal of a hosted folder is none, and its sums tell of it."""
    passed = "portal" if is_root(folder) else ""
    subs = (one for one in sorted(folder.iterdir()) if one.name[0] != "." and one.name != passed)
    return [sub for sub in subs if sub.is_dir() or (sub.is_file() and is_archive(sub))]


def _inside(folder: Path, label: str) -> Iterator[Package]:
    """The packages in a course's folder; of one that cannot be read, its own look tells."""
    beside = formats_beside(folder)
    with suppress(UnreadableError), read_contents(folder) as contents:
        for name in sorted(contents.apart & {*contents.names}):
            above = f"{label}/{name}" if is_archive(folder / name) else label
            form = (beside[name],) if name in beside else None
            yield Package(folder / name, above, form, "seen" if form else "inside")


def count_files(path: Path) -> int:
    """Of the package at `path`, or of all packages in that folder; raises `UnreadableError`."""
    if path.is_dir() and is_hosted(path):
        return sum(1 for _ in present(path))
    if path.is_dir() and not _is_package(path):
        return sum(map(count_files, _beneath(path)))
    with read_contents(path) as contents:
        return len(contents.names)


def _alone(path: Path, label: str) -> Package:
    """A file that somebody names: the list of its folder may know what it is."""
    form = formats_beside(path.parent).get(path.name)
    above = label.rpartition("/")[0]
    if path.is_file() and not is_archive(path):
        if form is None:
            raise UnreadableError("it is no archive, and no list beside it says what it is")
        return Package(path, above, (form,), "beside")
    return Package(path, label, (form,), "beside") if form else Package(path, label)


def _look(package: Package, known: Known, *, weigh: bool = False) -> Iterator[Problem]:
    """`weigh` adds advice on weight: for a build, since who holds a copy can do nothing about it
    (`rulings.md` 42)."""
    try:
        with read_contents(package.path) as contents:
            found = [*_sums(package, contents), *_by_format(package, contents, known)]
            light = weigh and not _for_paper(package, contents, known)
            found += check_budget(contents) if light else []
    except UnreadableError as error:
        yield _unreadable(package.label, error)
        return
    yield from _within(package.label, found)


def _within(label: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Their places begin with `label`."""
    for one in problems:
        file = f"{label}/{one.place.file}" if label else one.place.file
        yield replace(one, place=replace(one.place, file=file))


def _for_paper(package: Package, contents: Contents, known: Known) -> bool:
    """What facilitators print no phone loads."""
    forms = [known[form] for form in _formats(package, contents) if form in known]
    return bool(forms) and all(form.audience == "facilitator" for form in forms)


def _unreadable(label: str, error: UnreadableError) -> Problem:
    return Problem(error.code, Place(label), f"cannot be read: {error}", _HINT)


def _sums(package: Package, contents: Contents) -> Iterator[Problem]:
    """The list inside, or for a package without one its line in the list beside it."""
    if package.sums == "inside" or CHECKSUMS in contents:
        yield from check_checksums(contents)
    elif package.sums == "beside":
        yield from check_one(package.path)


def _by_format(package: Package, contents: Contents, known: Known) -> Iterator[Problem]:
    for form in _formats(package, contents):
        if form in known:
            yield from known[form].verify(package.path)
        else:
            message = f"'{RECORD}' does not say which format this is"
            hint = f"Known: {', '.join(sorted(known))}."
            yield Problem("V007", Place(RECORD), message, hint)


def _formats(package: Package, contents: Contents) -> tuple[str, ...]:
    """Names of formats, an empty one where a record should be and is not."""
    if package.formats is not None:
        return package.formats
    records = [name for name in contents.own if name.rpartition("/")[2] == RECORD]
    rest = {*contents.own} - {CHECKSUMS, BESIDE}
    if not records and package.path.is_dir() and not rest:
        # A folder that holds nothing but packages says no format of its own.
        return ()
    return tuple(dict.fromkeys(_format(contents, name) for name in records)) or ("",)


def _format(contents: Contents, name: str) -> str:
    try:
        facts = json.loads(contents.read(name))
    except ValueError:
        return ""
    return str(facts.get("format", "")) if isinstance(facts, dict) else ""
