'use strict';

/*
 * One sitting with the LMS. An LMS may refuse a value, and may count one as sent whose request was
 * lost; Moodle then never sends it again unless it differs (`rulings.md` 26a). So what the LMS should
 * hold is kept here until a commit has succeeded and the server has answered as it should.
 */

const MEMORY = 'cmi.suspend_data';
/** Without these nothing is lost that she could be told of. */
const VITAL = /^cmi\.(?!interactions|objectives)/;

/** A hundredth away, towards the middle of 0 to 100. */
function beside(words) {
  const hundredths = Math.round(Number(words) * 100);
  return String((hundredths + (hundredths > 0 ? -1 : 1)) / 100);
}

/**
 * Another value by way of which `words` can be sent anew; `words` itself where there is none. Should
 * the second commit fail, the LMS holds a course that is not over: its next visit mends that.
 */
function detour(name, words) {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const other = othersOf(words)[last];
  if (/^(raw|min|max|scaled|weighting|progress_measure)$/.test(last)) {
    return beside(words);
  }
  return other === undefined ? words : other;
}

/** `ask` is a witness (`witness.js`); `tell` hears whether all that matters is saved. */
function openSession(api, ask, tell) {
  /** What the LMS should hold, the latest last: some LMSs read the score when the status comes. */
  const wanted = {};
  const taken = {};
  const retry = openRetry(again);
  let fresh = {};
  let doubtful = {};
  let waiting = false;
  let finished = false;

  function put(name, words) {
    if (isYes(callApi(api, 'SetValue', name, words))) {
      taken[name] = words;
      fresh[name] = true;
    }
  }

  function refused() {
    return Object.keys(wanted).filter(function (name) {
      return taken[name] !== wanted[name];
    });
  }

  function putAll() {
    refused().forEach(function (name) {
      put(name, wanted[name]);
    });
  }

  function settle() {
    const left = refused();
    const lost = Object.keys(doubtful).length > 0;
    tell(!lost && !left.some(VITAL.test, VITAL));
    if (lost || left.length) {
      retry.later();
    } else {
      retry.done();
    }
  }

  function doubt(names) {
    Object.assign(doubtful, names);
    settle();
  }

  /** Sends what was taken since the last time; whether the LMS says that it arrived. */
  function push() {
    return isYes(callApi(api, 'Commit', ''));
  }

  function pushAndAsk() {
    const names = fresh;
    fresh = {};
    if (!push()) {
      doubt(names);
      return;
    }
    ask(function (word) {
      if (/^(other|silent)$/.test(word)) {
        doubt(names);
      } else {
        settle();
      }
    });
  }

  function commit() {
    if (!finished) {
      putAll();
      if (Object.keys(fresh).length) {
        pushAndAsk();
      } else {
        settle();
      }
    }
  }

  /** By way of another value, so that the LMS really sends it; the harmless one goes first. */
  function resend() {
    const names = doubtful;
    const memory = wanted[MEMORY] || '';
    if (memory && memory.length < MEMORY_LIMIT) {
      put(MEMORY, memory + ';');
    }
    if (push()) {
      Object.keys(names).forEach(function (name) {
        put(name, detour(name, wanted[name]));
      });
      if (push()) {
        doubtful = {};
        putAll();
        Object.assign(fresh, names);
        pushAndAsk();
        return;
      }
    }
    settle();
  }

  function again() {
    if (finished) {
      return;
    }
    if (!Object.keys(doubtful).length) {
      commit();
      return;
    }
    // Without an answer nothing is tried: a call to an LMS that is away can stop the page for long.
    ask(function (word) {
      if (finished || /^(other|silent)$/.test(word)) {
        retry.later();
      } else {
        resend();
      }
    });
  }

  return {
    get: function (name) {
      return callApi(api, 'GetValue', name);
    },
    /** Notes what the LMS should hold; always as a string. It is told at the next commit. */
    set: function (name, value) {
      if (wanted[name] !== String(value)) {
        delete wanted[name];
        wanted[name] = String(value);
      }
    },
    /** Soon, so that the screen comes first; what comes together is one commit. */
    save: function () {
      if (!waiting) {
        waiting = true;
        afterPaint(function () {
          waiting = false;
          commit();
        });
      }
    },
    commit: commit,
    again: again,
    /** No LMS is there any more. */
    stop: function () {
      finished = true;
      retry.done();
    },
    finish: function () {
      if (finished) {
        return;
      }
      commit();
      if (Object.keys(doubtful).length) {
        resend();
      }
      finished = true;
      retry.done();
      callApi(api, FINISH, '');
    }
  };
}
