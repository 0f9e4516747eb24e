"""Whether a backup agrees with itself. A restore that succeeds proves little: it passes over a
module or a type of question that it does not know, and takes a slot that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kandil.exporters._mbz.bank_parts import bank, check_bank
from kandil.exporters._mbz.check_files import check_files
from kandil.exporters._mbz.check_quiz import check_quiz
from kandil.exporters._mbz.course_files import BACKUP
from kandil.exporters._mbz.parts import NEEDED, OF_ACTIVITY, ActivityPart, Parts, text
from kandil.exporters._moodle.seen import seen, seen_drawing, seen_page
from kandil.problems import Problem
from kandil.verify.contents import nested
from kandil.verify.shown import Shown

_KINDS = ("page", "quiz")


def check_backup(package: Path) -> Iterator[Problem]:
    """Every problem; raises `UnreadableError` for what is no archive."""
    with nested(package.read_bytes()) as contents:
        parts = Parts(contents)
        _check(parts)
        for one in dict.fromkeys(parts.problems):
            file = f"{package.name}/{one.place.file}"
            yield replace(one, place=replace(one.place, file=file))


def _check(parts: Parts) -> None:
    for name in NEEDED:
        parts.tree(name)
    about = parts.tree(BACKUP).find("information")
    detail = None if about is None else about.find("details/detail")
    if detail is None or (text(detail, "type"), text(detail, "format")) != ("course", "moodle2"):
        return parts.fault(BACKUP, "it does not say that it is the backup of a course")
    _course(parts)
    activities = [*parts.activities()]
    if not activities:
        parts.fault(BACKUP, "it lists no activity: the restored course would be empty")
    for one in activities:
        _activity(parts, one)
    _sections(parts, activities)
    _settings(parts, activities)
    _folders(parts, activities)
    contexts = [one.context for one in activities]
    if len({*contexts}) < len(contexts):
        parts.fault(BACKUP, "two activities have the same context")
    check_bank(parts, activities)
    for one in activities:
        if one.kind == "quiz":
            check_quiz(parts, one)
    check_files(parts, activities)
    return None


def _course(parts: Parts) -> None:
    about, course = parts.tree(BACKUP), parts.tree("course/course.xml")
    said = [text(about, f"information/original_course_{one}") for one in ("id", "contextid")]
    if said != [course.get("id"), course.get("contextid")]:
        parts.fault("course/course.xml", f"its numbers are not those of {BACKUP}")
    if not text(course, "fullname") or not text(course, "shortname"):
        parts.fault("course/course.xml", "the course has no name")


def _activity(parts: Parts, one: ActivityPart) -> None:
    if one.kind not in _KINDS:
        return parts.fault(BACKUP, f"a restore would pass over '{one.folder}': '{one.kind}'")
    for name in OF_ACTIVITY:
        one.tree(name)
    module = one.tree("module")
    if one.root.get("modulename") != one.kind or one.root.find(one.kind) is None:
        parts.fault(one.file, f"it is no {one.kind}")
    numbers = {one.module, one.root.get("moduleid"), module.get("id")}
    if len(numbers) > 1:
        parts.fault(one.file, "its number is another in module.xml or in the list of activities")
    if text(module, "sectionid") != one.section:
        parts.fault(f"{one.folder}/module.xml", "it is in another section than the list says")
    if not text(one.root, f"{one.kind}/name"):
        parts.fault(one.file, "it has no name")
    if one.kind == "page" and not text(one.root, "page/content"):
        parts.fault(one.file, "the page is empty")
    return None


def _sections(parts: Parts, activities: list[ActivityPart]) -> None:
    """Each lists its own activities, in order."""
    known = set()
    for row in parts.tree(BACKUP).iterfind("information/contents/sections/section"):
        number, file = text(row, "sectionid"), f"{text(row, 'directory')}/section.xml"
        known.add(number)
        section = parts.tree(file)
        own = [one.module for one in activities if one.section == number]
        if section.get("id") != number:
            parts.fault(file, "its number is another in the list of sections")
        if [*filter(None, text(section, "sequence").split(","))] != own:
            parts.fault(file, "its sequence is not that of its activities")
    for one in activities:
        if one.section not in known:
            parts.fault(BACKUP, f"'{one.folder}' is in a section that is not there")


def _settings(parts: Parts, activities: list[ActivityPart]) -> None:
    """What is not included is not restored."""
    rows = parts.tree(BACKUP).iterfind("information/settings/setting")
    said = {text(row, "name"): text(row, "value") for row in rows}
    names = ["activities", "files", "questionbank"]
    names += [f"{one.folder.rpartition('/')[2]}_included" for one in activities]
    parts_of = parts.tree(BACKUP).iterfind("information/contents/sections/section")
    names += [f"{text(row, 'directory').rpartition('/')[2]}_included" for row in parts_of]
    for name in names:
        if said.get(name) != "1":
            parts.fault(BACKUP, f"the setting '{name}' keeps something from being restored")


def _folders(parts: Parts, activities: list[ActivityPart]) -> None:
    """Nothing lies in it that no list names."""
    listed = {one.folder for one in activities}
    for name in parts.contents.names:
        folder = name.rpartition("/")[0]
        if name.startswith("activities/") and folder not in listed:
            parts.fault(BACKUP, f"it does not list '{folder}'", "V004")


def shown_in_backup(package: Path, digits: bool) -> Iterator[Shown]:
    """The course's names and summaries, its pages, and its questions."""
    with nested(package.read_bytes()) as contents:
        parts = Parts(contents)
        activities = [*parts.activities()]
        sections = [name for name in contents.names if name.endswith("/section.xml")]
        course = parts.tree("course/course.xml")
        names = [text(course, "fullname"), text(course, "shortname")]
        names += [text(parts.tree(one), "name") for one in sections]
        names += [text(one.root, f"{one.kind}/name") for one in activities]
        asked = [one.question for one in bank(parts)]
        yield from seen(package.name, dict.fromkeys(names), asked, digits)
        for name in sections:
            yield from _page(package, name, text(parts.tree(name), "summary"), digits)
        for one in activities:
            if one.kind == "page":
                yield from _page(package, one.file, text(one.root, "page/content"), digits)
        yield from _drawings(package, parts, digits)


def _drawings(package: Path, parts: Parts, digits: bool) -> Iterator[Shown]:
    for row in parts.tree("files.xml").iterfind("file"):
        digest = text(row, "contenthash")
        path = f"files/{digest[:2]}/{digest}"
        if path in parts.contents:
            content = parts.contents.read(path)
            file = f"{package.name}/{path}"
            yield from seen_drawing(file, text(row, "filename"), content, digits)


def _page(package: Path, name: str, markup: str, digits: bool) -> Iterator[Shown]:
    if markup:
        yield from seen_page(f"{package.name}/{name}", markup, digits)
