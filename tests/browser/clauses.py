"""The clauses of cmi5 about what an AU says (9 and 10.2), over all that a registration holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from browser.launcher import ACTOR, SESSION, VERBS

Statement = Mapping[str, Any]
CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
DEFINED = {f"{VERBS}{name}" for name in ("initialized", "completed", "passed", "terminated")}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?")
UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def breaches(said: Sequence[Statement], launch: Mapping[str, Any]) -> list[str]:
    """The clauses that are broken; `launch` has what the LMS knows: `registration`, `activity`,
    `publisher` and, where there is one, `mastery`."""
    found = [clause for one in said for clause in _one(one, launch)]
    sessions = {_session(one): None for one in said}
    for session in sessions:
        found += _session_breaches([one for one in said if _session(one) == session])
    for verb in ("completed", "passed"):
        if sum(_verb(one) == verb for one in said) > 1:
            found.append(f"9.3 {verb} more than once in a registration")
    ids = [one["id"] for one in said]
    return found + ["xAPI 2.4.1 two of one id"] * (len(set(ids)) < len(ids))


def _session_breaches(said: list[Statement]) -> Iterator[str]:
    """In the order of their times."""
    ordered = sorted(said, key=lambda one: _time(one))
    verbs = [_verb(one) for one in ordered]
    if verbs[0] != "initialized":
        yield "9.3 initialized is not the first"
    if "terminated" in verbs[:-1]:
        yield "9.3 terminated is not the last"
    for verb in ("initialized", "completed", "passed", "terminated"):
        if verbs.count(verb) > 1:
            yield f"9.3 {verb} twice in a session"


def _one(one: Statement, launch: Mapping[str, Any]) -> Iterator[str]:
    context, result = one["context"], one.get("result", {})
    if not UUID.fullmatch(one["id"]):
        yield "9.1 the id is no UUID"
    if one["actor"] != ACTOR:
        yield "9.2 the actor is not that of the launch"
    if not UTC.fullmatch(one["timestamp"]):
        yield "9.7 no time, or not in UTC"
    if context["registration"] != launch["registration"]:
        yield "9.6.1 the registration is not that of the launch"
    grouped = [entry["id"] for entry in context["contextActivities"].get("grouping", [])]
    if launch["publisher"] not in grouped or SESSION not in context["extensions"]:
        yield "10.2.1 the template of the LMS is not in the context"
    categories = {entry["id"] for entry in context["contextActivities"].get("category", [])}
    moves = f"{CATEGORIES}moveon" in categories
    if one["verb"]["id"] in DEFINED:
        yield from _defined(one, categories, result, launch)
        if moves != bool({"success", "completion"} & {*result}):
            yield "9.6.2.2 moveon stands where it may not, or not where it must"
    elif moves or f"{CATEGORIES}cmi5" in categories:
        yield f"9.3 {one['verb']['id']} is no verb that an AU may use as cmi5's"


def _defined(
    one: Statement, categories: set[str], result: Mapping[str, Any], launch: Mapping[str, Any]
) -> Iterator[str]:
    verb = _verb(one)
    if f"{CATEGORIES}cmi5" not in categories:
        yield "9.6.2.1 no cmi5 category"
    if one["object"]["id"] != launch["activity"]:
        yield "9.4 the object is not the AU"
    if "duration" in result and not DURATION.fullmatch(result["duration"]):
        yield "9.5.4 the duration is not of ISO 8601"
    if verb in ("completed", "passed", "terminated") and "duration" not in result:
        yield f"9.5.4.1 {verb} without a duration"
    if result.get("success") is not (True if verb == "passed" else None):
        yield "9.5.2 success stands where it may not, or not where it must"
    if result.get("completion") is not (True if verb == "completed" else None):
        yield "9.5.3 completion stands where it may not, or not where it must"
    if "score" in result and verb != "passed":
        yield "9.5.1 a score beside passed"
    if verb == "passed":
        yield from _passed(one, result.get("score", {}), launch)


def _passed(one: Statement, score: Mapping[str, Any], launch: Mapping[str, Any]) -> Iterator[str]:
    scaled, mastery = score.get("scaled", 1), launch.get("mastery")
    if not 0 <= scaled <= 1:
        yield "9.5.1 scaled is not between 0 and 1"
    if mastery is not None and scaled < mastery:
        yield "9.3.4 passed below the mastery score"
    if one["context"]["extensions"].get(MASTERY) != mastery:
        yield "9.6.3.2 the mastery score is not that of the launch"


def _verb(one: Statement) -> str:
    return str(one["verb"]["id"]).removeprefix(VERBS)


def _session(one: Statement) -> str:
    return str(one["context"]["extensions"].get(SESSION))


def _time(one: Statement) -> datetime:
    return datetime.fromisoformat(one["timestamp"])
