"""YAML with the place of every key and value, so that a wrong one can be shown."""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

import yaml

from kandil.problems import Place, Problem
from kandil.read.source.limits import too_long
from kandil.read.source.source import CONTROL, Source, control_sign
from kandil.values import dataclass

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Values stay words, as they were written: `yes`, `2018` and dates are read by their key's type."""
Path = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value]"
_QUOTES = 'Put words with a colon or a sign at their start in quotes: title: "Words: more".'
_FAULTS = (
    ("mapping values are not allowed", False, "A second colon stands in this value", _QUOTES),
    ("could not find expected ':'", True, "This line has no colon behind its key", _QUOTES),
    ("a tab", False, "A tab stands where only spaces may", "Use spaces at the start of a line."),
    ("scanning a quoted", True, "This quotation mark is not closed", "Close it in the same line."),
    ("flow sequence", True, "This list is not closed", "Close it: [one, two]."),
    ("flow mapping", True, "This bracket is not closed", "Close it: {id: LO1, text: …}."),
    ("expected key", False, "This line does not fit the one above", "Mend its spaces or quotes."),
    ("anchor", True, "A value cannot begin with this sign", _QUOTES),
    ("alias", True, "A value cannot begin with this sign", _QUOTES),
    ("cannot start any token", False, "A value cannot begin with this sign", _QUOTES),
)
"""Words of the YAML reader; whether the fault is where something was opened; our words; a hint."""


_WORDS = ("title", "discreet_title", "summary", "text", "sources")
"""Keys whose values are sentences: there a `#` is a sign, not the start of a remark."""


@dataclass(slots=True)
class Document:
    """Plain values, and where each stands: `("objectives", 0, "text")` to a place."""

    data: dict[str, Value] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column, counted from 0."""
    problems: list[Problem] = field(default_factory=list)
    controls: list[Problem] = field(default_factory=list)
    """Control characters, which only words that a page shows may not hold."""
    seen: set[int] = field(default_factory=set)
    """Lists that were walked: YAML may name one twice, and so without end."""


def read_yaml(source: Source) -> Document:
    """Read one mapping; every fault is a problem, none is raised."""
    document = Document()
    document.problems += too_long(source, "Keep the keys that a course needs.")
    if document.problems:
        return document
    loader = _Loader("\n".join(source.lines) + "\n")
    try:
        node = loader.get_single_node()
        if node is None:
            return document
        if not isinstance(node, yaml.MappingNode):
            message = "This is no list of 'key: value' lines"
            _report(document, source, node.start_mark, message, "Write 'title: …', a key a line.")
            return document
        _walk(document, source, node, ())
        if not document.problems:
            document.data = loader.construct_document(node)
    except yaml.MarkedYAMLError as fault:
        _explain(document, source, fault)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        _report(document, source, None, "This cannot be read as 'key: value' lines", _QUOTES)
    finally:
        loader.dispose()
    return document


def _explain(document: Document, source: Source, fault: yaml.MarkedYAMLError) -> None:
    """In plain words; where something was left open, the place where it was opened."""
    said = f"{fault.problem or ''} {fault.context or ''}"
    if fault.problem_mark and _sign(source, fault.problem_mark) == "\t":
        said = "a tab"
    for words, opened, message, hint in _FAULTS:
        if words in said:
            mark = (fault.context_mark if opened else None) or fault.problem_mark
            return _report(document, source, mark, message, hint)
    mark = fault.problem_mark or fault.context_mark
    return _report(document, source, mark, "This cannot be read as 'key: value' lines", _QUOTES)


def _sign(source: Source, mark: yaml.Mark) -> str:
    line = source.text(mark.line)
    return line[mark.column : mark.column + 1]


def _report(
    document: Document, source: Source, mark: yaml.Mark | None, message: str, hint: str
) -> None:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, max(len(source.lines) - 1, 0))
    document.problems.append(Problem("C004", source.place(line, column), message, hint))


def _walk(document: Document, source: Source, node: yaml.Node, path: Path) -> None:
    if isinstance(node, yaml.CollectionNode):
        if id(node) in document.seen:
            message = "A value may not be borrowed from another place with '&' and '*'"
            _report(document, source, node.start_mark, message, "Write it out again.")
            return
        document.seen.add(id(node))
    document.values[path] = (node.start_mark.line, node.start_mark.column)
    if _sign(source, node.start_mark) == "!":
        _report(document, source, node.start_mark, "A value cannot begin with this sign", _QUOTES)
    if isinstance(node, yaml.ScalarNode) and (sign := CONTROL.search(str(node.value))):
        place = source.place(node.start_mark.line, node.start_mark.column)
        document.controls.append(control_sign(sign[0], place))
    if isinstance(node, yaml.ScalarNode) and _key(path) in _WORDS:
        _cut_off(document, source, node, _key(path))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            place = source.place(key.start_mark.line, key.start_mark.column)
            if (*path, name) in document.keys:
                hint = "Keep one of the two."
                problem = Problem("C010", place, f"'{name}' is written twice", hint)
                document.problems.append(problem)
            document.keys[*path, name] = place
            _walk(document, source, value, (*path, name))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(document, source, value, (*path, index))


def _key(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _cut_off(document: Document, source: Source, node: yaml.ScalarNode, key: str) -> None:
    """A plain value ends before ` #` (YAML 1.2, 6.6); the trainer meant the words behind it too."""
    line, column = node.end_mark.line, node.end_mark.column
    rest = source.text(line)[column:]
    if node.style in ("'", '"', "|", ">") or not rest.lstrip().startswith("#"):
        return
    words = f"{node.value}{rest}".rstrip().replace('"', "'")
    hint = f'Put it in quotes: {key}: "{words}"'
    if key == "sources":
        hint = f'Put it in quotes: - "{words}"'
    place = source.place(line, column + rest.index("#"))
    message = f"The words behind '#' would be lost: '{key}' ends before it"
    document.problems.append(Problem("C015", place, message, hint))
