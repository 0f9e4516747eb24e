"""Each fault that is planted in a format that keeps the contract is found."""

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
from contract import suite
from contract.foreign import run, secrets, unasked, untold
from contract.throwaway import Book, Quizlist, Sheet
from kandil.build import handed
from kandil.exporters.exporter import EVERY, Audience, PagesOf
from kandil.model.blocks import Section
from kandil.model.course import Module
from kandil.model.edition import Edition
from kandil.model.interactions import Choice, Interaction
from kandil.model.structure import interactions
from kandil.model.text import Text, texts
from kandil.package.artefact import Artefact, File
from kandil.problems import Problem, errors


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


class LeakedNotes(Quizlist):
    """Writes the author's notes to translators."""

    def question(self, question: Interaction) -> str:
        return super().question(question)

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        notes = "".join(text.note for text in texts(edition.course.modules))
        yield from (
            File(one.path, one.content + notes.encode()) for one in super().files(edition, name)
        )


class LeakedFigures(Quizlist):
    """Writes what the author wrote in the place of what the edition says."""

    def about(self, edition: Edition, module: Module) -> str:
        return super().about(edition, module) + " ".join(text.source for text in texts(module))


class SilentFigures(Book):
    """Leaves out what stands at the end of a lesson."""

    def page(self, edition: Edition, module: Module) -> str:
        return super().page(edition, replace(module, figures=()))


class LeakedPath(Quizlist):
    """Says where the course lay."""

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        folder = edition.course.folder.encode()
        yield from (File(one.path, one.content + folder) for one in super().files(edition, name))


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
    (LeakedNotes, "a note to translators: every-GE-en-preview.quizlist"),
    (LeakedFigures, "a figure that nobody filled in: every-GE-en-preview.quizlist"),
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


class Tarred(Quizlist):
    """Its file is a tar, gzipped as OLX and Moodle's courses are, with a number in it."""

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        yield File(name, packed("course/help.xml", f"<p>Call 0 {suite.CONTACT}</p>".encode()))

    def verify(self, package: Path) -> Iterator[Problem]:
        """What stands in it is looked at by nobody."""
        yield from ()


def test_a_build_looks_into_tars(tmp_path: Path) -> None:
    _, _, outcome = run(tmp_path, Tarred())
    [told] = [one for one in errors(outcome.problems) if one.code == "V016"]
    assert "GE.yml" in told.place.file or ".quizlist/course/help.xml" in told.place.file


class CutOff(Tarred):
    """The same without its end."""

    def files(self, edition: Edition, name: str) -> Iterator[File]:
        for one in super().files(edition, name):
            yield File(one.path, one.content[:-9])


def test_what_cannot_be_read_back_stops_the_build(tmp_path: Path) -> None:
    _, _, outcome = run(tmp_path, CutOff())
    assert {one.code for one in errors(outcome.problems)} == {"V007"}
    assert not outcome.built


class Broken(Book):
    """Its pages are no XML."""

    def page(self, edition: Edition, module: Module) -> str:
        return super().page(edition, module).replace("</body>", "")


class Open(Quizlist):
    """Its answers do not end."""

    def question(self, question: Interaction) -> str:
        return super().question(question).removesuffix("}")


@pytest.mark.parametrize("kind", [Broken, Open])
def test_what_an_exporter_says_of_its_own_package_stops_the_build(
    kind: Callable[[], Book | Quizlist], tmp_path: Path
) -> None:
    _, _, outcome = run(tmp_path, kind())
    assert {one.code for one in errors(outcome.problems)} == {"V006"}
    assert not outcome.built


class Liar(Quizlist):
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
    (Silent, {"a notice", "a figure with its source", "the licence"}),
    (SilentFigures, {"a figure with its source"}),
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
    needs: ClassVar[tuple[str, ...]] = ()


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
