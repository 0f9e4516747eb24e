'use strict';

/* How an LMS launches an AU (cmi5 8.1 and 8.2), and what it has laid ready for it (10 and 11). */

const PARAMETERS = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'];
const LAUNCH_DATA = 'LMS.LaunchData';
/** The only name under which Open edX keeps what an AU writes. */
const OWN_STATE = 'suspendData';
const PREFERENCES = 'cmi5LearnerPreferences';
/** After this she is told that the LMS does not answer. */
const PATIENCE = 5000;

/** The launch parameters of an address; null where it is not that of a launch. */
function readLaunch(search) {
  const query = new URLSearchParams(search);
  const launch = {};
  PARAMETERS.forEach(function (name) {
    launch[name] = query.get(name);
  });
  try {
    launch.actor = JSON.parse(launch.actor);
    launch.origins = [launch.endpoint, launch.fetch].map(function (address) {
      return new URL(address).origin;
    });
  } catch (broken) {
    return null;
  }
  const known = launch.registration && launch.activityId && launch.actor;
  return known && launch.origins.every(isWeb, launch) ? launch : null;
}

function isWeb(origin) {
  return /^https?:/.test(origin);
}

/** The policy of the page cannot know the LRS: from now on it allows this one alone. */
function narrowPolicy(origins) {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'self' " + origins.join(' ');
  document.head.appendChild(policy);
}

/** A promise of the token, or of ''. It is asked for once: the LMS gives it once (cmi5 8.2.1). */
function fetchToken(address) {
  return fetch(address, { method: 'POST', cache: 'no-store' }).then(function (answer) {
    return answer.json();
  }).then(function (words) {
    return words['auth-token'] || '';
  }).catch(function () {
    return '';
  });
}

/**
 * A promise of a document: null where there is none, undefined where the LRS refuses it. An LRS
 * that is silent is asked until it answers.
 */
function readDocument(lrs, path, query) {
  return new Promise(function (done) {
    const retry = openRetry(look);
    function look() {
      lrs.read(path, query).then(function (answer) {
        if (answer.status === 200) {
          done(answer.body);
        } else if (answer.status === 404 || answer.status === 204) {
          done(null);
        } else if (/^4(?!08|29)/.test(answer.status)) {
          done(undefined);
        } else {
          retry.later();
        }
      });
    }
    look();
  });
}

/** Where a document of the State API lies. */
function stateOf(launch, name) {
  return {
    activityId: launch.activityId,
    agent: JSON.stringify(launch.actor),
    registration: launch.registration,
    stateId: name
  };
}

/** A promise of all that a session begins with; null where the LMS takes nothing. */
async function beginLaunch(launch) {
  const token = await fetchToken(launch.fetch);
  if (!token) {
    return null;
  }
  const lrs = openLrs(launch.endpoint, token);
  const data = await readDocument(lrs, 'activities/state', stateOf(launch, LAUNCH_DATA));
  const kept = await readDocument(lrs, 'activities/state', stateOf(launch, OWN_STATE));
  // It has to be asked for (cmi5 11); this page has one language, and no sound.
  const agent = JSON.stringify(launch.actor);
  await lrs.read('agents/profile', { agent: agent, profileId: PREFERENCES });
  const whole = data && data.contextTemplate && kept !== undefined;
  return whole ? { launch: launch, lrs: lrs, data: data, kept: kept || {} } : null;
}

/** `then` hears what a session begins with, or null; `tell` whether the LMS answers. */
function meetLms(then, tell) {
  const launch = readLaunch(location.search);
  if (!launch) {
    then(null);
    return;
  }
  // A page that is loaded again, or a copy of it, must not ask for the token again; and nobody has
  // to read in the address who learns here.
  history.replaceState(null, '', location.pathname + location.hash);
  narrowPolicy(launch.origins);
  const slow = setTimeout(tell, PATIENCE, false);
  beginLaunch(launch).then(function (begun) {
    clearTimeout(slow);
    tell(true);
    then(begun);
  });
}

/** Unlike the API of SCORM, an LRS hangs on no other window. */
function findApi() {
  return true;
}
