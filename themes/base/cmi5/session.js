'use strict';

/*
 * One session of an AU. The other scripts set names as those of SCORM do; here they become a
 * document of the State API, and statements where the standard has some. `failed` is never said
 * (`rulings.md` 1).
 */

/**
 * `api` is what `meetLms` gave; `tell` hears whether all is saved, and whether it never will be;
 * `own` is the IRI of the AU in `cmi5.xml`.
 */
function openSession(api, ask, tell, facts, own) {
  const began = Date.now();
  const launch = api.launch;
  const make = openStatements(launch, api.data, own);
  const memory = Object.assign({ told: [] }, api.kept);
  const earlier = parseFloat(memory.spent) || 0;
  const statements = openOutbox(settle);
  const states = openOutbox(settle);
  const said = memory.told.slice();
  const full = facts.profile === 'full';
  const mode = String(api.data.launchMode).toLowerCase();
  let answers = {};
  let changed = false;
  let waiting = false;
  let ended = false;

  function settle() {
    tell(!statements.failing && !states.failing, statements.refused || states.refused);
  }

  function writeStatement(statement, last) {
    return api.lrs.write('PUT', 'statements', { statementId: statement.id }, statement, last);
  }

  function send(statement, done) {
    statements.add({
      statement: statement,
      done: done,
      send: function () {
        return writeStatement(statement);
      }
    });
  }

  function writeState(last) {
    return api.lrs.write('PUT', 'activities/state', stateOf(launch, OWN_STATE), memory, last);
  }

  function keep() {
    states.add({ name: 'state', send: writeState });
  }

  /** The standard asks for a duration; what the profile does not tell is none. */
  function spent(before) {
    return timespan(full ? before + Date.now() - began : 0);
  }

  /** Once in a registration (cmi5 9.3); what did not arrive is said again by a later session. */
  function sayOnce(verb, statement) {
    if (said.indexOf(verb) < 0) {
      said.push(verb);
      send(statement, function () {
        memory.told.push(verb);
        if (!ended) {
          keep();
        }
      });
    }
  }

  /** Not where she looks around, or back (cmi5 10.2.2). */
  function sayStatus() {
    const scaled = Math.round(memory[SCORE + 'raw'] * 100) / 10000;
    const status = mode === 'normal' ? memory[STATUS] : '';
    if (status === 'passed' && !(scaled < api.data.masteryScore)) {
      sayOnce('passed', make.passed(scaled, spent(earlier)));
    }
    if (/^(passed|completed)$/.test(status)) {
      sayOnce('completed', make.completed(spent(earlier)));
    }
  }

  function commit() {
    if (ended) {
      return;
    }
    Object.keys(answers).forEach(function (place) {
      send(make.answered(answers[place].id, answers[place]));
    });
    answers = {};
    if (changed) {
      changed = false;
      memory.spent = full ? earlier + Date.now() - began : 0;
      keep();
    }
    sayStatus();
    statements.next();
    states.next();
  }

  function end() {
    commit();
    if (!ended) {
      ended = true;
      send(make.terminated(spent(0)));
    }
  }

  /** The page goes: what has not arrived, in one request, so that it keeps its order. */
  function lastWords() {
    const left = statements.jobs.map(function (job) {
      return job.statement;
    });
    if (states.jobs.length) {
      writeState(true);
    }
    if (left.length === 1) {
      writeStatement(left[0], true);
    } else if (left.length) {
      api.lrs.write('POST', 'statements', null, left, true);
    }
    statements.stop();
    states.stop();
  }

  function isOut() {
    return !statements.jobs.length && !states.jobs.length;
  }

  if (api.data.masteryScore !== undefined) {
    // The LMS's own takes the place of the course's (cmi5 10.2.4).
    facts.pass = api.data.masteryScore * 100;
  }
  send(make.initialized());
  openWayBack(api.data.returnURL, end, isOut);
  if (facts.profile === 'none') {
    // Nothing more will be said; when she leaves is hers to know.
    end();
  }

  return {
    get: function (name) {
      const given = {};
      given[MODE] = mode;
      given[LEARNER] = launch.registration + JSON.stringify(launch.actor);
      return given[name] || memory[name] || '';
    },
    set: function (name, value) {
      const answer = ANSWERS.exec(name);
      if (answer) {
        answers[answer[1]] = answers[answer[1]] || {};
        answers[answer[1]][answer[2]] = value;
      } else if (name !== TIME && memory[name] !== String(value)) {
        memory[name] = String(value);
        changed = true;
      }
    },
    /** Soon, so that the screen comes first. */
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
    again: commit,
    stop: function () {
      ended = true;
      statements.stop();
      states.stop();
    },
    finish: function () {
      end();
      lastWords();
    }
  };
}
