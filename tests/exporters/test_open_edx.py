"""SCORM packages as Open edX reads them (`openedx-scorm-xblock`, run as a program)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from exporters.open_edx import open_edx
from kandil.exporters import find_exporters
from kandil.model.course import Course, FormatSetting
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from standin import HERE, StandInPages, course, edition, text

COURSE = "course"
VERSIONS = {"scorm12": "SCORM_12", "scorm2004": "SCORM_2004"}
FORMATS = {name: form for name, form in find_exporters().items() if name.startswith("scorm")}
ASKED = [(name, scos) for name in FORMATS for scos in FORMATS[name].settings.get("scos", (COURSE,))]
_SIGNS = re.compile(rb"lesson_status|progress_measure")
LAUNCHED = {COURSE: "start.html", "module": "start-tin-1.html"}


def package(folder: Path, form: str, scos: str, of: Course) -> Path:
    """As a build makes it of a course that asks for `scos`."""
    exporter = find_exporters()[form]
    asking = replace(of, settings=(FormatSetting(form, "scos", scos, HERE),))
    [artefact] = exporter.artefacts([edition(asking)], StandInPages, exporter.options(asking))
    write_archive(folder / artefact.name, artefact.files())
    return folder / artefact.name


@pytest.mark.parametrize(("form", "scos"), ASKED)
def test_it_knows_the_version_and_launches_the_page_that_is_meant(
    tmp_path: Path, form: str, scos: str
) -> None:
    read = open_edx(package(tmp_path, form, scos, course()))
    assert (read["version"], read["launches"]) == (VERSIONS[form], LAUNCHED[scos])
    assert read["warnings"] == []


@pytest.mark.parametrize("form", [form for form, scos in ASKED if scos == "module"])
def test_its_menu_has_the_discreet_titles(tmp_path: Path, form: str) -> None:
    made = package(tmp_path, form, "module", course(discreet_title=text("Everyday skills")))
    titles = re.findall(r"class='navigation-title[^']*'>([^<]*)", open_edx(made)["menu"])
    assert titles == ["Everyday skills", "Lesson tin-1", "Lesson tin-2"]


def test_a_package_that_names_no_completion_is_warned_of(tmp_path: Path) -> None:
    """So a package without a warning proves something."""
    with ZipFile(package(tmp_path, "scorm12", COURSE, course())) as whole:
        files = {name: _SIGNS.sub(b"state", whole.read(name)) for name in whole.namelist()}
    write_archive(tmp_path / "mute.zip", [File(*file) for file in files.items()])
    assert open_edx(tmp_path / "mute.zip")["warnings"] == ["no_completion_status"]
