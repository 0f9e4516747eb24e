"""What an LMS makes of the lessons: SCORM 2004, 4th Edition, Sequencing and Navigation (SN 3).

No rule of it says that a lesson or the course failed: she may try again without limit
(`rulings.md` 1). So nothing is satisfied by its measure; rules of rollup say what is reached."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kandil.exporters._scorm.names2004 import WORDS


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
    item: etree._Element, aims: Sequence[str], share: float | None, *, gated: bool
) -> None:
    """Of a lesson, or of the course as one: `share` of the points of all, None where nothing is
    told; `gated`: what follows waits for it."""
    sequencing = WORDS.add(item, "imsss:sequencing")
    if gated:
        _gate(sequencing)
    if share is not None:
        # A lesson without points is never passed, and the course waits for none.
        weight = f"{share:.4f}"
        passes = "true" if share else "false"
        own = {"rollupObjectiveSatisfied": passes, "objectiveMeasureWeight": weight}
        WORDS.add(sequencing, "imsss:rollupRules", **own)
    if aims:
        objectives = WORDS.add(sequencing, "imsss:objectives")
        WORDS.add(objectives, "imsss:primaryObjective")
        for aim in aims:
            WORDS.add(objectives, "imsss:objective", objectiveID=aim)
    # Else an LMS calls complete and passed what has told it nothing (SN 4.6, End Attempt).
    told = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    WORDS.add(sequencing, "imsss:deliveryControls", **told)


def _gate(sequencing: etree._Element) -> None:
    """Nothing behind it opens until it is complete; of what was never begun nothing is known."""
    rules = WORDS.add(sequencing, "imsss:sequencingRules")
    rule = WORDS.add(rules, "imsss:preConditionRule")
    conditions = WORDS.add(rule, "imsss:ruleConditions", conditionCombination="any")
    for condition in ("activityProgressKnown", "completed"):
        WORDS.add(conditions, "imsss:ruleCondition", operator="not", condition=condition)
    WORDS.add(rule, "imsss:ruleAction", action="stopForwardTraversal")
