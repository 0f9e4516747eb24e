"""The builder of manifests."""

from __future__ import annotations

from kandil.package.xml import Vocabulary, serialise

WORDS = Vocabulary({"": "urn:one", "two": "urn:two"})


def build() -> bytes:
    root = WORDS.root("list", identifier="a")
    WORDS.add(root, "title", "Ключи & <двери>")
    WORDS.add(root, "item", href="a.html", two_kind="sco")
    return serialise(root)


def test_a_document_is_readable_and_escaped() -> None:
    assert build().decode() == (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<list xmlns="urn:one" xmlns:two="urn:two" identifier="a">\n'
        "  <title>Ключи &amp; &lt;двери&gt;</title>\n"
        '  <item href="a.html" two:kind="sco"/>\n'
        "</list>\n"
    )


def test_the_same_elements_give_the_same_bytes() -> None:
    assert build() == build()
