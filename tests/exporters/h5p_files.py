"""Files of H5P made of lessons by hand, and faults planted in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from exporters.test_lowering import match, order
from kandil.build.handed import Handed
from kandil.exporters.h5p import EXPORTER, H5pOptions
from kandil.model.blocks import Paragraph
from kandil.model.edition import Edition
from kandil.model.interactions import (
    Branching,
    Card,
    Cards,
    Interaction,
    LongFillIn,
    Move,
    Option,
    Step,
)
from standin import HERE, choice, course, edition, fill_in, module, numeric, quiz, text, true_false

HEAD, BODY = "h5p.json", "content/content.json"
SHARED: dict[str, Any] = {"explicit_id": True, "place": HERE, "scored": False}


def cards() -> Cards:
    pairs = (Card(text("Account"), text("Your place")), Card(text("Online"), text("Connected")))
    return Cards(id="cards", prompt=text("Words"), cards=pairs, **SHARED)


def essay() -> LongFillIn:
    told = (text("I will call myself."),)
    return LongFillIn(id="own", prompt=text("What do you say?"), model_answer=told, **SHARED)


def scenario() -> Branching:
    """A step with two ways, one with a single long way, one that ends, one that leads back."""
    long = text("Go on to the next step, which has a name of more than fifty signs")
    start = (Move(text("Open <it>"), "b"), Move(text("Wait"), "c"))
    steps = (
        Step("a", text("Start"), (Paragraph(text("A call.")),), start),
        Step("b", text("Opened"), (), (Move(long, "c"),)),
        Step("c", text("The end"), (), (Move(text("Again"), "a"),), "good", ending=True),
    )
    return Branching(id="call", prompt=text("The caller"), steps=steps, **SHARED)


def asked() -> tuple[Interaction, ...]:
    """One of each kind that a question set holds."""
    options = (
        Option("a", text("A & B"), True, (text("Well done"),)),
        Option("b", text("C"), False),
    )
    told = {"hints": (text("Think"),), "why": (text("So it is."),)}
    one = replace(choice("one", "b"), options=options, **told)
    many = choice("many", "ac")
    return (
        one,
        many,
        replace(true_false("true"), **told),
        fill_in("gap"),
        numeric("number"),
        replace(match("pairs"), **told),
        replace(order("steps"), **told),
    )


def every() -> Edition:
    """All kinds that the format takes, in a course that reports all."""
    beside = (replace(order("steps2")), cards(), essay(), scenario())
    return edition(course(module("tin-1", quiz(*asked()), *beside)))


def files(of: Edition, libraries: str = "") -> dict[str, bytes]:
    """What is in the zip of an edition, by name."""
    ready, _ = Handed([of]).to(EXPORTER)
    [made] = EXPORTER.artefacts(ready, lambda edition: None, H5pOptions(libraries))
    return {file.path: file.content for file in made.files()}


def packages(of: Edition, libraries: str = "") -> dict[str, bytes]:
    found = files(of, libraries)
    return {name: content for name, content in found.items() if name.endswith(".h5p")}


def one_chapter() -> Edition:
    """A lesson without a heading."""
    return edition(course(module("tin-1", Paragraph(text("Words")))))


def head(package: bytes) -> dict[str, Any]:
    return _read(package, HEAD)


def body(package: bytes) -> dict[str, Any]:
    return _read(package, BODY)


def changed(package: bytes, name: str, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The same with one of its two files changed in place."""
    return with_member(package, name, lambda told: json.dumps(_in(json.loads(told), change)))


def with_member(package: bytes, name: str, change: Callable[[bytes], str | bytes | None]) -> bytes:
    """The same with a member changed, added or, for None, taken out."""
    held = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(held, "w") as new:
        members = {one: old.read(one) for one in old.namelist()}
        members[name] = change(members.get(name, b""))
        for one, content in members.items():
            if content is not None:
                new.writestr(one, content)
    return held.getvalue()


def _read(package: bytes, name: str) -> dict[str, Any]:
    with ZipFile(BytesIO(package)) as archive:
        found: dict[str, Any] = json.loads(archive.read(name))
    return found


def _in(told: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    change(told)
    return told
