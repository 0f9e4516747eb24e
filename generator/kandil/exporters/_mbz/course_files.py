"""The files of a backup that are about the course as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha1

from lxml import etree

from kandil.exporters._mbz.languages import moodle_language
from kandil.exporters._mbz.nodes import Value, add, file, fill, root
from kandil.exporters._mbz.plan import COURSE, COURSE_CONTEXT, SYSTEM_CONTEXT, Backup, SectionPlan
from kandil.package.artefact import File
from kandil.values import dataclass

VERSION = 2022112800
"""Of Moodle 4.1, the oldest that is meant: a restore warns of what is newer than itself."""
RELEASE = "4.1"
BACKUP = "moodle_backup.xml"
_EMPTY = {
    "groups.xml": "groups",
    "outcomes.xml": "outcomes_definition",
    "roles.xml": "roles_definition",
    "scales.xml": "scales_definition",
    "course/roles.xml": "roles",
    "course/inforef.xml": "inforef",
}
"""What a restore wants to read although there is nothing in it."""
_OFF = (
    *("imscc11", "users", "anonymize", "role_assignments", "blocks", "filters", "comments"),
    *("badges", "calendarevents", "userscompletion", "logs", "grade_histories", "groups"),
    *("competencies", "customfield", "contentbankcontent", "xapistate", "legacyfiles"),
)
_ON = ("activities", "files", "questionbank")
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
_TYPES |= {"svg": "image/svg+xml", "webp": "image/webp"}


def course_files(backup: Backup) -> Iterator[File]:
    """All but what belongs to an activity, pictures included."""
    yield file(BACKUP, _Contents(backup).element())
    yield file("course/course.xml", _course(backup))
    for path, name in _EMPTY.items():
        yield file(path, root(name))
    for section in backup.sections:
        folder = f"sections/section_{section.number + 1}"
        yield file(f"{folder}/section.xml", _section(backup, section))
        yield file(f"{folder}/inforef.xml", root("inforef"))
    yield file("files.xml", _files(backup))
    held = {sha1(one.content).hexdigest(): one.content for one in backup.files}
    for name, content in sorted(held.items()):
        yield File(f"files/{name[:2]}/{name}", content)


def stamp(backup: Backup) -> int:
    """The edition's day: a backup knows no clock."""
    day = backup.edition.as_of
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _course(backup: Backup) -> etree._Element:
    edition, now = backup.edition, stamp(backup)
    found = root("course", id=COURSE, contextid=COURSE_CONTEXT)
    fill(found, shortname=edition.package_name, fullname=backup.title, idnumber="")
    fill(found, summary="", summaryformat=1, format="topics", showgrades=1, newsitems=0)
    fill(found, startdate=now, enddate=0, marker=0, maxbytes=0, legacyfiles=0, showreports=0)
    fill(found, visible=1, groupmode=0, groupmodeforce=0, defaultgroupingid=0)
    fill(found, lang=moodle_language(edition.locale), theme="", timecreated=now, timemodified=now)
    fill(found, requested=0, showactivitydates=0, showcompletionconditions=1)
    fill(found, enablecompletion=1, completionnotify=0, hiddensections=1, coursedisplay=0)
    category = add(found, "category", id=1)
    fill(category, name="Kandil", description=None)
    add(found, "tags")
    return found


def _section(backup: Backup, section: SectionPlan) -> etree._Element:
    found = root("section", id=section.number + 1)
    fill(found, number=section.number, name=section.name or None, summary=section.summary)
    sequence = ",".join(f"{one.id}" for one in section.activities)
    fill(found, summaryformat=1, sequence=sequence, visible=1, availabilityjson=None)
    fill(found, timemodified=stamp(backup))
    return found


