"""A test against the standard (QTI 2.1 ASI 9 to 11)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

_MODES = {
    "navigationMode": ("linear", "nonlinear"),
    "submissionMode": ("individual", "simultaneous"),
}


def check_test(
    root: etree._Element, items: Collection[str], needed: Collection[str]
) -> Iterator[str]:
    """`items`: files of items by the manifest; `needed`: those on which the test depends."""
    if root.tag != "assessmentTest":
        yield "it is no test"
        return
    for part in root.findall("testPart"):
        for name, modes in _MODES.items():
            if part.get(name) not in modes:
                yield f"a part has no legal '{name}' (10.1)"
    refs = [*root.iter("assessmentItemRef")]
    if not refs:
        yield "it has no item (10.3)"
    names = [
        one.get("identifier", "") for one in root.iter("assessmentItemRef", "assessmentSection")
    ]
    for name in sorted({one for one in names if names.count(one) > 1}):
        yield f"'{name}' stands twice in it (10.2)"
    for ref in refs:
        href = ref.get("href", "")
        if href not in items:
            yield f"it names '{href}', which is no item of the package (10.3)"
        elif href not in needed:
            yield f"it shows '{href}', on which the manifest does not let it depend (CP 1.2)"
    for section in root.iter("assessmentSection"):
        chosen = section.find("selection")
        held = section.findall("assessmentItemRef")
        if chosen is not None and not 0 < int(chosen.get("select", "0")) <= len(held):
            yield f"it draws {chosen.get('select')} of {len(held)} items (10.2)"
