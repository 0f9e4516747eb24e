'use strict';

/* The LMS's side: finds its API and speaks to it (SCORM 1.2 RTE 3.3.6; 2004 4th Ed. RTE 3.3). */

const API_DEPTH = 500;
const SEARCH_TIME = 5000;
const SEARCH_PAUSE = 200;

/** The nearest API among `start` and its parents, or null. */
function apiAbove(start) {
  let at = start;
  for (let depth = 0; at && depth < API_DEPTH; depth += 1) {
    try {
      if (!at.closed && at[API_NAME] && at[API_NAME][CALL + 'Initialize']) {
        return at[API_NAME];
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

/** What `api` answers, as a string; '' where it throws. */
function callApi(api, name, first, second) {
  const call = CALL + name;
  try {
    // On the object itself: some LMSs give a host object that knows no `apply`.
    return String(second === undefined ? api[call](first) : api[call](first, second));
  } catch (broken) {
    return '';
  }
}

/** "true" is what the standard says; some LMSs answer with `true`, 1 or "1". */
function isYes(answer) {
  return /^(true|1)$/i.test(answer);
}

/**
 * `then` hears the API that has begun a sitting: at once where it is there, else when it appears,
 * or null after five seconds.
 */
function meetLms(then) {
  const end = Date.now() + SEARCH_TIME;
  function look() {
    const api = findApi(window);
    if (api && isYes(callApi(api, 'Initialize', ''))) {
      then(api);
    } else if (Date.now() < end) {
      setTimeout(look, SEARCH_PAUSE);
    } else {
      then(null);
    }
  }
  look();
}
