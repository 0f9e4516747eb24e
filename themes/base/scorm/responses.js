'use strict';

/* Times and answers as SCORM 2004 writes them (RTE 4.1.1, 4.2.9.1), and xAPI after it (Data 4.1.1.1). */

/** timeinterval(second,10,2), as ISO 8601 writes it. */
function timespan(milliseconds) {
  return 'PT' + Math.floor(milliseconds / 10) / 100 + 'S';
}

/** The first of `words`, never half a sign: many LMSs cannot write that down. */
function firstOf(words) {
  return words.slice(0, TEXT_LIMIT).replace(/[\ud800-\udbff]$/, '');
}

/** Words between the signs that part the strings of a response, and no sign before them. */
function string(words) {
  return firstOf(words.replace(/\[+([.,:])\]+/g, '$1').replace(/^\{(?=\w+=)/, ' {'));
}

/** An answer, or a key, in the form that the type allows (RTE 4.2.9.1); '' where there is none. */
function response(question, answer, sign) {
  if (question.form === 'true-false') {
    return String(answer === question.yes);
  }
  if (question.form === 'numeric') {
    return decimal(answer, sign);
  }
  // Of several gaps, each is a line.
  if (question.form === 'fill-in') {
    return answer.split('\n').map(string).join('[,]');
  }
  return /^\w+([.,]\w+)*$/.test(answer) ? answer.replace(/[.,]/g, '[$&]') : '';
}

/** The key; of a number its lowest and its highest. Where gaps cannot be told apart there is none. */
function patternOf(question, detail, sign) {
  const gaps = detail.answer.split('\n').length;
  const words = detail.key.split(',');
  if (question.form === 'numeric') {
    const ends = detail.key.split('–').map(function (end) {
      return decimal(end, sign);
    });
    return ends.every(Boolean) ? ends[0] + '[:]' + ends[ends.length - 1] : '';
  }
  if (question.form === 'fill-in' && gaps > 1) {
    return words.length === gaps ? response(question, words.join('\n')) : '';
  }
  return response(question, detail.key);
}
