'use strict';

/*
 * What SCORM 1.2 calls things (RTE 3.3 and 3.4) and what it allows in them. A package holds one such
 * file, that of its own standard; each gives the same names to the other scripts.
 */

const FORMAT = 'scorm12';
const API_NAME = 'API';
const CALL = 'LMS';
const FINISH = 'Finish';
const MODE = 'cmi.core.lesson_mode';
const LOCATION = 'cmi.core.lesson_location';
const LEARNER = 'cmi.core.student_id';
const SCORE = 'cmi.core.score.';
const TIME = 'cmi.core.session_time';
const EXIT = 'cmi.core.exit';
/** How she leaves what is over. */
const OVER = '';
const STATUS = 'cmi.core.lesson_status';
/** `cmi.suspend_data` is a CMIString4096. */
const MEMORY_LIMIT = 4096;
const TEXT_LIMIT = 255;

/** Other values that the LMS takes in the place of `words`, by the last name of the element. */
function othersOf(words) {
  return {
    lesson_status: /^(passed|completed)$/.test(words) ? 'incomplete' : words,
    exit: words ? '' : 'suspend',
    id: words + '-',
    pattern: '',
    student_response: '',
    result: 'neutral',
    type: words === 'likert' ? 'choice' : 'likert'
  };
}

function readStatus(get) {
  return get(STATUS);
}

/** Returns what tells the status: completion and success at once. */
function openStatus(tell) {
  return function (status) {
    tell(STATUS, status);
  };
}

function tellScore(tell, raw) {
  tell(SCORE + 'min', 0);
  tell(SCORE + 'max', 100);
  tell(SCORE + 'raw', raw);
}

/** CMITimespan: HHHH:MM:SS.SS. */
function timespan(milliseconds) {
  const hundredths = Math.floor(milliseconds / 10);
  function digits(value, length) {
    return String(Math.floor(value)).padStart(length, '0');
  }
  return (
    digits(hundredths / 360000, 4) +
    ':' + digits((hundredths / 6000) % 60, 2) +
    ':' + digits((hundredths / 100) % 60, 2) +
    '.' + digits(hundredths % 100, 2)
  );
}

/** Interactions of earlier sittings by their ids: none, as they can only be written. */
function heldInteractions() {
  return {};
}

/** The first of `words`, never half a sign: many LMSs cannot write that down. */
function firstOf(words) {
  return words.slice(0, TEXT_LIMIT).replace(/[\ud800-\udbff]$/, '');
}

/** An answer, or a key, in the form that the type allows; '' where there is none. */
function response(question, answer, sign) {
  if (question.form === 'true-false') {
    return answer === question.yes ? 't' : 'f';
  }
  if (question.form === 'choice') {
    return /^[0-9a-z](,[0-9a-z])*$/.test(answer) ? answer : '';
  }
  // Of several gaps, each is a line.
  const words = answer.replace(/\n/g, ', ');
  return question.form === 'numeric' ? decimal(words, sign) : firstOf(words);
}

/** What is told of an answer after its id, in this order; what is '' is not told. */
function interactionOf(question, detail, sign) {
  return {
    type: question.form,
    weighting: detail.of,
    'correct_responses.0.pattern': response(question, detail.key, sign),
    student_response: response(question, detail.answer, sign),
    // A part of the points is told as such (CMIDecimal).
    result: detail.right ? 'correct' : detail.points || 'wrong'
  };
}
