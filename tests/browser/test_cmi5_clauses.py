"""The clauses by which statements are judged find what breaks them, and so does the validator."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha1
from typing import Any
from uuid import UUID

import pytest
from browser.clauses import CATEGORIES, MASTERY, breaches
from browser.launcher import ACTOR, SESSION, VERBS
from browser.lrsroom import warnings
from kandil.paths import themes

AU = "https://lms.example/au/1"
OWN = "urn:uuid:ab306736-e5bc-5058-bdd9-c4a47c57b686"
REGISTRATION = "7b2b1d34-55a8-4a52-b1c0-2f3e1d6f0a11"
LAUNCH = {"registration": REGISTRATION, "activity": AU, "publisher": OWN, "mastery": 0.8}
Change = Callable[[list[dict[str, Any]]], None]


def statement(number: int, verb: str, *more: str, **result: Any) -> dict[str, Any]:
    """One of the session, as it should be."""
    return {
        "id": f"00000000-0000-4000-8000-00000000000{number}",
        "actor": ACTOR,
        "verb": {"id": VERBS + verb, "display": {"en": verb}},
        "object": {"id": AU, "objectType": "Activity"},
        "timestamp": f"2026-12-01T10:00:0{number}.000Z",
        "context": {
            "registration": REGISTRATION,
            "contextActivities": {
                "grouping": [{"id": OWN}],
                "category": [{"id": CATEGORIES + name} for name in ("cmi5", *more)],
            },
            "extensions": {SESSION: "s"} | ({MASTERY: 0.8} if verb == "passed" else {}),
        },
        **({"result": result} if result else {}),
    }


def session() -> list[dict[str, Any]]:
    """A whole one."""
    score = {"scaled": 0.9}
    return [
        statement(0, "initialized"),
        statement(1, "passed", "moveon", success=True, duration="PT1S", score=score),
        statement(2, "completed", "moveon", completion=True, duration="PT1.5S"),
        statement(3, "terminated", duration="PT0S"),
    ]


def again(place: int) -> Change:
    """The same once more, before the end."""

    def change(said: list[dict[str, Any]]) -> None:
        more = deepcopy(said[place])
        more["id"] = more["id"].replace("8000", "9000")
        said.append(more)

    return change


def put(place: int, value: Any, *path: Any) -> Change:
    """Another value in a statement; None takes it out."""

    def change(said: list[dict[str, Any]]) -> None:
        at: Any = said[place]
        for name in path[:-1]:
            at = at[name]
        at[path[-1]] = value
        if value is None:
            del at[path[-1]]

    return change


CATEGORY = ("context", "contextActivities", "category")


def test_a_whole_session_breaks_none() -> None:
    assert breaches(session(), LAUNCH) == []
    assert warnings(session()) == []


@pytest.mark.parametrize(
    ("clause", "change"),
    [
        ("9.1", put(0, "1", "id")),
        ("9.2", put(0, {"mbox": "mailto:a@example.org"}, "actor")),
        ("9.3", put(0, "2026-12-01T10:00:09.000Z", "timestamp")),
        ("9.3", put(3, "2026-12-01T10:00:00.500Z", "timestamp")),
        ("9.3", again(0)),
        ("9.3", again(1)),
        ("9.3", again(2)),
        ("9.3", put(2, f"{VERBS}failed", "verb", "id")),
        ("9.3.4", put(1, 0.79, "result", "score", "scaled")),
        ("9.4", put(2, OWN, "object", "id")),
        ("9.5.1", put(2, {"scaled": 0.9}, "result", "score")),
        ("9.5.2", put(1, None, "result", "success")),
        ("9.5.2", put(3, True, "result", "success")),
        ("9.5.3", put(2, None, "result", "completion")),
        ("9.5.4", put(1, "1 s", "result", "duration")),
        ("9.5.4.1", put(3, None, "result", "duration")),
        ("9.6.1", put(1, OWN, "context", "registration")),
        ("9.6.2.1", put(0, [], *CATEGORY)),
        ("9.6.2.2", put(1, [{"id": f"{CATEGORIES}cmi5"}], *CATEGORY)),
        ("9.6.3.2", put(1, 0.7, "context", "extensions", MASTERY)),
        ("9.7", put(1, "2026-12-01T12:00:00.000+02:00", "timestamp")),
        ("10.2.1", put(1, [], "context", "contextActivities", "grouping")),
        ("xAPI", put(1, "00000000-0000-4000-8000-000000000000", "id")),
    ],
)
def test_each_clause_is_seen_broken(clause: str, change: Change) -> None:
    said = session()
    change(said)
    assert clause in {words.partition(" ")[0] for words in breaches(said, LAUNCH)}


@pytest.mark.parametrize(
    "change",
    [
        put(0, "1", "id"),
        put(0, None, "verb"),
        put(1, 9, "result", "score", "scaled"),
        put(1, "1 s", "result", "duration"),
        put(2, "start.html", "object", "id"),
    ],
)
def test_the_validator_sees_what_xapi_forbids(change: Change) -> None:
    said = session()
    change(said)
    assert warnings(said)


@pytest.mark.parametrize("name", ["", "a", "ä" * 40, "x" * 55, "x" * 64, "ქართული\n1" * 30])
def test_a_name_that_is_made_of_words_is_a_true_sha_1(name: str) -> None:
    """RFC 9562, version 5, with an empty namespace."""
    script = (themes() / "base/cmi5/uuid.js").read_text()
    command = ["node", "-e", f"{script}\nconsole.log(namedUuid(process.argv[1]))", name]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    digest = sha1(name.encode(), usedforsecurity=False).digest()[:16]
    assert done.stdout.strip() == str(UUID(bytes=digest, version=5))
