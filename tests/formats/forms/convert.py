"""Converts each workbook that it is given into an XForm beside it, and prints what is wrong.

Run by the Python of `.checkers`, which has pyxform: its own command ends with 0 on an invalid form.
With the word `check` ODK Validate looks at each form, too.
"""

import sys
from pathlib import Path

from pyxform.xls2xform import convert

for path in map(Path, sys.argv[2:]):
    try:
        made = convert(path, validate=sys.argv[1] == "check")
    except Exception as fault:
        print(f"{path.name}: {fault}")
        continue
    path.with_suffix(".xml").write_text(made.xform, "utf-8")
    for warning in made.warnings:
        print(f"{path.name}: warning: {warning}")
