"""A question that the platform can grade: a kind of response that it has, and a right answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

_SHOWN = {"finished"}
_MIXED = {"never", "per_student"}
_CREDIT = {None, "halves"}


def faults(problem: etree._Element) -> Iterator[str]:
    """What keeps it from being graded; the platform passes over most of it in silence."""
    named = [(str(one.tag), one) for one in problem.iter(etree.Element)]
    responses = [(kind, one) for kind, one in named if kind.endswith("response")]
    if not responses:
        yield "a problem that asks nothing"
    for kind, response in responses:
        if kind not in _CHECKS:
            yield f"a response of a kind that no course of Kandil's has: <{kind}>"
            continue
        tag, check = _CHECKS[kind]
        fields = [*response.iter(tag)]
        label = response.find("label")
        if label is None or not _words(label):
            yield f"a <{kind}> without a label, so that nobody hears what is asked"
        if len(fields) != 1:
            yield f"a <{kind}> with {len(fields)} <{tag}> instead of one"
        else:
            yield from check(response, fields[0])
    yield from _settings(problem)


def _words(label: etree._Element) -> str:
    """What is read aloud of it: of a picture its alternative text."""
    alternatives = (one.get("alt", "") for one in label.iter("img"))
    return "".join((*map(str, label.itertext()), *alternatives)).strip()


def _settings(problem: etree._Element) -> Iterator[str]:
    weight = _number(problem.get("weight", ""))
    if weight is None or weight < 0:
        yield "a weight that is no number of points"
    if not problem.get("max_attempts", "1").isdecimal() or problem.get("max_attempts") == "0":
        yield "a number of tries that is none"
    if problem.get("showanswer") not in _SHOWN or problem.get("rerandomize") not in _MIXED:
        yield "a way to show the answer, or to mix, that is not Kandil's"
    if len(problem.findall(".//demandhint")) != len(problem.findall("demandhint")):
        yield "hints where the platform does not look for them"


def _one(response: etree._Element, group: etree._Element) -> Iterator[str]:
    right = [one.get("correct") for one in group]
    if len(right) < 2 or sorted(right, key=str) != ["false"] * (len(right) - 1) + ["true"]:
        yield "a choice without one right answer among others"


def _several(response: etree._Element, group: etree._Element) -> Iterator[str]:
    right = [one.get("correct") for one in group.findall("choice")]
    if "true" not in right or {*right} - {"true", "false"}:
        yield "boxes of which none is right"
    if response.get("partial_credit") not in _CREDIT:
        yield "part of the points for a wrong answer"


def _listed(response: etree._Element, group: etree._Element) -> Iterator[str]:
    names = [(one.text or "").strip() for one in group]
    if [one.get("correct") for one in group].count("True") != 1:
        yield "a list without one right answer"
    if len({*names}) < len(names) or any("'" in one or not one for one in names):
        yield "a list with words that the platform cannot tell apart"


def _typed(response: etree._Element, field: etree._Element) -> Iterator[str]:
    answers = [response.get("answer"), *(one.get("answer") for one in _more(response))]
    if not all(one and one.strip() for one in answers):
        yield "a gap into which nothing is right"
    elif "_or_" in str(answers[0]).lower():
        yield "an answer that the platform would read as two"
    if response.get("type") not in (None, "ci"):
        yield "an answer that is a pattern"


def _more(response: etree._Element) -> list[etree._Element]:
    return response.findall("additional_answer")


def _counted(response: etree._Element, field: etree._Element) -> Iterator[str]:
    answer = response.get("answer", "")
    ranged = answer[:1] == "[" and answer[-1:] == "]"
    ends = [_number(one) for one in (answer[1:-1].split(",") if ranged else [answer])]
    low, high = ends[0], ends[-1]
    if low is None or high is None or len(ends) != 1 + ranged or low > high:
        yield "a number that no answer can be"


def _number(words: str) -> Decimal | None:
    try:
        number = Decimal(words) if words.isascii() else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


_CHECKS: dict[str, tuple[str, Callable[[etree._Element, etree._Element], Iterator[str]]]] = {
    "multiplechoiceresponse": ("choicegroup", _one),
    "choiceresponse": ("checkboxgroup", _several),
    "optionresponse": ("optioninput", _listed),
    "stringresponse": ("textline", _typed),
    "numericalresponse": ("textline", _counted),
}
"""Each with its field."""
