"""A format is one file: two that nobody ships keep the contract, and each fault that is planted in
one of them is found."""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path
from typing import ClassVar
from zipfile import ZipFile

import pytest
from contract import suite, throwaway
from contract.throwaway import FOREIGN, Book, Gift, Sheet
from kandil.build import handed
from kandil.build.outcome import Outcome
from kandil.build.verify import packages_at, verify_package, yielded
from kandil.exporters import find_exporters
from kandil.exporters.exporter import EVERY, Audience, PagesOf
from kandil.model.blocks import Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import Choice, Interaction
from kandil.model.structure import interactions
from kandil.model.text import Text, texts
from kandil.package.artefact import Artefact, File
from kandil.problems import errors
from lxml import etree

Found = tuple[Path, Path, Outcome]


def run(folder: Path, *exporters: object) -> Found:
    """The course, its packages and what was said, built by these exporters of other people."""
    course = suite.write_course(folder / "course")
    with pytest.MonkeyPatch.context() as patch:
        found = {one.name: one for one in exporters}
        patch.setattr("kandil.build.pipeline.find_exporters", lambda: found)
        patch.setattr("kandil.build.verify.find_exporters", lambda: found)
        outcome = suite.built(course, folder / "dist")
    return course, folder / "dist", outcome


def secrets(found: Found, exporter: object) -> list[str]:
    course, dist, _ = found
    place = suite.place(dist, exporter, "every-GE")
    assert place.is_dir()
    return suite.secrets(place, exporter, (course, dist, suite.TESTS.parent))


def unasked(found: Found, exporter: object) -> list[str]:
    course, dist, outcome = found
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kandil.build.verify.find_exporters", lambda: {exporter.name: exporter})
        return suite.unasked(dist, course, exporter, outcome)


def untold(found: Found, exporter: object) -> list[str]:
    course, dist, _ = found
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kandil.build.verify.find_exporters", lambda: {exporter.name: exporter})
        return suite.untold(dist, course, exporter)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Found:
    own = find_exporters()
    return run(tmp_path_factory.mktemp("honest"), *own.values(), *FOREIGN.values())


ALL = {**find_exporters(), **FOREIGN}


@pytest.fixture(params=sorted(ALL))
def exporter(request: pytest.FixtureRequest) -> object:
    return ALL[request.param]


def test_they_are_found_by_their_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    points = throwaway.points("GIFT", "BOOK", "SHEET")
    monkeypatch.setattr("kandil.exporters.entry_points", lambda group: points)
    assert find_exporters()["gift"] is throwaway.GIFT
    assert set(FOREIGN) < set(find_exporters())


def test_nobody_gets_what_is_not_for_her(exporter: object, honest: Found) -> None:
    assert errors(honest[2].problems) == []
    assert secrets(honest, exporter) == []


def test_every_question_is_asked_or_reported(exporter: object, honest: Found) -> None:
    assert unasked(honest, exporter) == []


def test_every_learner_is_told_what_she_must_know(exporter: object, honest: Found) -> None:
    if exporter.audience == "learner":
        assert untold(honest, exporter) == []


def test_what_is_found_on_a_disk_is_what_was_yielded(exporter: object, honest: Found) -> None:
    course, dist, _ = honest
    before = suite.editions(course)
    ready, _ = handed.Handed(before).to(exporter)
    made = [*exporter.artefacts(ready, lambda edition: None, exporter.options(ready[0].course))]
    place = suite.place(dist, exporter, "every-GE")
    mine = [one.path for one in yielded(place, "x", ((exporter.name, one) for one in made))]
    assert sorted(one.path for one in packages_at(place, "x")) == sorted(mine)


def test_facilitators_files_lie_apart_from_what_is_hosted(honest: Found) -> None:
    _, dist, outcome = honest
    folders = sorted(path.name for path in (dist / "preview").iterdir())
    assert folders == ["book", "gift", "scorm12", "site", "trainers"]
    names = sorted(path.name for path in (dist / "preview/trainers/every-GE").iterdir())
    sheets = ["every-GE-en-XA-preview.sheet", "every-GE-en-preview.sheet"]
    assert names == ["SHA256SUMS", *sheets, "formats.json"]
    with ZipFile(dist / "preview/trainers/every-GE" / sheets[1]) as sheet:
        assert suite.TRAINER in sheet.read("text/every-1.xhtml").decode()
    [row] = [one for one in outcome.rows if one.format == "sheet" and one.locale == "en"]
    assert row.bytes == (dist / "preview/trainers/every-GE" / sheets[1]).stat().st_size


def test_pages_of_a_book_are_well_formed_and_its_first_member_is_stored(honest: Found) -> None:
    book = honest[1] / "preview/book/every-GE/every-GE-en-preview.book"
    assert book.read_bytes()[30:38] == b"mimetype"
    with ZipFile(book) as archive:
        assert "SHA256SUMS" not in archive.namelist()
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                etree.fromstring(archive.read(name))


