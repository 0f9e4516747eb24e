"""Whatever is handed to `verify`, it answers with problems, never with a crash."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from examples import some
from hypothesis import given
from hypothesis import strategies as st
from kandil.build.verify import verify_package
from kandil.commands.report import as_text
from kandil.exporters import find_exporters
from kandil.package.archive import write_archive
from kandil.package.artefact import Artefact, File
from kandil.package.tree import Staging
from standin import StandInPages, edition

WORDS = [
    b"",
    b"\xff",
    b"<",
    b">",
    b'"',
    b"{",
    b"]]",
    b"null",
    b'<a href="',
    b"url(",
    b"//x",
    b"&#0;",
]
"""What somebody may write into a file."""


def made(form: str) -> Artefact:
    """The last artefact of a format."""
    exporter, whole = find_exporters()[form], edition()
    *_, artefact = exporter.artefacts([whole], StandInPages, exporter.options(whole.course))
    return artefact


SINGLE = [form for form in sorted(find_exporters()) if made(form).shape == "file"]
ZIPPED = [form for form in sorted(find_exporters()) if form not in SINGLE]
"""Of the others, a zip is looked at."""


@pytest.fixture(scope="module", params=ZIPPED)
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole zip of each format that has one."""
    target = tmp_path_factory.mktemp(request.param) / "package.zip"
    write_archive(target, made(request.param).files())
    assert verify_package(target) == []
    return target


@pytest.fixture(scope="module", params=SINGLE)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is a package by itself, beside the list that says of which format."""
    folder, artefact = tmp_path_factory.mktemp(request.param), made(request.param)
    with Staging(folder) as run:
        run.write("preview/x/tin", [artefact], request.param)
        run.exchange()
    target = folder / "preview/x/tin" / artefact.name
    assert verify_package(target) == []
    return target


def test_no_bytes_of_a_damaged_zip_are_printed(package: Path) -> None:
    other = package.with_name("torn.zip")
    other.write_bytes(package.read_bytes()[:-20])
    [problem] = verify_package(other)
    head, hint = as_text(problem).split("\n")
    assert head.startswith(f"{other}:1:1: V007 cannot be read: ")
    assert hint.startswith("    hint: ")


@some(60)
@given(at=st.integers(0, 10**6), words=st.sampled_from(WORDS), cut=st.booleans())
def test_a_file_that_is_not_what_its_list_says(
    file: Path, at: int, words: bytes, cut: bool
) -> None:
    whole = file.read_bytes()
    at %= len(whole)
    other = whole[:at] + words + (b"" if cut else whole[at + len(words) :])
    try:
        file.write_bytes(other)
        codes = {one.code for one in verify_package(file)}
    finally:
        file.write_bytes(whole)
    # A form is a zip: one that two programs would unpack in two ways is not opened at all.
    assert other == whole or codes & {"V005", "V007", "V040"}


@some(60)
@given(at=st.integers(0, 10**6), value=st.integers(0, 255), cut=st.booleans())
def test_a_byte_that_changed_or_an_end_that_is_missing(
    package: Path, at: int, value: int, cut: bool
) -> None:
    content = bytearray(package.read_bytes())
    at %= len(content)
    if cut:
        del content[at:]
    else:
        content[at] = value
    other = package.with_name("damaged.zip")
    other.write_bytes(content)
    verify_package(other)


@some(60)
@given(
    number=st.integers(0, 99),
    at=st.integers(0, 10**6),
    words=st.sampled_from(WORDS),
)
def test_any_file_that_somebody_rewrote(package: Path, number: int, at: int, words: bytes) -> None:
    with ZipFile(package) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "SHA256SUMS"}
    name = sorted(files)[number % len(files)]
    at %= len(files[name]) + 1
    files[name] = files[name][:at] + words + files[name][at + len(words) :]
    other = package.with_name("rewritten.zip")
    write_archive(other, [File(path, content) for path, content in files.items()])
    verify_package(other)
