'use strict';

/*
 * What cmi5 calls things, for the scripts that it shares with SCORM (`../scorm/`). An LRS has no
 * elements to set: these names are those of our own document of the State API, and `session.js`
 * makes statements of what changes in it.
 */

const FORMAT = 'cmi5';
const MODE = 'mode';
const LOCATION = 'place';
const LEARNER = 'learner';
const SCORE = 'score.';
const TIME = 'time';
const EXIT = 'exit';
const OVER = '';
const STATUS = 'status';
const MEMORY = 'cmi.suspend_data';
/** An LRS names no limit; some stop at 64 KB. */
const MEMORY_LIMIT = 60000;
const TEXT_LIMIT = 1000;
const ANSWERS = /^cmi\.interactions\.(\d+)\.(.+)$/;

function readStatus(get) {
  return get(STATUS);
}

function openStatus(tell) {
  return function (status) {
    tell(STATUS, status);
  };
}

function tellScore(tell, raw) {
  tell(SCORE + 'raw', raw);
}

/** Each answer is a statement of its own. */
function heldInteractions() {
  return {};
}

/** What a statement says of an answer; what is '' is not said. */
function interactionOf(question, detail, sign) {
  return {
    type: question.form,
    pattern: patternOf(question, detail, sign),
    response: response(question, detail.answer, sign),
    success: detail.right,
    points: detail.points,
    of: detail.of
  };
}
