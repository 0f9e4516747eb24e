"""YAML with the place of every key and value, so that a wrong one can be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from kandil.problems import Place, Problem
from kandil.read.source import Source

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path = tuple[str | int, ...]


@dataclass(slots=True)
class Document:
    """Plain values, and where each stands: `("objectives", 0, "text")` to a place."""

    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column, counted from 0."""
    problems: list[Problem] = field(default_factory=list)


def read_yaml(source: Source) -> Document:
    """Read one mapping; every fault is a problem, none is raised."""
    document = Document()
    loader = _Loader("\n".join(source.lines) + "\n")
    try:
        node = loader.get_single_node()
        if node is None:
            return document
        if not isinstance(node, yaml.MappingNode):
            _report(document, source, node.start_mark, "This is no list of 'key: value' lines")
            return document
        _walk(document, source, node, ())
        document.data = loader.construct_document(node)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        _report(document, source, mark, f"This cannot be read: {fault.problem or 'bad YAML'}")
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        _report(document, source, None, "This cannot be read")
    finally:
        loader.dispose()
    return document


def _report(document: Document, source: Source, mark: Any, message: str) -> None:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, max(len(source.lines) - 1, 0))
    hint = 'Put values with a colon or a sign at their start in quotes: title: "Words: more".'
    document.problems.append(Problem("C004", source.place(line, column), message, hint))


def _walk(document: Document, source: Source, node: yaml.Node, path: Path) -> None:
    document.values[path] = (node.start_mark.line, node.start_mark.column)
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
