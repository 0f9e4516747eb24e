'use strict';

/* The LMS's side: finds the API of SCORM 1.2 and speaks to it (RTE 1.2, 3.3.6). */

const API_DEPTH = 500;

/** The nearest `API` among `start` and its parents, or null. */
function apiAbove(start) {
  let at = start;
  for (let depth = 0; at && depth < API_DEPTH; depth += 1) {
    try {
      if (at.API && at.API.LMSInitialize) {
        return at.API;
      }
    } catch (refused) {
      // A window of another origin; one further up may still be ours.
    }
    if (at.parent === at) {
      break;
    }
    at = at.parent;
  }
  return null;
}

/** In parents first, then in the window that opened this one, or its frame set. */
function findApi(here) {
  let found = apiAbove(here);
  [here, here.top].forEach(function (opened) {
    try {
      found = found || (opened.opener ? apiAbove(opened.opener) : null);
    } catch (refused) {
      // The top window is of another origin and keeps its opener to itself.
    }
  });
  return found;
}

/** One sitting with the LMS; null where there is none to speak to. */
function openSession(api) {
  const sent = {};
  const retry = openRetry(commit);
  let unsaved = false;
  let finished = false;

  function call(name, first, second) {
    try {
      // On the object itself: some LMSs give a host object that knows no `apply`.
      return String(second === undefined ? api[name](first) : api[name](first, second));
    } catch (broken) {
      return '';
    }
  }

  function commit() {
    if (!unsaved || finished) {
      return;
    }
    unsaved = call('LMSCommit', '') !== 'true';
    if (unsaved) {
      retry.later();
    } else {
      retry.done();
    }
  }

  if (!api || call('LMSInitialize', '') !== 'true') {
    return null;
  }
  return {
    get: function (name) {
      return call('LMSGetValue', name);
    },
    /** Sends `value` only where it is new; always as a string. */
    set: function (name, value) {
      const words = String(value);
      if (finished || sent[name] === words) {
        return;
      }
      if (call('LMSSetValue', name, words) === 'true') {
        sent[name] = words;
        unsaved = true;
      }
    },
    commit: commit,
    finish: function () {
      commit();
      if (!finished) {
        finished = true;
        call('LMSFinish', '');
      }
    }
  };
}
