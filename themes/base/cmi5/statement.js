'use strict';

/* The statements of an AU (cmi5 9): what it defines, and `answered`, which it allows (7.1.3). */

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CONTEXT = 'https://w3id.org/xapi/cmi5/context/';
const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction';

/** Makes the statements of one session; `own` is the IRI of the AU in `cmi5.xml`. */
function openStatements(launch, data, own) {
  let latest = 0;

  /** UTC, and never before the last one: the order of statements is that of their times (9.3). */
  function now() {
    latest = Math.max(latest, Date.now());
    return new Date(latest).toISOString();
  }

  /** The LMS's template, to which is only added (10.2.1). */
  function context(categories, extensions) {
    const made = JSON.parse(JSON.stringify(data.contextTemplate));
    const activities = made.contextActivities || {};
    const known = [].concat(activities.category || []);
    made.registration = launch.registration;
    made.contextActivities = activities;
    if (categories.length || known.length) {
      activities.category = known.concat(categories.map(function (name) {
        return { objectType: 'Activity', id: CONTEXT + 'categories/' + name };
      }));
    }
    made.extensions = Object.assign({}, extensions, made.extensions);
    return made;
  }

  function statement(id, verb, object, result, around) {
    const made = {
      id: id,
      actor: launch.actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      object: object,
      context: around,
      timestamp: now()
    };
    if (result) {
      made.result = result;
    }
    return made;
  }

  function defined(id, verb, result, categories, extensions) {
    const object = { objectType: 'Activity', id: launch.activityId };
    return statement(id, verb, object, result, context(['cmi5'].concat(categories), extensions));
  }

  /**
   * Once in a registration: its name says so, so an LRS that has it keeps the first, whichever
   * session sends it again.
   */
  function once(verb) {
    const agent = JSON.stringify(launch.actor);
    return namedUuid(['cmi5', launch.registration, launch.activityId, agent, verb].join('\n'));
  }

  return {
    initialized: function () {
      return defined(randomUuid(), 'initialized', null, []);
    },
    terminated: function (duration) {
      return defined(randomUuid(), 'terminated', { duration: duration }, []);
    },
    completed: function (duration) {
      const result = { completion: true, duration: duration };
      return defined(once('completed'), 'completed', result, ['moveon']);
    },
    /** `scaled` is NaN where no score is known. */
    passed: function (scaled, duration) {
      const result = { success: true, duration: duration };
      const mastery = {};
      if (scaled >= 0) {
        result.score = { scaled: scaled };
      }
      if (data.masteryScore !== undefined) {
        mastery[CONTEXT + 'extensions/masteryscore'] = data.masteryScore;
      }
      return defined(once('passed'), 'passed', result, ['moveon'], mastery);
    },
    answered: function (name, told) {
      const definition = { type: INTERACTION, interactionType: told.type };
      const result = { success: told.success };
      if (told.pattern) {
        definition.correctResponsesPattern = [told.pattern];
      }
      if (told.response) {
        result.response = told.response;
      }
      if (told.of) {
        result.score = { scaled: told.points / told.of, raw: told.points, min: 0, max: told.of };
      }
      const object = { objectType: 'Activity', id: own + '#' + name, definition: definition };
      return statement(randomUuid(), 'answered', object, result, context([]));
    }
  };
}
