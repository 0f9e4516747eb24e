"""Answers items of QTI 2.1 in pyslet, an engine that we did not write; run by its own Python, which
has no Kandil. Reads `[[path, {response: value}], …]` and writes the outcomes of each."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyslet.qtiv2 import variables
from pyslet.qtiv2 import xml as qti


def outcomes(path: str, answers: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Raises pyslet's own errors for an item that it cannot read or process."""
    document = qti.QTIDocument()
    with Path(path).open("rb") as file:
        document.read(src=file)
    state = variables.ItemSessionState(document.root)
    state.begin_session()
    for name, value in answers.items():
        state[name].set_value(value)
    state.end_attempt()
    for name in state:
        if state.is_outcome(name):
            value = state[name].value
            yield name, sorted(value) if isinstance(value, dict) else value


if __name__ == "__main__":
    print(json.dumps([dict(outcomes(*one)) for one in json.load(sys.stdin)]))
