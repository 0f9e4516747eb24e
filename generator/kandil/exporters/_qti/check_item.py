"""An item against the standard (QTI 2.1 ASI 3, 5, 7 and 8; 3.0 the same), and against what makes
its answers count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_KINDS = {
    "choiceInteraction": {("single", "identifier"), ("multiple", "identifier")},
    "textEntryInteraction": {("single", "string"), ("single", "float")},
    "orderInteraction": {("ordered", "identifier")},
    "matchInteraction": {("multiple", "directedPair")},
    "extendedTextInteraction": {("single", "string")},
}
"""What a response of each interaction may be (clause 7.2)."""
_CHOICES = ("simpleChoice", "simpleAssociableChoice")
_READ = ("variable", "correct", "mapResponse")


def item_faults(root: etree._Element) -> Iterator[str]:
    """In plain words; `root` is neutral."""
    if root.tag != "assessmentItem":
        yield "it is no item"
        return
    for name in ("identifier", "title", "adaptive", "timeDependent"):
        if root.get(name) is None:
            yield f"it has no '{name}' (5.1)"
    if not _NAME.fullmatch(root.get("identifier", "")):
        yield f"'{root.get('identifier', '')}' is no identifier: a letter must come first"
    if len(root.findall("itemBody")) != 1:
        yield "it has not one body"
        return
    variables = _declared(root)
    yield from _twice(variables)
    yield from _interactions(root, {one.get("identifier", ""): one for one in variables})
    yield from _outcomes(root)
    yield from _scoring(root)


def _declared(root: etree._Element) -> list[etree._Element]:
    return [*root.iterchildren("responseDeclaration", "outcomeDeclaration")]


def _twice(variables: list[etree._Element]) -> Iterator[str]:
    names = [one.get("identifier", "") for one in variables]
    for name in sorted({one for one in names if names.count(one) > 1}):
        yield f"'{name}' is declared twice (3.1)"


def _interactions(root: etree._Element, declared: dict[str, etree._Element]) -> Iterator[str]:
    """Each has a response of its own, of a kind that fits; its choices are told apart."""
    asked: list[str] = []
    for one in root.iter(*_KINDS):
        name = one.get("responseIdentifier", "")
        asked.append(name)
        response = declared.get(name)
        if response is None or response.tag != "responseDeclaration":
            yield f"'{one.tag!s}' answers to '{name}', which is not declared (7.1)"
            continue
        kind = response.get("cardinality", ""), response.get("baseType", "")
        if kind not in _KINDS[str(one.tag)]:
            yield f"'{name}' is {' '.join(kind)}, which no '{one.tag!s}' gives (7.2)"
        yield from _choices(one, response)
    for response in root.findall("responseDeclaration"):
        if asked.count(response.get("identifier", "")) != 1:
            yield f"'{response.get('identifier')}' has not one interaction (7.1)"


def _choices(interaction: etree._Element, response: etree._Element) -> Iterator[str]:
    names = [one.get("identifier", "") for one in interaction.iter(*_CHOICES)]
    if not names:
        return
    for name in sorted({one for one in names if names.count(one) > 1 or not _NAME.fullmatch(one)}):
        yield f"the choice '{name}' stands twice, or has no legal name (7.2)"
    keys = [one.text or "" for one in response.iter("value")]
    keys += [one.get("mapKey", "") for one in response.iter("mapEntry")]
    for key in dict.fromkeys(" ".join(keys).split()):
        if key not in names:
            yield f"the key names '{key}', which is no choice (3.2)"
    right = len(response.findall("correctResponse/value"))
    if response.get("cardinality") == "single" and right > 1:
        yield f"'{response.get('identifier')}' takes one answer and has {right} right ones (3.2)"
    if interaction.tag == "orderInteraction" and right != len(names):
        yield "the right order does not name every item (7.2)"
    single = response.get("cardinality") == "single"
    if interaction.tag == "choiceInteraction" and single != (interaction.get("maxChoices") == "1"):
        yield "the number of answers that it takes is not that of its response (7.2)"


def _outcomes(root: etree._Element) -> Iterator[str]:
    """What is set or read was declared; what is said can be reached."""
    outcomes = {one.get("identifier", "") for one in root.findall("outcomeDeclaration")}
    responses = {one.get("identifier", "") for one in root.findall("responseDeclaration")}
    for rule in root.iter("setOutcomeValue"):
        if rule.get("identifier") not in outcomes:
            yield f"'{rule.get('identifier')}' is set and not declared (8.2)"
    for read in root.iter(*_READ):
        if read.get("identifier") not in outcomes | responses:
            yield f"'{read.get('identifier')}' is read and not declared (8.3)"
    reached = {one.text for one in root.iter("baseValue")}
    reached |= {one.get("identifier") for one in root.iter("simpleChoice")}
    for feedback in root.findall("modalFeedback"):
        if feedback.get("outcomeIdentifier") not in outcomes:
            yield f"feedback hangs on '{feedback.get('outcomeIdentifier')}', not declared (6.3)"
        elif feedback.get("identifier") not in reached:
            yield f"no answer reaches the feedback '{feedback.get('identifier')}' (6.3)"


def _scoring(root: etree._Element) -> Iterator[str]:
    """What has points can be answered right, and its mapping never gives more."""
    most = root.findtext("outcomeDeclaration[@identifier='MAXSCORE']/defaultValue/value", "0")
    asked = next(root.iter(*_KINDS), None)
    if asked is None or most == "0":
        return
    for response in root.findall("responseDeclaration"):
        if response.find("correctResponse/value") is None:
            yield f"'{response.get('identifier')}' has points and no right answer (3.2)"
    if not any(one.get("identifier") == "SCORE" for one in root.iter("setOutcomeValue")):
        yield "nothing gives points (8.2)"
    if not (root.find(".//match/correct") is not None or root.find(".//divide") is not None):
        yield "no rule compares an answer with the key (8.3)"
