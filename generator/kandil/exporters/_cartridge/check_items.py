"""Questions against the profile of QTI 1.2.1 in Common Cartridge: the number of a rule is that of
the profile's own list, so that each can be read there."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._cartridge.version import QTI

_IN = {"q": QTI}
_EXAM = {
    "cc_profile": ("cc.exam.v0p1",),
    "qmd_assessmenttype": ("Examination",),
    "qmd_scoretype": ("Percentage",),
    "qmd_feedbackpermitted": ("Yes", "No"),
    "qmd_hintspermitted": ("Yes", "No"),
    "qmd_solutionspermitted": ("Yes", "No"),
    "cc_maxattempts": ("unlimited",),
}
_CHOICES = {
    "cc.true_false.v0p1": ("Single", 2, 2),
    "cc.multiple_choice.v0p1": ("Single", 3, 99),
    "cc.multiple_response.v0p1": ("Multiple", 2, 99),
}
"""Cardinality, and the fewest and the most answers (rules 3 to 5)."""
_TYPED = ("cc.fib.v0p1", "cc.essay.v0p1")


def question_faults(root: etree._Element, *, bank: bool) -> Iterator[str]:
    """Of an assessment or of the question bank, in plain words."""
    held = root.find("q:objectbank" if bank else "q:assessment", _IN)
    if root.tag != f"{{{QTI}}}questestinterop" or held is None:
        yield f"it holds no {'question bank' if bank else 'assessment'}"
        return
    if not bank:
        yield from _exam(held)
    items = held.findall("q:item" if bank else "q:section/q:item", _IN)
    if not items:
        yield "it holds no question"
    names = [one.get("ident", "") for one in items]
    for name in sorted({one for one in names if names.count(one) > 1}):
        yield f"two questions are called '{name}' (rule 13a)"
    for one in items:
        yield from (f"'{one.get('ident')}': {words}" for words in _item(one))


def _fields(parent: etree._Element) -> list[tuple[str, str]]:
    found = parent.iterfind("q:qtimetadata/q:qtimetadatafield", _IN)
    return [
        (one.findtext("q:fieldlabel", "", _IN), one.findtext("q:fieldentry", "", _IN))
        for one in found
    ]


def _exam(held: etree._Element) -> Iterator[str]:
    if not held.get("title"):
        yield "it has no title"
    if len(held.findall("q:section", _IN)) != 1:
        yield "it has not one section"
    fields = _fields(held)
    for label, entry in fields:
        if entry not in _EXAM.get(label, ()):
            yield f"'{label}' may not be '{entry}' (rule 1)"
    if [label for label, _ in fields] != [*_EXAM]:
        yield "a fact about it is missing, or said twice (rule 1)"


def _item(item: etree._Element) -> Iterator[str]:
    """What an item is, then whether its parts are of that kind."""
    held = item.find("q:itemmetadata", _IN)
    fields = dict(_fields(held)) if held is not None else {}
    kind = fields.get("cc_profile", "")
    if kind not in {*_CHOICES, *_TYPED}:
        yield f"'{kind}' is no kind of question (rule 2b)"
        return
    weight = fields.get("cc_weighting", "1")
    if not (weight.isdigit() and int(weight) < 100):
        yield f"its weight '{weight}' is no number from 0 to 99 (rule 2c)"
    if not "".join(item.itertext("{*}mattext")).strip():
        yield "it asks nothing"
    yield from _choice(item, kind) if kind in _CHOICES else _typed(item, kind, fields)
    yield from _feedback(item)


def _choice(item: etree._Element, kind: str) -> Iterator[str]:
    cardinality, fewest, most = _CHOICES[kind]
    response = item.find("q:presentation/q:response_lid", _IN)
    if response is None or item.find(".//q:render_fib", _IN) is not None:
        yield "it offers no answers (rules 3 to 5)"
        return
    if response.get("rcardinality") != cardinality:
        yield "it takes not as many answers as its kind (rules 3a, 4a and 5a)"
    names = [one.get("ident", "") for one in response.iterfind(".//q:response_label", _IN)]
    if not fewest <= len(names) <= most or len({*names}) < len(names):
        yield "it has too few answers, too many or one twice (rules 3d, 4d and 5d)"
    if kind == "cc.true_false.v0p1" and {*names} != {"true", "false"}:
        yield "its answers are not called 'true' and 'false', which stops Moodle's import"
    for one in item.iterfind(".//q:varequal", _IN):
        if one.get("respident") != response.get("ident") or one.text not in names:
            yield f"'{one.text}' is judged and no answer of it (rules 3e to 5e and 9a)"
    yield from _key(item, kind)


def _key(item: etree._Element, kind: str) -> Iterator[str]:
    """Exactly one rule gives the points, for one answer, or for those of several and no other."""
    rules = item.xpath(".//q:respcondition[q:setvar]", namespaces=_IN)
    if len(rules) != 1 or rules[0].findtext("q:setvar", "", _IN) != "100":
        yield "not exactly one rule gives the points"
        return
    test = rules[0].find("q:conditionvar", _IN)
    right = test.findall("q:and/q:varequal", _IN) or test.findall("q:varequal", _IN)
    if not right or (kind != "cc.multiple_response.v0p1" and len(right) != 1):
        yield "no answer is right, or too many are"
    if kind == "cc.multiple_response.v0p1":
        judged = len(test.findall("q:and//q:varequal", _IN))
        if judged != len(item.findall(".//q:response_label", _IN)):
            yield "its rule does not judge each answer"


def _typed(item: etree._Element, kind: str, fields: dict[str, str]) -> Iterator[str]:
    response = item.find("q:presentation/q:response_str", _IN)
    if response is None or item.find(".//q:render_choice", _IN) is not None:
        yield "it has no field (rules 6 and 8)"
        return
    keys = item.findall(".//q:varequal", _IN)
    if any(one.get("respident") != response.get("ident") for one in keys):
        yield "it judges another answer than its own (rule 6c)"
    if kind == "cc.essay.v0p1":
        if keys:
            yield "it judges own words (rule 8c)"
        if fields.get("qmd_computerscored") != "No":
            yield "it does not say that a person reads it (rule 8f)"
    elif not keys or not all((one.text or "").strip() for one in keys):
        yield "nothing is accepted in its gap"
    elif [one.text for one in item.iterfind(".//q:setvar", _IN)] != ["100"]:
        yield "not exactly one rule gives the points"


def _feedback(item: etree._Element) -> Iterator[str]:
    """What is said is there, and what is there can be said (rules 11 and 12)."""
    shown = {one.get("linkrefid", "") for one in item.iterfind(".//q:displayfeedback", _IN)}
    held = {one.get("ident", "") for one in item.findall("q:itemfeedback", _IN)}
    for name in sorted(shown - held):
        yield f"it says '{name}', which is not there (rule 12c)"
    for name in sorted(held - shown):
        yield f"nothing says '{name}' (rule 12d)"
