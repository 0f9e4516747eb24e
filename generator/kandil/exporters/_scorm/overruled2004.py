"""What an LMS concludes from the manifest of SCORM 2004: no rule of it may overrule the package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.launch2004 import IN
from kandil.exporters._scorm.names2004 import ADLCP

_OWN = ("completionSetByContent", "objectiveSetByContent")
_ROLLUP = {"satisfied", "completed"}


def overruled(root: etree._Element) -> Iterator[str]:
    """Where an LMS would judge by itself (SN 3.10, 4.6), or nobody could begin."""
    yield from _measures(root)
    for organization in root.iterfind(".//ims:organization", IN):
        mode = organization.find("imsss:sequencing/imsss:controlMode", IN)
        if mode is None or "true" not in (mode.get("choice", "true"), mode.get("flow")):
            yield "no lesson can be chosen, and none follows another"
    for item in root.iterfind(".//ims:item[@identifierref]", IN):
        name = item.get("identifier")
        controls = item.find("imsss:sequencing/imsss:deliveryControls", IN)
        if controls is None or {controls.get(one) for one in _OWN} != {"true"}:
            yield f"an LMS would call '{name}' complete and passed without a word from it"
        aims = Counter(objectives(item))
        yield from (
            f"the objective '{aim}' of '{name}' stands twice" for aim, n in aims.items() if n > 1
        )
    yield from _rollup(root)


def objectives(item: etree._Element) -> list[str]:
    """The ids of those of an item."""
    found = item.iterfind("imsss:sequencing/imsss:objectives/imsss:objective", IN)
    return [one.get("objectiveID", "") for one in found]


def _measures(root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        if element.get("satisfiedByMeasure") in ("true", "1"):
            yield "'satisfiedByMeasure' makes LMSs call failed what is not yet passed"
        if element.get("completedByMeasure") in ("true", "1"):
            yield "'completedByMeasure' makes LMSs take back that a course was completed"
    if root.find(f".//{{{ADLCP}}}masteryscore") is not None:
        yield "'masteryscore' is of SCORM 1.2"


def _rollup(root: etree._Element) -> Iterator[str]:
    for organization in root.iterfind(".//ims:organization", IN):
        found = organization.iterfind("imsss:sequencing//imsss:rollupAction", IN)
        if "completed" not in {one.get("action") for one in found}:
            yield "no rule of rollup says when the course is complete"
    for action in root.iterfind(".//imsss:rollupAction", IN):
        if action.get("action") not in _ROLLUP:
            yield f"a rule of rollup makes the course '{action.get('action')}'"
    for rules in root.iterfind(".//imsss:rollupRules", IN):
        try:
            within = 0 <= float(rules.get("objectiveMeasureWeight", "1")) <= 1
        except ValueError:
            within = False
        if not within:
            yield "a weight of rollup is not between 0 and 1"
