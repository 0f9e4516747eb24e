"""Nothing in an archive may run, load or lead but as Kandil has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kandil.exporters._olx.names import TOP
from kandil.exporters._olx.references import documents
from kandil.problems import Place, Problem
from kandil.read.course.drawing import names
from kandil.verify.contents import Contents
from kandil.verify.harmless import check_harmless

_OWN: Mapping[str, frozenset[str]] = {
    "problem": names("display_name weight showanswer rerandomize grading_method max_attempts"),
    "multiplechoiceresponse": names(""),
    "choicegroup": names("type shuffle"),
    "choiceresponse": names("partial_credit"),
    "checkboxgroup": names(""),
    "choice": names("correct"),
    "choicehint": names("label selected"),
    "compoundhint": names("label value"),
    "optionresponse": names(""),
    "optioninput": names(""),
    "option": names("correct"),
    "optionhint": names("label"),
    "stringresponse": names("answer type"),
    "numericalresponse": names("answer"),
    "answer": names("answer"),
    "correcthint": names("label"),
    "textline": names("size"),
    "description": names(""),
    "solution": names(""),
    "demandhint": names(""),
    "hint": names(""),
}
"""Elements of a problem and their attributes, beside those of a page."""
_PROBLEM = {f"<{tag}>" for tag in _OWN} | {
    f"<{tag} {attribute}>" for tag, known in _OWN.items() for attribute in known
}
_PART = ("no word that it is UTF-8", "no word that its address is told to no other site")
"""What only the page around a part can say, and the platform's own page says."""
_HINT = "Do not use this copy: it is damaged, or somebody changed it."


def check_parts(contents: Contents) -> Iterator[Problem]:
    """V042 and V044: pages, which are parts of the platform's own, and all other files."""
    whole = Contents([name for name in contents.names if not name.endswith(".html")], contents.read)
    yield from check_harmless(whole)
    for name, page in documents(contents):
        problem = name.startswith(f"{TOP}/problem/")
        for code, words in page.faults:
            if code == "V043" or words in _PART or (problem and words in _PROBLEM):
                continue
            message = f"No package of Kandil's has this: {words}"
            yield Problem(code, Place(name), message, _HINT)
