"""The same LMSs for SCORM 2004: they speak it to the package, and 1.2's names to the tests.

What a package says is kept as it was said (`told`); `stored` and `commits` show it by the names of
SCORM 1.2, so that one test asks both. The page of the LMS has an `API` too, by which a test changes
what `API_1484_11` does; the package does not look for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from browser.lms import HOST, RUN_TIME, Lessons, Lms
from browser.moodle import PAGE, Moodle, MoodleLessons

NAMES = {
    "cmi.location": "cmi.core.lesson_location",
    "cmi.exit": "cmi.core.exit",
    "cmi.mode": "cmi.core.lesson_mode",
    "cmi.learner_id": "cmi.core.student_id",
    "cmi.session_time": "cmi.core.session_time",
    "cmi.score.raw": "cmi.core.score.raw",
    "cmi.score.min": "cmi.core.score.min",
    "cmi.score.max": "cmi.core.score.max",
}
STATUS = "cmi.core.lesson_status"
LEARNER = "cmi.learner_id"
OVER = {"passed", "completed"}
FACADE = """<script>
(function () {
  var own = API_1484_11;
  var facade = {};
  Object.keys(own).forEach(function (name) {
    Object.defineProperty(facade, name === 'Terminate' ? 'LMSFinish' : 'LMS' + name, {
      get: function () { return own[name]; },
      set: function (act) { own[name] = act; }
    });
  });
  Object.defineProperty(window, 'API', {
    get: function () { return facade; },
    set: function (given) { API_1484_11 = given ? own : given; }
  });
})();
</script>
BODY"""


def as_2004(script: str) -> str:
    """What a page of these tests says to SCORM 1.2, said to 2004."""
    for name in ("Finish", "Initialize", "GetValue", "SetValue", "Commit", "Get(?=Last|Err|Diag)"):
        new = {"Finish": "Terminate", "Get(?=Last|Err|Diag)": "Get"}.get(name, name)
        script = re.sub(rf"\bLMS{name}", new, script)
    for new, old in NAMES.items():
        script = script.replace(old, new)
    script = script.replace("student_response", "learner_response")
    script = script.replace(STATUS, "cmi.success_status")
    script = script.replace("scorm12.min.js", "scorm2004.min.js").replace(
        "Scorm12API", "Scorm2004API"
    )
    return re.sub(r"\bAPI\b", "API_1484_11", script)


def by_old_names(told: Mapping[str, Any]) -> dict[str, Any]:
    """What 2004 was told, as 1.2 would have been."""
    shown: dict[str, Any] = {}
    for name, value in told.items():
        old = NAMES.get(name, name).replace("learner_response", "student_response")
        shown[old] = _plain(old, value) if name.startswith("cmi.interactions") else value
    success, completion = (
        shown.pop(f"cmi.{one}_status", None) for one in ("success", "completion")
    )
    if success is not None or completion is not None:
        shown[STATUS] = success if success in ("passed", "failed") else completion
    if shown.get(STATUS) in OVER and "cmi.core.exit" in shown:
        assert shown["cmi.core.exit"] in ("suspend", "")
        shown["cmi.core.exit"] = ""
    return shown


def _plain(name: str, value: Any) -> Any:
    if name.endswith(".result"):
        return "wrong" if value == "incorrect" else value
    if name.endswith(("student_response", ".pattern")) and isinstance(value, str):
        short = {"true": "t", "false": "f"}.get(value, value)
        return short.split("[:]")[0].replace("[,]", ",").replace("[.]", ".")
    return value


def by_new_names(shown: Mapping[str, Any]) -> dict[str, Any]:
    """The other way, for what an attempt begins with."""
    told = {_new(name): value for name, value in shown.items()}
    status = told.pop(STATUS, None)
    if status is not None:
        told["cmi.success_status"] = status if status in ("passed", "failed") else "unknown"
        told["cmi.completion_status"] = "completed" if status in OVER else "incomplete"
        if status in OVER:
            told["cmi.exit"] = "suspend"
    return told


def _new(name: str) -> str:
    known = {old: new for new, old in NAMES.items()}
    return known.get(name, name).replace("student_response", "learner_response")


class _Speaks2004:
    """Beside a kind of `Lms`."""

    form: ClassVar[str] = "scorm2004"

    told: dict[str, Any]

    def script(self, words: str) -> str:
        """What a test says of SCORM 1.2."""
        return as_2004(words)

    @property
    def stored(self) -> dict[str, Any]:
        """By the names of SCORM 1.2."""
        return by_old_names(self.told)

    @stored.setter
    def stored(self, shown: Mapping[str, Any]) -> None:
        self.told = by_new_names(shown)

    def heard(self, data: dict[str, Any]) -> dict[str, Any]:
        """A commit, by the names of SCORM 1.2."""
        return by_old_names(data)


class Lms2004(_Speaks2004, Lms):
    """Around scorm-again's run-time of SCORM 2004."""

    page: ClassVar[str] = as_2004(HOST).replace("BODY", FACADE)
    run_time: ClassVar[Any] = RUN_TIME.with_name("scorm2004.min.js")

    def commit(self, data: dict[str, Any]) -> None:
        """As Moodle: what was committed is there, whether or not the sitting was finished."""
        self.commits.append(self.heard(data))
        kept = {name: value for name, value in data.items() if value not in ("", None)}
        self.told = {**self.told, **kept, "cmi.exit": data.get("cmi.exit", "")}

    def launch(self) -> dict[str, Any]:
        """Only a suspended attempt goes on; another begins with her name alone (RTE 4.2.8)."""
        kept = dict(self.told)
        kept.pop("cmi.session_time", None)
        goes_on = kept.pop("cmi.exit", "") == "suspend"
        return {name: value for name, value in kept.items() if goes_on or name == LEARNER}


class Moodle2004(_Speaks2004, Moodle):
    """As Moodle does."""

    page: ClassVar[str] = as_2004(PAGE).replace("BODY", FACADE)

    def commit(self, data: dict[str, Any]) -> None:
        """Only what a commit names is touched; a review stores nothing."""
        self.commits.append(self.heard(data))
        if not self.launched_over:
            self.told = {**self.told, **{name: str(value) for name, value in data.items()}}

    def launch(self) -> dict[str, Any]:
        """In a review everything can be seen."""
        self.launched_over = self.stored.get(STATUS) in OVER | {"failed"}
        mode = "review" if self.launched_over else "normal"
        suspended = self.launched_over or self.told.get("cmi.exit") == "suspend"
        return {**(self.told if suspended else {}), "cmi.mode": mode}


class Lessons2004(_Speaks2004, Lessons):
    """Of several SCOs, around scorm-again's run-time."""

    page: ClassVar[str] = Lms2004.page
    run_time: ClassVar[Any] = Lms2004.run_time
    kind: ClassVar[type[Lms]] = Lms2004


class MoodleLessons2004(_Speaks2004, MoodleLessons):
    """Of several SCOs, as Moodle holds them."""

    kind: ClassVar[type[Lms]] = Moodle2004


OTHERS: dict[type[Lms], type[Lms]] = {
    Lms: Lms2004,
    Moodle: Moodle2004,
    Lessons: Lessons2004,
    MoodleLessons: MoodleLessons2004,
}
"""What speaks SCORM 2004, for each that speaks 1.2."""