def _files(backup: Backup) -> etree._Element:
    found = root("files")
    for one in backup.files:
        row = add(found, "file", id=one.id)
        fill(row, contenthash=sha1(one.content).hexdigest(), contextid=one.context)
        fill(row, component=one.component, filearea=one.area, itemid=one.item)
        fill(row, filepath="/", filename=one.name, userid=None, filesize=len(one.content))
        fill(row, mimetype=_TYPES[one.name.rpartition(".")[2].lower()], status=0)
        fill(row, timecreated=stamp(backup), timemodified=stamp(backup), source=None)
        fill(row, author=None, license=None, sortorder=0, repositorytype=None)
        fill(row, repositoryid=None, reference=None)
    return found


@dataclass(frozen=True, slots=True)
class _Contents:
    """`moodle_backup.xml`, which a restore reads first."""

    backup: Backup

    def element(self) -> etree._Element:
        """What the backup is, and what lies where."""
        found = root("moodle_backup")
        about = add(found, "information")
        self.about(about)
        details = add(add(about, "details"), "detail", backup_id=self.id())
        fill(details, type="course", format="moodle2", interactive=1, mode=10, execution=1)
        fill(details, executiontime=0)
        self.contents(add(about, "contents"))
        self.settings(add(about, "settings"))
        return found

    def id(self) -> str:
        """The same for each build of an edition, and of no other."""
        words = f"{self.backup.edition.package_name} {self.backup.edition.as_of}"
        return sha1(words.encode()).hexdigest()[:32]

    def about(self, about: etree._Element) -> None:
        backup = self.backup
        fill(about, name=f"{backup.edition.package_name}.mbz", moodle_version=VERSION)
        fill(about, moodle_release=RELEASE, backup_version=VERSION, backup_release=RELEASE)
        fill(about, backup_date=stamp(backup), mnet_remoteusers=0, include_files=1)
        fill(about, include_file_references_to_external_content=0)
        fill(about, original_wwwroot="https://kandil.example")
        fill(about, original_site_identifier_hash=sha1(b"kandil").hexdigest()[:32])
        fill(about, original_course_id=COURSE, original_course_format="topics")
        fill(about, original_course_fullname=backup.title)
        fill(about, original_course_shortname=backup.edition.package_name)
        fill(about, original_course_startdate=stamp(backup), original_course_enddate=0)
        fill(about, original_course_contextid=COURSE_CONTEXT)
        fill(about, original_system_contextid=SYSTEM_CONTEXT)

    def contents(self, contents: etree._Element) -> None:
        activities = add(contents, "activities")
        for one in self.backup.activities:
            row = add(activities, "activity")
            fill(row, moduleid=one.id, sectionid=one.section + 1, modulename=one.kind)
            fill(row, title=one.name, directory=f"activities/{one.kind}_{one.id}")
        sections = add(contents, "sections")
        for section in self.backup.sections:
            row = add(sections, "section")
            fill(row, sectionid=section.number + 1, title=section.name or section.number)
            fill(row, directory=f"sections/section_{section.number + 1}")
        course = add(contents, "course")
        fill(course, courseid=COURSE, title=self.backup.edition.package_name, directory="course")

    def settings(self, settings: etree._Element) -> None:
        self.setting(settings, "root", "", "filename", f"{self.backup.edition.package_name}.mbz")
        for name in _OFF:
            self.setting(settings, "root", "", name, 0)
        for name in _ON:
            self.setting(settings, "root", "", name, 1)
        for section in self.backup.sections:
            name = f"section_{section.number + 1}"
            self.setting(settings, "section", name, f"{name}_included", 1)
            self.setting(settings, "section", name, f"{name}_userinfo", 0)
        for one in self.backup.activities:
            name = f"{one.kind}_{one.id}"
            self.setting(settings, "activity", name, f"{name}_included", 1)
            self.setting(settings, "activity", name, f"{name}_userinfo", 0)

    def setting(
        self, settings: etree._Element, level: str, of: str, name: str, value: Value
    ) -> None:
        row = add(settings, "setting")
        fill(row, level=level)
        if of:
            add(row, level, of)
        fill(row, name=name, value=value)
