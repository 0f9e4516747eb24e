"""The manifest of a SCORM 2004 package, 4th Edition (CAM 3.4 and 5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kandil.exporters._bare import shown_title
from kandil.exporters._scorm.objectives import Aims
from kandil.exporters._scorm.sco import Sco
from kandil.model.edition import Edition
from kandil.package.xml import Vocabulary, serialise
from kandil.values import dataclass

IMSCP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
VERSION = "2004 4th Edition"
WORDS = Vocabulary({"": IMSCP, "adlcp": ADLCP, "adlseq": ADLSEQ, "adlnav": ADLNAV, "imsss": IMSSS})


@dataclass(frozen=True, slots=True)
class Activity:
    """A SCO in the tree of the course."""

    sco: Sco
    aims: Aims
    """Ids of its objectives; what an LMS is told nothing of has none."""


def manifest(edition: Edition, activity: Activity) -> bytes:
    """The course as one activity; Open edX launches the first resource."""
    root = WORDS.root("manifest", identifier=f"course-{edition.package_name}", version="1.0")
    metadata = WORDS.add(root, "metadata")
    WORDS.add(metadata, "schema", "ADL SCORM")
    WORDS.add(metadata, "schemaversion", VERSION)
    organizations = WORDS.add(root, "organizations", default="course")
    # What a lesson told of its objectives is nothing to other courses.
    organization = WORDS.add(
        organizations,
        "organization",
        identifier="course",
        adlseq_objectivesGlobalToSystem="false",
    )
    WORDS.add(organization, "title", shown_title(edition))
    _item(organization, activity)
    sequencing = WORDS.add(organization, "imsss:sequencing")
    WORDS.add(sequencing, "imsss:controlMode", choice="true", flow="true")
    _resource(WORDS.add(root, "resources"), activity.sco)
    return serialise(root)


def _item(organization: etree._Element, activity: Activity) -> None:
    sco = activity.sco
    item = WORDS.add(
        organization, "item", identifier=sco.item, identifierref=sco.resource, isvisible="true"
    )
    WORDS.add(item, "title", sco.title)
    presentation = WORDS.add(item, "adlnav:presentation")
    interface = WORDS.add(presentation, "adlnav:navigationInterface")
    # There is nothing before the only one, and what comes after it is the end of the sitting.
    for control in ("previous", "continue"):
        WORDS.add(interface, "adlnav:hideLMSUI", control)
    sequencing = WORDS.add(item, "imsss:sequencing")
    _objectives(sequencing, activity.aims)
    # Else an LMS calls complete and passed what has told it nothing (SN 4.6, End Attempt).
    own = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    WORDS.add(sequencing, "imsss:deliveryControls", **own)


def _objectives(sequencing: etree._Element, aims: Sequence[str]) -> None:
    """None is satisfied by its measure: an LMS would say `failed` of what is below a pass mark."""
    if aims:
        objectives = WORDS.add(sequencing, "imsss:objectives")
        WORDS.add(objectives, "imsss:primaryObjective")
        for aim in aims:
            WORDS.add(objectives, "imsss:objective", objectiveID=aim)


def _resource(resources: etree._Element, sco: Sco) -> None:
    resource = WORDS.add(
        resources,
        "resource",
        identifier=sco.resource,
        type="webcontent",
        adlcp_scormType="sco",
        href=sco.files[0],
    )
    for name in sco.files:
        WORDS.add(resource, "file", href=name)
