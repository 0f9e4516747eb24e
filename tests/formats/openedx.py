"""A course with each way to ask in a quiz, and its problems as Open edX's own block grades them."""

from __future__ import annotations

import json
import os
import subprocess
import tarfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from kandil.build.pipeline import build
from kandil.build.request import Request
from kandil.problems import errors
from lxml import etree

ROOT = Path(__file__).parents[2]
CHECKERS = ROOT / ".checkers/bin"
BLOCK = Path(__file__).with_name("openedx_problem.py")
COURSE = """id: ask
title: Every way to ask
language: {language}
modules: [ask-1]
"""
LESSON = """---
id: ask-1
title: Every way to ask
---

## Key ideas

Read this.

## Quiz: Check yourself

<!-- id: check; pass: 80%; attempts: 2 -->

### Question: Which one is hard to guess?

<!-- id: one; points: 2 -->

- [ ] **Tbilisi-1988**
  > A town and a year.
- [x] `lemon` carpet
  > Two words.
- [ ] 12345

> **Hint:** Which of them is in no list?

> **Correct:** Well seen.
>
> **Incorrect:** Look again.

> **Why:** Length helps.

### Question: Which two are safe?

<!-- id: two; points: 3 -->

- [x] Wait
  > Nobody can hurry you.
- [x] Ask
- [ ] Pay
  > Money does not come back.
- [ ] Answer

> **Correct:** Both.

### Question: Which three are signs?

<!-- id: three; points: 4; attempts: 1 -->

- [x] Haste
- [x] Fear
- [x] A prize
- [ ] A name
- [ ] A date
- [ ] A greeting

### Question: Which two of these five?

<!-- id: five -->

- [x] A
- [x] B
- [ ] C
- [ ] D
- [ ] E

### Question: Screens sleep.

<!-- id: true; attempts: 0 -->

- [x] True
  > They do.
- [ ] False

### Question: Complete the sentence

<!-- id: word -->

The number of fingers on one hand is [[п'ять | cinq]].

> **Correct:** As on most hands.

### Question: Write it just so

<!-- id: exact; exact: yes -->

The short form is [[PIN]].

### Question: Complete the sentences

<!-- id: gaps; points: 3 -->

A [[manager | safe]] keeps them. It opens with [[= 12 .. 16]] letters, and with a [[key]].

### Question: How many minutes?

<!-- id: number; points: 2 -->

It takes [[= 1.5 ± 0.25]] minutes.

### Order: Begin with what helps most

<!-- id: steps; points: 3 -->

1. A key
   > Only there.
2. A code
3. A message

### Match: Words and meanings

<!-- id: pairs; points: 2 -->

| Word | Meaning |
|------|---------|
| PIN | Rana's number |
| Code | A number, once |
| | A public name |

### Sort: Where does it belong?

<!-- id: groups; points: 3 -->

- **Share**
  - Your first name
- **Keep**
  - Your PIN
    > Nobody needs it.
  - A code by SMS
"""
Answer: TypeAlias = "str | list[str] | dict[str, str]"
"""Words of a choice, or of several boxes; what is chosen or typed, by what stands beside the field
where there are several."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A problem, and what is answered."""

    xml: str
    answers: list[Answer]
    one: bool = False
    """Whether all answers are tries of one learner."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What the block gave."""

    points: float | str
    """Or why it took no answer."""
    possible: float
    feedback: str


def built(folder: Path, language: str = "en") -> Path:
    """The archive of that course."""
    (folder / "ask/modules").mkdir(parents=True)
    (folder / "ask/course.yml").write_text(COURSE.format(language=language), "utf-8")
    (folder / "ask/modules/ask-1.md").write_text(LESSON, "utf-8")
    formats, dist = ("olx",), folder / "dist"
    request = Request((folder / "ask",), "preview", date(2026, 11, 24), (language,), formats, dist)
    assert errors(build(request).problems) == []
    return dist / f"preview/olx/ask/ask-{language}-preview-olx.tar.gz"


def unpacked(archive: Path, folder: Path) -> Path:
    """The one folder of an archive, as a program of others reads it."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "course"


def problems(course: Path) -> dict[str, str]:
    """The problems of a course of one lesson, by the ids of their questions."""
    files = sorted((course / "problem").glob("*.xml"))
    return {file.stem.removeprefix("problem-ask-1-"): file.read_text("utf-8") for file in files}


def graded(asked: Iterable[Asked]) -> list[list[Graded]]:
    """What the block gave for each answer to each problem."""
    rows = [
        {"problem": one.xml, "one": one.one, "tries": [given(one.xml, x) for x in one.answers]}
        for one in asked
    ]
    command = [CHECKERS / "python", "-W", "ignore", BLOCK]
    settings = {"DJANGO_SETTINGS_MODULE": "django.conf.global_settings"}
    done = subprocess.run(
        command, input=json.dumps(rows), capture_output=True, text=True, env=os.environ | settings
    )
    assert done.returncode == 0, done.stderr
    return [[Graded(*row) for row in found] for found in json.loads(done.stdout)]


def given(xml: str, answer: Answer) -> list[str | list[str]]:
    """An answer for each field, in their order, as a browser sends it."""
    fields = "//choicegroup | //checkboxgroup | //optioninput | //textline"
    return [_filled(one, answer) for one in etree.fromstring(xml).xpath(fields)]


def _filled(field: etree._Element, answer: Answer) -> str | list[str]:
    if field.tag in ("choicegroup", "checkboxgroup"):
        words = [said(one) for one in field.findall("choice")]
        wanted = [answer] if isinstance(answer, str) else answer
        names = [f"choice_{words.index(one)}" for one in wanted]
        return names[0] if field.tag == "choicegroup" else names
    if isinstance(answer, str):
        return answer
    label = said(field.getparent().find("label"))
    assert isinstance(answer, Mapping)
    return answer[label]


def said(element: etree._Element) -> str:
    """Its words, without what is said to an answer."""
    parts = (part for part in element.iter() if part.tag not in ("choicehint", "optionhint"))
    kept = (part.text or "" for part in parts)
    tails = ("".join(child.tail or "" for child in element),)
    return "".join((*kept, *tails)).strip()
