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

function tellStatus(tell, status) {
  tell(STATUS, status);
}

function tellScore(tell, raw) {
  tell(SCORE + 'raw', raw);
}

/** ISO 8601, to hundredths of a second. */
function timespan(milliseconds) {
  return 'PT' + Math.floor(milliseconds / 10) / 100 + 'S';
}

/** Each answer is a statement of its own. */
function heldInteractions() {
  return {};
}

/** An answer, or a key, in the form of the type (xAPI Data 4.1.1.1); '' where there is none. */
function response(question, answer, sign) {
  if (question.form === 'true-false') {
    return String(answer === question.yes);
  }
  if (question.form === 'numeric') {
    return decimal(answer, sign);
  }
  if (question.form === 'fill-in') {
    // Of several gaps, each is a line.
    return answer.replace(/\n/g, '[,]').slice(0, TEXT_LIMIT);
  }
  return answer.replace(/,/g, '[,]').replace(/\./g, '[.]');
}

/** What a statement says of an answer; what is '' is not said. */
function interactionOf(question, detail, sign) {
  return {
    type: question.form,
    pattern: response(question, detail.key, sign),
    response: response(question, detail.answer, sign),
    success: detail.right,
    points: detail.points,
    of: detail.of
  };
}
