"""What an LMS makes of the lessons: SCORM 2004, 4th Edition, Sequencing and Navigation (SN 3).

No rule of it says that a lesson or the course failed: she may try again without limit
(`rulings.md` 1). So nothing is satisfied by its measure; rules of rollup say what is reached."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kandil.exporters._scorm.names2004 import WORDS
from kandil.values import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """What a lesson waits for and what waits for it: global objectives, each written by one lesson
    and read by the next (SN 3.10). Empty where there is none."""

    waits: str = ""
    opens: str = ""


def add_course(organization: etree._Element, *, scored: bool) -> None:
    """Any lesson can be chosen, and each leads to the next; the course is passed and complete when
    all of it is. Without rules of its own an LMS would say that it is not satisfied (SN 3.7)."""
    sequencing = WORDS.add(organization, "imsss:sequencing")
    WORDS.add(sequencing, "imsss:controlMode", choice="true", flow="true")
    rules = WORDS.add(sequencing, "imsss:rollupRules")
    for reached in ("satisfied", "completed") if scored else ("completed",):
        rule = WORDS.add(rules, "imsss:rollupRule", childActivitySet="all")
        conditions = WORDS.add(rule, "imsss:rollupConditions")
        WORDS.add(conditions, "imsss:rollupCondition", condition=reached)
        WORDS.add(rule, "imsss:rollupAction", action=reached)


def add_sequencing(
    item: etree._Element, aims: Sequence[str], share: float | None, gate: Gate
) -> None:
    """Of a lesson, or of the course as one: `share` of the points of all, None where nothing is
    told."""
    sequencing = WORDS.add(item, "imsss:sequencing")
    if gate.waits:
        _wait(sequencing, gate.waits)
    if share is not None:
        # A lesson without points is never passed, and the course waits for none.
        weight = f"{share:.4f}"
        passes = "true" if share else "false"
        own = {"rollupObjectiveSatisfied": passes, "objectiveMeasureWeight": weight}
        WORDS.add(sequencing, "imsss:rollupRules", **own)
    if aims or gate != Gate():
        objectives = WORDS.add(sequencing, "imsss:objectives")
        WORDS.add(objectives, "imsss:primaryObjective")
        for aim in aims:
            WORDS.add(objectives, "imsss:objective", objectiveID=aim)
        _map(objectives, gate)
    # Else an LMS calls complete and passed what has told it nothing (SN 4.6, End Attempt).
    told = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    WORDS.add(sequencing, "imsss:deliveryControls", **told)


def _wait(sequencing: etree._Element, done: str) -> None:
    """Neither by choice nor by going on is it opened before the one in front of it is over; of what
    was never begun nothing is known. What is behind `stopForwardTraversal` could be chosen, and the
    lesson that has that rule could not be left and chosen again."""
    rules = WORDS.add(sequencing, "imsss:sequencingRules")
    rule = WORDS.add(rules, "imsss:preConditionRule")
    conditions = WORDS.add(rule, "imsss:ruleConditions", conditionCombination="any")
    for condition in ("objectiveStatusKnown", "satisfied"):
        own = {"referencedObjective": done, "operator": "not", "condition": condition}
        WORDS.add(conditions, "imsss:ruleCondition", **own)
    WORDS.add(rule, "imsss:ruleAction", action="disabled")


def _map(objectives: etree._Element, gate: Gate) -> None:
    """Both are read: so a lesson that is begun anew stays one that was over."""
    own = {"readSatisfiedStatus": "true", "readNormalizedMeasure": "false"}
    if gate.waits:
        before = WORDS.add(objectives, "imsss:objective", objectiveID=gate.waits)
        WORDS.add(before, "imsss:mapInfo", targetObjectiveID=gate.waits, **own)
    if gate.opens:
        done = WORDS.add(objectives, "imsss:objective", objectiveID=gate.opens)
        own |= {"writeSatisfiedStatus": "true"}
        WORDS.add(done, "imsss:mapInfo", targetObjectiveID=gate.opens, **own)
