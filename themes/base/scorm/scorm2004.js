'use strict';

/*
 * What SCORM 2004, 4th Edition, calls things (RTE 3.3 and 4.2) and what it allows in them: the names
 * that `scorm12.js` gives for 1.2. Completion and success are told apart, and so is each objective.
 */

const FORMAT = 'scorm2004';
const API_NAME = 'API_1484_11';
const CALL = '';
const FINISH = 'Terminate';
const MODE = 'cmi.mode';
const LOCATION = 'cmi.location';
const LEARNER = 'cmi.learner_id';
const SCORE = 'cmi.score.';
const TIME = 'cmi.session_time';
const EXIT = 'cmi.exit';
/** Any other exit ends the attempt, and the next one begins without what was passed (RTE 4.2.8). */
const OVER = 'suspend';
/** The smallest permitted maximum of `cmi.suspend_data`. */
const MEMORY_LIMIT = 64000;
/** Of each string of an answer. */
const TEXT_LIMIT = 250;
const MEASURE = 'score.scaled';

/** Other values that the LMS takes in the place of `words`, by the last name of the element. */
function othersOf(words) {
  return {
    completion_status: 'incomplete',
    success_status: 'unknown',
    exit: '',
    // Refused by many, which harms nothing.
    id: words + '-',
    pattern: '-',
    learner_response: '',
    result: 'neutral',
    timestamp: '2000-01-01T00:00:00.00Z',
    latency: 'PT0S',
    // Which takes any response while those of the others are put right.
    type: words === 'other' ? 'performance' : 'other'
  };
}

/** One word for both, as `nextStatus` knows it. */
function readStatus(get) {
  const success = get('cmi.success_status');
  return /^(passed|failed)$/.test(success) ? success : get('cmi.completion_status');
}

/** Two decimals of what lies between 0 and 1. */
function share(part, all) {
  return Math.round((part / all) * 100) / 100;
}

/** How far she is; all of it only where the course is over. */
function progress(sum, lessons, over) {
  const steps = lessons.length + sum.quizzes;
  return over ? 1 : Math.min(0.99, share(lessons.length - sum.unseen + sum.submitted, steps));
}

/** Returns what tells the standing of the course, whenever it is called. */
function openStatus(tell, get, facts, lessons) {
  const tellObjectives = openObjectives(tell, get, facts, lessons);
  return function (status, sum, records) {
    const over = /^(passed|completed)$/.test(status);
    tellObjectives(status, records);
    tell('cmi.progress_measure', progress(sum, lessons, over));
    tell('cmi.success_status', status === 'passed' ? status : 'unknown');
    tell('cmi.completion_status', over ? 'completed' : 'incomplete');
  };
}

function tellScore(tell, raw) {
  tell(SCORE + 'min', 0);
  tell(SCORE + 'max', 100);
  tell(SCORE + 'raw', raw);
  tell('cmi.' + MEASURE, Math.round(raw * 100) / 10000);
}

/** Places of the interactions of earlier sittings, by their ids. */
function heldInteractions(get) {
  return heldIds(get, 'cmi.interactions.');
}

/** Places in a collection, by the ids that stand there. */
function heldIds(get, collection) {
  const held = {};
  const count = parseInt(get(collection + '_count'), 10) || 0;
  for (let place = 0; place < count; place += 1) {
    held[get(collection + place + '.id')] = place;
  }
  return held;
}

/** What is told of an answer after its id, in this order; what is '' is not told. */
function interactionOf(question, detail, sign, since) {
  return {
    type: question.form,
    weighting: detail.of,
    timestamp: new Date(since).toISOString().slice(0, 22) + 'Z',
    latency: timespan(Date.now() - since),
    'correct_responses.0.pattern': patternOf(question, detail, sign),
    learner_response: response(question, detail.answer, sign),
    // A part of the points is told as such.
    result: detail.right ? 'correct' : detail.points || 'incorrect'
  };
}