def test_the_report_names_each_question_that_changed_once(honest: Found) -> None:
    told = [one for one in honest[2].problems if one.code == "V030"]
    assert len(told) == len(set(told))
    gift = {one.message.partition("this question ")[2] for one in told if "'gift'" in one.message}
    assert gift == {"as one to match", "printed, with its answers"}
    lines = {one.place.line for one in told if "'book'" in one.message}
    [lesson] = suite.editions(honest[0])[0].course.modules
    assert lines == {one.place.line for one in interactions(lesson.blocks)}


# Packages that somebody copies, damages or renames


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kandil.build.verify.find_exporters", lambda: ALL)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("name", ["gift", "book"])
def test_a_changed_file_of_any_suffix_is_found(
    name: str, honest: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = honest[1] / f"preview/{name}/every-GE/every-GE-en-preview.{name}"
    assert verify_package(package) == verify_package(package.parent) == []
    folder = tmp_path / "every-GE"
    folder.mkdir()
    for path in package.parent.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / package.name).write_bytes(package.read_bytes().replace(b"email", b"emall"))
    (folder / package.name).write_bytes((folder / package.name).read_bytes() + b" ")
    alone = [one.code for one in verify_package(folder / package.name)]
    assert alone and set(alone) <= {"V005", "V007", "V040"}
    monkeypatch.chdir(folder)
    here = {one.place.file.partition("/")[0] for one in verify_package(Path(package.name))}
    assert here == {package.name}
    whole = verify_package(folder)
    assert "V005" in {one.code for one in whole}
    assert {one.place.file for one in whole} == {(folder / package.name).as_posix()}


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("name", ["gift", "book"])
def test_a_file_without_its_folder_cannot_be_vouched_for(
    name: str, honest: Found, tmp_path: Path
) -> None:
    package = honest[1] / f"preview/{name}/every-GE/every-GE-en-preview.{name}"
    (tmp_path / package.name).write_bytes(package.read_bytes())
    assert "V007" in {one.code for one in verify_package(tmp_path / package.name)}


# Planted faults: each contract is broken by somebody, and it is seen


class LeakedSource(Book):
    """Packs the lesson's source into an archive inside its own: no suffix says that it is one."""

    def files(self, edition: Edition) -> Iterator[File]:
        yield from super().files(edition)
        inner = BytesIO()
        with ZipFile(inner, "w") as archive:
            for module in edition.course.modules:
                source = (Path(edition.course.folder) / module.file).read_bytes()
                archive.writestr("data", source)
        yield File("more.bin", inner.getvalue())


class LeakedNotes(Gift):
    """Writes the author's notes to translators."""

    def question(self, question: Interaction) -> str:
        return super().question(question)

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        notes = "".join(text.note for text in texts(edition.course.modules))
        yield from (
            replace(one, content=one.content + notes.encode())
            for one in super().files(edition, name)
        )


class LeakedPath(Gift):
    """Says where the course lay."""

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        folder = edition.course.folder.encode()
        yield from (
            replace(one, content=one.content + folder) for one in super().files(edition, name)
        )


class LeakedContact(Book):
    """Reads the territory itself."""

    def files(self, edition: Edition) -> Iterator[File]:
        yield from super().files(edition)
        place = Path(edition.course.folder) / "locales/territories/GE.yml"
        yield File("help.yml", place.read_bytes())


class PackedSource(Book):
    """The same in two of the other kind, with the suffix of a Moodle course."""

    def files(self, edition: Edition) -> Iterator[File]:
        yield from super().files(edition)
        [module] = edition.course.modules
        source = (Path(edition.course.folder) / module.file).read_bytes()
        yield File("more.mbz", packed("inner.bin", packed("data", source)))


def packed(name: str, content: bytes) -> bytes:
    file = BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, BytesIO(content))
    return file.getvalue()


LEAKS = [
    (PackedSource, "a trainer's word: every-GE-en-preview.book/more.mbz/inner.bin/data"),
    (LeakedSource, "a trainer's word: every-GE-en-preview.book/more.bin/data"),
    (LeakedSource, "a note to translators: every-GE-en-preview.book/more.bin/data"),
    (LeakedNotes, "a note to translators: every-GE-en-preview.gift"),
    (LeakedPath, "a path of the builder"),
    (LeakedContact, "an unverified contact: every-GE-en-preview.book/help.yml"),
]


