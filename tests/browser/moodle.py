"""An LMS that does as Moodle 4.5 does: what it takes as sent, and when it stores nothing.

Read off its client in November 2026. A commit sends the values that differ from those sent last,
and takes them as sent before the request has succeeded. A request that fails is tried once more
as a beacon, which always counts as success; so does all that is sent while the page goes. A status
that stands for an end opens the next visit as a review, which stores nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from browser.lms import Lessons, Lms

PAGE = """<!doctype html><meta charset="utf-8"><title>LMS</title>
<script>
var calls = [];
var API = {};
(function () {
  var held = STORED;
  var sent = Object.assign({}, held);
  var open = false;
  var leaving = false;
  ['beforeunload', 'pagehide'].forEach(function (name) {
    addEventListener(name, function () { leaving = true; });
  });
  document.addEventListener('visibilitychange', function () {
    leaving = document.visibilityState === 'hidden';
  });
  function beacon(words) {
    return String(navigator.sendBeacon('/commit' + location.search, words));
  }
  function store() {
    var changed = {};
    Object.keys(held).forEach(function (name) {
      if (sent[name] !== held[name]) {
        changed[name] = sent[name] = held[name];
      }
    });
    var words = JSON.stringify(changed);
    var request = new XMLHttpRequest();
    if (leaving) {
      return beacon(words);
    }
    request.open('POST', '/commit' + location.search, false);
    try {
      request.send(words);
    } catch (lost) {
      return beacon(words);
    }
    return String(request.status === 200 && request.responseText === 'true');
  }
  var functions = {
    LMSInitialize: function () {
      var first = !open;
      open = true;
      return String(first);
    },
    LMSGetValue: function (name) { return held[name] === undefined ? '' : held[name]; },
    LMSSetValue: function (name, value) {
      held[name] = /score|weighting/.test(name) ? Number(value) : value;
      return String(open);
    },
    LMSCommit: store,
    LMSFinish: function () {
      open = false;
      held['cmi.core.lesson_status'] = held['cmi.core.lesson_status'] || 'completed';
      return store();
    },
    LMSGetLastError: function () { return '0'; }
  };
  Object.keys(functions).forEach(function (name) {
    API[name] = function (first, second) {
      var typed = [].every.call(arguments, function (one) { return typeof one === 'string'; });
      var result = functions[name](first, second);
      calls.push([name, first, second, result, typed, '0']);
      return result;
    };
  });
})();
</script>
BODY
"""
OVER = {"passed", "completed", "failed"}


@dataclass
class Moodle(Lms):
    """One attempt, with "Force new attempt" at "No"."""

    page: ClassVar[str] = PAGE
    success: ClassVar[bytes] = b"true"

    def commit(self, data: dict[str, Any]) -> None:
        """Only what a commit names is touched; a review stores nothing."""
        self.commits.append(data)
        if not self.launched_over:
            self.stored = {**self.stored, **{name: str(value) for name, value in data.items()}}

    launched_over: bool = False

    def launch(self) -> dict[str, Any]:
        """Nothing is resumed without `suspend`, but in a review everything can be seen."""
        self.launched_over = self.stored.get("cmi.core.lesson_status") in OVER
        mode = "review" if self.launched_over else "normal"
        kept = dict(self.stored) if self.launched_over else super().launch()
        return {**kept, "cmi.core.lesson_mode": mode}


class MoodleLessons(Lessons):
    """Of several SCOs."""

    kind: ClassVar[type[Lms]] = Moodle
