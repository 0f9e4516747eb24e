"""An LMS that follows the sequencing of a package: scorm-again's, fed with its manifest.

The run-time reads no manifest. So its tree of activities is made of `imsmanifest.xml` here, element
by element, by the names that the standard has for them (SCORM 2004 4th Ed. SN 3)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from browser.lms2004 import Lms2004
from lxml import etree
from playwright.sync_api import Frame, Page

PAGE = """<!doctype html><meta charset="utf-8"><title>LMS</title>
<script src="/scorm2004.min.js"></script>
<script>
var pages = PAGES, kept = {}, delivered = '', refused = [];
var api = new Scorm2004API({ logLevel: 5, lmsCommitUrl: '/commit', dataCommitFormat: 'flattened',
  sequencing: { activityTree: TREE, validateNavigationRequests: true }
});
var API_1484_11 = {};
['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString',
 'GetDiagnostic'].forEach(function (name) {
  API_1484_11[name] = function (element, value) {
    var result = api[name].apply(api, arguments);
    if (name === 'SetValue') {
      (result === 'true' ? kept[delivered] : refused)[element] = value;
    }
    return result;
  };
});
/** What the lesson told is given back to it, as `cmi.exit` asks. */
function launch() {
  kept[delivered] = kept[delivered] || {};
  if (Object.keys(kept[delivered]).length) {
    api.loadFromFlattenedJSON(Object.assign({ 'cmi.entry': 'resume' }, kept[delivered]));
  }
  document.getElementById('sco').src = '/package/' + pages[delivered];
}
function leave() {
  return new Promise(function (done) {
    var frame = document.getElementById('sco');
    frame.onload = function () { frame.onload = null; setTimeout(done, 50); };
    frame.src = 'about:blank';
  });
}
/** What she asks for between two lessons; whether it is done. */
async function ask(request, target) {
  await leave();
  if (!api.processNavigationRequest(request, target)) {
    return '';
  }
  // Now for the lesson that was chosen, whose objectives it gets. Where an attempt goes on, the
  // run-time tells of no delivery.
  api.reset();
  var current = api.getSequencingState().currentActivity;
  delivered = current ? current.id : '';
  if (delivered) {
    launch();
  }
  return delivered || 'over';
}
function standing() {
  var found = {};
  (function look(one) {
    found[one.id] = [one.completionStatus, one.objectiveSatisfiedStatus];
    (one.children || []).forEach(look);
  })(api.getSequencingState().rootActivity);
  return found;
}
</script><iframe id="sco" width="360" height="640"></iframe>"""
IS = {"true": True, "false": False}


@dataclass
class Sequencer(Lms2004):
    """Chooses and goes on as the manifest lets her."""

    page: ClassVar[str] = PAGE

    def host(self) -> bytes:
        """The page around the package, with its tree of activities."""
        root = etree.fromstring(self.files["imsmanifest.xml"])
        hrefs = {one.get("identifier"): one.get("href") for one in root.iter("{*}resource")}
        items = root.findall(".//{*}item")
        pages = {one.get("identifier"): hrefs[one.get("identifierref")] for one in items}
        [organization] = root.iter("{*}organization")
        words = self.page.replace("PAGES", json.dumps(pages))
        return words.replace("TREE", json.dumps(activity(organization))).encode()


def activity(element: etree._Element) -> dict[str, Any]:
    """An organization or an item, and what is below it."""
    found: dict[str, Any] = {"id": element.get("identifier"), "isVisible": True}
    found["title"] = element.findtext("{*}title")
    children = [activity(one) for one in element.findall("{*}item")]
    found |= {"children": children} if children else {}
    sequencing = element.find("{*}sequencing")
    assert sequencing is not None
    found["sequencingControls"] = {**_controls(sequencing), **_weights(sequencing)}
    for controls in sequencing.findall("{*}deliveryControls"):
        found["deliveryControls"] = _own(controls)
    rules = [_rule(one) for one in sequencing.iterfind(".//{*}preConditionRule")]
    found |= {"sequencingRules": {"preConditionRules": rules}} if rules else {}
    rolled = [_rollup(one) for one in sequencing.iterfind(".//{*}rollupRule")]
    found |= {"rollupRules": {"rules": rolled}} if rolled else {}
    found["primaryObjective"] = {"objectiveID": "primary", "isPrimary": True}
    found["objectives"] = [_objective(one) for one in sequencing.iterfind(".//{*}objective")]
    return found


def _own(element: etree._Element) -> dict[str, Any]:
    return {str(name): IS.get(str(value), value) for name, value in element.attrib.items()}


def _controls(sequencing: etree._Element) -> dict[str, Any]:
    return {
        name: value
        for one in sequencing.findall("{*}controlMode")
        for name, value in _own(one).items()
    }


def _weights(sequencing: etree._Element) -> dict[str, Any]:
    return {
        name: float(value) if "Weight" in name else value
        for one in sequencing.findall("{*}rollupRules")
        for name, value in _own(one).items()
    }


def _conditions(element: etree._Element) -> list[dict[str, Any]]:
    return [{"operator": "noOp", **_own(one)} for one in element]


def _rule(rule: etree._Element) -> dict[str, Any]:
    conditions, action = rule
    combined = conditions.get("conditionCombination", "all")
    return {
        "action": action.get("action"),
        "conditionCombination": combined,
        "conditions": _conditions(conditions),
    }


def _rollup(rule: etree._Element) -> dict[str, Any]:
    conditions, action = rule
    return {
        "action": action.get("action"),
        "consideration": rule.get("childActivitySet", "all"),
        "conditionCombination": conditions.get("conditionCombination", "any"),
        "conditions": _conditions(conditions),
    }


def _objective(objective: etree._Element) -> dict[str, Any]:
    return {
        "satisfiedByMeasure": False,
        **_own(objective),
        "mapInfo": [_own(one) for one in objective],
    }


class Visit:
    """A learner in the course, from one lesson to another."""

    def __init__(self, page: Page) -> None:
        self.page = page
        assert self.ask("start")

    def ask(self, request: str, target: str = "") -> str:
        """The lesson that is launched after this request; '' where none may be."""
        granted: str = self.page.evaluate("([r, t]) => ask(r, t || undefined)", [request, target])
        if granted not in ("", "over"):
            self._meet()
        return granted

    def submit(self, lesson: str, points: int) -> None:
        """Points of the quiz of the lesson that is open, of 3."""
        detail = {"type": "quiz", "module": lesson, "quiz": "check", "points": points, "of": 3}
        self._lesson().evaluate("detail => say(detail)", detail)
        self.page.wait_for_timeout(250)

    def standing(self) -> dict[str, list[Any]]:
        """Completion and success of each activity."""
        found: dict[str, list[Any]] = self.page.evaluate("standing()")
        return found

    def _meet(self) -> None:
        self._lesson().wait_for_load_state("load")
        self.page.wait_for_timeout(250)

    def _lesson(self) -> Frame:
        shells: list[Frame] = []
        for _ in range(200):
            shells = [one for one in self.page.frames if "/start-" in one.url]
            if shells and shells[0].child_frames:
                return shells[0].child_frames[0]
            self.page.wait_for_timeout(20)
        raise AssertionError("no lesson was launched")
