"""The manifest of a SCORM 2004 package, 4th Edition (CAM 3.4 and 5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kandil.exporters._bare import shown_title
from kandil.exporters._scorm.names2004 import VERSION, WORDS
from kandil.exporters._scorm.packed import Sco
from kandil.exporters._scorm.resources import add_sco, add_shared
from kandil.exporters._scorm.sequenced2004 import Gate, add_course, add_sequencing
from kandil.model.edition import Edition
from kandil.package.xml import serialise
from kandil.values import dataclass

_KIND = "adlcp_scormType"


@dataclass(frozen=True, slots=True)
class Activity:
    """A SCO in the tree of the course."""

    sco: Sco
    aims: tuple[str, ...]
    """Ids of its objectives."""
    points: int | None
    """What its quizzes give; None where an LMS is told nothing of it."""
    opens: str = ""
    """The objective for which the next one waits."""


def manifest(edition: Edition, activities: Sequence[Activity], shared: Sequence[str]) -> bytes:
    """An item for each of `activities`, all of which use the files `shared`, if there are any."""
    root = WORDS.root("manifest", identifier=f"course-{edition.package_name}", version="1.0")
    metadata = WORDS.add(root, "metadata")
    WORDS.add(metadata, "schema", "ADL SCORM")
    WORDS.add(metadata, "schemaversion", VERSION)
    organizations = WORDS.add(root, "organizations", default="course")
    # What a lesson told of its objectives is nothing to other courses.
    own = {"adlseq_objectivesGlobalToSystem": "false"}
    organization = WORDS.add(organizations, "organization", identifier="course", **own)
    WORDS.add(organization, "title", shown_title(edition))
    resources = WORDS.add(root, "resources")
    points = sum(one.points or 0 for one in activities)
    waits = ""
    for activity in activities:
        item = _item(organization, activity.sco)
        if len(activities) == 1:
            _alone(item)
        gate = Gate(waits, activity.opens)
        add_sequencing(item, activity.aims, _share(activity, points), gate)
        waits = gate.opens
        add_sco(WORDS, resources, _KIND, activity.sco, shared=bool(shared))
    add_shared(WORDS, resources, _KIND, shared)
    add_course(organization, scored=points > 0)
    return serialise(root)


def _share(activity: Activity, points: int) -> float | None:
    """Of the points of the course."""
    return None if activity.points is None else activity.points / (points or 1)


def _item(organization: etree._Element, sco: Sco) -> etree._Element:
    item = WORDS.add(
        organization, "item", identifier=sco.item, identifierref=sco.resource, isvisible="true"
    )
    WORDS.add(item, "title", sco.title)
    return item


def _alone(item: etree._Element) -> None:
    """There is nothing before the only one, and what comes after it is the end of the sitting."""
    presentation = WORDS.add(item, "adlnav:presentation")
    interface = WORDS.add(presentation, "adlnav:navigationInterface")
    for control in ("previous", "continue"):
        WORDS.add(interface, "adlnav:hideLMSUI", control)
