"""A fixed order in a manifest of SCORM 2004: each lesson waits for the one before it, and opens.

A lesson says that it is over by an objective, which it writes to a global one; the next one reads
that, and is disabled until then (SN 3.4, 3.10)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._scorm.launch2004 import IN
from kandil.exporters._scorm.names2004 import ADLSEQ

_WAITS = {("not", "objectiveStatusKnown"), ("not", "satisfied")}


def gated(root: etree._Element) -> Iterator[str]:
    """Where a lesson opens too early, or never."""
    for action in root.iterfind(".//imsss:ruleAction", IN):
        if action.get("action") != "disabled":
            yield f"a rule of sequencing does '{action.get('action')}'"
    for organization in root.iterfind(".//ims:organization", IN):
        items = organization.findall(".//ims:item[@identifierref]", IN)
        if any(_rules(item) for item in items):
            yield from _order(items)
        shared = organization.get(f"{{{ADLSEQ}}}objectivesGlobalToSystem", "true")
        if shared != "false" and organization.find(".//imsss:mapInfo", IN) is not None:
            yield "what was told in another course or attempt opens lessons in this one"


def told(item: etree._Element) -> list[str]:
    """The ids of the objectives of an item that it tells of; others are only read."""
    found = item.iterfind("imsss:sequencing/imsss:objectives/imsss:objective", IN)
    own = (one for one in found if one.find("imsss:mapInfo", IN) is None or _mapped(one, "write"))
    return [_id(one) for one in own]


def _order(items: list[etree._Element]) -> Iterator[str]:
    before: set[str] = set()
    for place, item in enumerate(items):
        if place and not _rules(item):
            yield f"'{item.get('identifier')}' opens before the lesson in front of it is over"
        for rule in _rules(item):
            yield from _wait(item, rule, before)
        before = {
            target
            for one in item.iterfind(".//imsss:objective", IN)
            for target in _mapped(one, "write")
        }


def _wait(item: etree._Element, rule: etree._Element, before: set[str]) -> Iterator[str]:
    """`before`: the global objectives that the lesson in front of it writes."""
    name = item.get("identifier")
    conditions = rule.findall("imsss:ruleConditions/imsss:ruleCondition", IN)
    combined = {one.get("conditionCombination", "all") for one in rule.iter("{*}ruleConditions")}
    found = {(one.get("operator", "noOp"), one.get("condition", "")) for one in conditions}
    if (found, combined) != (_WAITS, {"any"}):
        yield f"'{name}' is closed by another rule than that what it waits for is not over"
    for aim in sorted({one.get("referencedObjective", "") for one in conditions}):
        own = (one for one in item.iterfind(".//imsss:objective", IN) if _id(one) == aim)
        read = {target for one in own for target in _mapped(one, "read")}
        if not read:
            yield f"'{name}' waits for the objective '{aim}', which it does not read"
        elif not read <= before:
            yield f"'{name}' never opens: the lesson in front of it does not tell of '{aim}'"


def _rules(item: etree._Element) -> list[etree._Element]:
    return item.findall("imsss:sequencing/imsss:sequencingRules/imsss:preConditionRule", IN)


def _id(objective: etree._Element) -> str:
    return objective.get("objectiveID", "")


def _mapped(objective: etree._Element, way: str) -> set[str]:
    """The global objectives whose status it reads, which is the default, or writes."""
    default = "true" if way == "read" else "false"
    maps = objective.findall("imsss:mapInfo", IN)
    known = (one for one in maps if one.get(f"{way}SatisfiedStatus", default) in ("true", "1"))
    return {one.get("targetObjectiveID", "") for one in known}
