"""Real libraries, where somebody has a folder of them: `H5P_LIBRARIES=DIR pytest tests/h5p`."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from contract import suite
from exporters.h5p_files import body, every, packages
from h5p.test_importer import TESTS, TINY, spelt

FOLDER = os.environ.get("H5P_LIBRARIES", "")


@pytest.mark.skipif(not FOLDER, reason="NOT RUN: H5P_LIBRARIES names no folder of real libraries")
def test_the_fields_of_real_libraries_take_every_kind_of_file(tmp_path: Path) -> None:
    made = {**packages(every()), **packages(suite.editions(TINY)[0])}
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in made]
    words = ["node", TESTS / "h5p/importer.cjs", Path(FOLDER).absolute(), tmp_path / "kept", *paths]
    run = subprocess.run(words, capture_output=True, text=True, cwd=TESTS, check=True)
    for (name, content), answer in zip(made.items(), json.loads(run.stdout), strict=True):
        assert answer.get("faults") == [], (name, answer)
        assert spelt(answer["kept"]) == spelt(body(content)), name
