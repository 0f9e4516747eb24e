"""Elements as a backup of Moodle's has them: values are elements, `$@NULL@$` stands for none."""

from __future__ import annotations

from lxml import etree

from kandil.package.artefact import File

NULL = "$@NULL@$"
Value = str | int | None


def root(name: str, **attributes: Value) -> etree._Element:
    """The document's element."""
    return etree.Element(name, {key: f"{value}" for key, value in attributes.items()})


def add(parent: etree._Element, name: str, text: Value = "", **attributes: Value) -> etree._Element:
    """A child."""
    found = etree.SubElement(parent, name, {key: f"{one}" for key, one in attributes.items()})
    found.text = NULL if text is None else f"{text}" or None
    return found


def fill(parent: etree._Element, /, **values: Value) -> None:
    """A child for each."""
    for name, value in values.items():
        add(parent, name, value)


def file(path: str, element: etree._Element) -> File:
    """As a file of the backup."""
    etree.indent(element)
    content: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8")
    return File(path, content + b"\n")