@pytest.mark.parametrize(("kind", "told"), LEAKS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_leak_is_found_in_whatever_archive(
    kind: Callable[[], object], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A build refuses a number that nobody verified by itself; here it is the suite that is tested.
    monkeypatch.setattr("kandil.verify.numbers.Numbers.check", lambda self, shown: iter(()))
    leaky = kind()
    assert any(one.startswith(told) for one in secrets(run(tmp_path, leaky), leaky))


def test_a_build_refuses_a_number_that_nobody_verified_in_any_file(tmp_path: Path) -> None:
    _, dist, outcome = run(tmp_path, LeakedContact())
    assert "V016" in {one.code for one in errors(outcome.problems)}
    assert not outcome.built and not [*dist.rglob("*.book")]


class NestedContact(Book):
    """The same in an archive inside the archive."""

    def files(self, edition: Edition) -> Iterator[File]:
        yield from super().files(edition)
        inner = BytesIO()
        with ZipFile(inner, "w") as archive:
            archive.writestr("a.txt", f"Call 0 {suite.CONTACT}")
        yield File("more.h5p", inner.getvalue())


def test_a_build_looks_into_archives_inside_archives(tmp_path: Path) -> None:
    _, _, outcome = run(tmp_path, NestedContact())
    [told] = [one for one in errors(outcome.problems) if one.code == "V016"]
    assert "GE.yml" in told.place.file or "more.h5p/a.txt" in told.place.file


class Broken(Book):
    """Its pages are no XML."""

    def page(self, edition: Edition, module: Module) -> str:
        return super().page(edition, module).replace("</body>", "")


class Open(Gift):
    """Its answers do not end."""

    def question(self, question: Interaction) -> str:
        return super().question(question).removesuffix("}")


@pytest.mark.parametrize("kind", [Broken, Open])
def test_what_an_exporter_says_of_its_own_package_stops_the_build(
    kind: Callable[[], Book | Gift], tmp_path: Path
) -> None:
    _, _, outcome = run(tmp_path, kind())
    assert {one.code for one in errors(outcome.problems)} == {"V006"}
    assert not outcome.built


class Liar(Gift):
    """Says that it can ask everything, and writes what it knows."""

    supports: ClassVar[frozenset[type[Interaction]]] = EVERY

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        asked = (one for module in edition.course.modules for one in interactions(module.blocks))
        known = [self.question(one) for one in asked if isinstance(one, Choice)]
        yield File(name, "\n\n".join(known).encode())


def test_who_lies_about_what_she_supports_is_caught(tmp_path: Path) -> None:
    liar = Liar()
    lost = unasked(run(tmp_path, liar), liar)
    assert {one.split()[1] for one in lost} == {
        *("words", "end-a-call", "map", "first-account", "count", "steps", "meanings", "where"),
        *("pin", "sure"),
    }


def test_a_change_that_nobody_reports_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Book()
    found = run(tmp_path, honest)
    found[2].problems[:] = [one for one in found[2].problems if one.code != "V030"]
    assert len(unasked(found, honest)) > 10


class Silent(Book):
    """Writes the words of a lesson as they stand in the model, and none beside."""

    def page(self, edition: Edition, module: Module) -> str:
        words = "".join(f"<p>{escape(one.plain)}</p>" for one in self.words(module))
        return f"<html><body>{words}</body></html>"


class Helpless(Book):
    """Leaves out the fixed parts of a lesson, and with them where help is."""

    def words(self, module: Module) -> Iterator[Text]:
        return texts((module.title, *(one for one in module.blocks if type(one) is not Section)))


SILENCES = [
    (Silent, {"a notice", "the licence"}),
    (Helpless, {"help", *(f"the title of '{one}'" for one in ("before", "ideas", "do"))}),
]


@pytest.mark.parametrize(("kind", "what"), SILENCES, ids=lambda one: getattr(one, "__name__", ""))
def test_a_format_that_keeps_from_learners_what_they_must_know_is_caught(
    kind: Callable[[], Book], what: set[str], tmp_path: Path
) -> None:
    silent = kind()
    told = untold(run(tmp_path, silent), silent)
    ends = {one.partition(": ")[2] for one in told}
    assert ends == {*suite.LOCALES}
    assert {one.partition(": ")[0] for one in told} >= what


class Curious(Sheet):
    """Writes the trainer's words, and says that it is for learners."""

    name: ClassVar[str] = "curious"
    audience: ClassVar[Audience] = "learner"
    framing: ClassVar[bool] = False


def test_the_pipeline_takes_the_trainers_words_away_and_without_that_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    curious = Curious()
    assert secrets(run(tmp_path / "one", curious), curious) == []
    monkeypatch.setattr(handed, "selected", lambda edition, audience: edition)
    told = secrets(run(tmp_path / "two", curious), curious)
    assert [one.partition(":")[0] for one in told] == ["a trainer's word"] * len(told) and told


class Late(Book):
    """Its first member comes later."""

    def artefacts(
        self, editions: Sequence[Edition], pages: PagesOf, options: None
    ) -> Iterator[Artefact]:
        for one in super().artefacts(editions, pages, options):
            yield replace(one, files=lambda one=one: iter([*one.files()][::-1]))


def test_a_first_member_that_comes_later_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="first member"):
        run(tmp_path, Late())
