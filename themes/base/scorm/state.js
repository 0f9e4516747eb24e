'use strict';

/*
 * What is kept between two sittings, as `cmi.suspend_data`, as short as can be: SCORM 1.2 has
 * room for 4,096 characters. All is named by short hashes, never by its place, so that a new version of the course finds what is its own
 * (ruling 41).
 *
 *   5 LENGTH [SEED] , [BEST] ENTRY…
 *   ENTRY = ; LESSON { . QUIZ SHARE } { ! QUESTION ANSWER }     of each lesson that was opened
 *
 *   LENGTH    characters of the hash of a lesson and of a quiz, in base 36; of a question always 4
 *   SEED      of all draws, in base 36
 *   BEST      the highest score that the LMS was told, in hundredths, in base 36
 *   QUESTION  changes where an answer would mean something else
 *   SHARE     of the points of the quiz, in 1,295ths, in base 36: another version may give others
 *   ANSWER    letters without commas, or words
 *
 * Format 4 has points there, in tenths; they get a * and stay so while their lesson is not in the
 * course. The formats 2 and 3 knew points and answers by their place: only the lessons are read.
 */

const STATE_FORMAT = '5';
const POINTS_FORMAT = '4';
/** What two signs of base 36 can say; tells each tenth of up to 129 points. */
const WHOLE = 1295;
const OLD_HEADS = { 2: 7, 3: 13 };
const SHORT_KEY = 4;

/** A lesson as facts: names for the places in a row that the package holds. */
function lessonOf(row) {
  return {
    id: row[0],
    path: row[1],
    key: row[2],
    quizzes: row[3].map(function (quiz) {
      return { id: quiz[0], of: quiz[1], key: quiz[2] };
    }),
    questions: (row[4] || []).map(function (question) {
      return { quiz: question[0], id: question[1], form: question[2], key: question[3], yes: question[4] };
    })
  };
}

/**
 * Nothing is known yet. `rest`: of lessons that are not in the course now, `left` where this edition
 * leaves them out (ruling 39) and they come back; `unsure`: of its score.
 */
function emptyState(lessons) {
  const state = { seed: 0, best: -1, lessons: {}, rest: [], read: false, unsure: false };
  lessons.forEach(function (lesson) {
    state.lessons[lesson.id] = { seen: false, points: {}, answers: {} };
  });
  return state;
}

function hasLetters(question) {
  return question.form === 'choice' || question.form === 'true-false';
}

function packAnswer(question, answer) {
  if (answer === undefined) {
    return '';
  }
  // Behind the letters stands the number of tries.
  if (hasLetters(question)) {
    return answer.replace(/[,\t]/g, '');
  }
  return answer.replace(/[%.;!*\t\n]/g, function (sign) {
    return '%' + ('0' + sign.charCodeAt(0).toString(16)).slice(-2);
  });
}

function unpackAnswer(question, packed) {
  if (hasLetters(question)) {
    return packed.replace(/[a-z](?=[a-z])/g, '$&,').replace(/\d+/, '\t$&');
  }
  return packed.replace(/%([0-9a-f]{2})/g, function (whole, code) {
    return String.fromCharCode(parseInt(code, 16));
  });
}

function tenths(points) {
  return Math.round(points * 10) / 10;
}

function packShare(points, of) {
  return Math.round((points / of || 0) * WHOLE).toString(36);
}

/** Points of a quiz, as far as it can have them now. */
function unpackShare(words, of) {
  const points = words[0] === '*' ? parseInt(words.slice(1), 36) / 10 : (parseInt(words, 36) / WHOLE) * of;
  return Math.min(tenths(points), of);
}

/** An entry of format 4, its points marked as such. */
function marked(entry, length) {
  return entry.replace(RegExp('[.].{' + length + '}', 'g'), '$&*');
}

function packEntry(lesson, record) {
  const points = lesson.quizzes
    .filter(function (quiz) {
      return record.points[quiz.id] !== undefined;
    })
    .map(function (quiz) {
      return '.' + quiz.key + packShare(record.points[quiz.id], quiz.of);
    });
  const answers = lesson.questions
    .filter(function (question) {
      return record.answers[question.id];
    })
    .map(function (question) {
      return '!' + question.key + packAnswer(question, record.answers[question.id]);
    });
  return { start: ';' + lesson.key + points.join(''), end: answers.join(''), id: lesson.id };
}

function packHead(lessons, state) {
  const length = lessons.length ? lessons[0].key.length : SHORT_KEY;
  const seed = state.seed ? state.seed.toString(36) : '';
  const best = state.best < 0 ? '' : Math.round(state.best * 100).toString(36);
  return STATE_FORMAT + length.toString(36) + seed + ',' + best;
}

/** As much as fits: where it is too much, the answers of earlier lessons go first. */
function packState(lessons, state, current) {
  const own = lessons
    .filter(function (lesson) {
      return state.lessons[lesson.id].seen;
    })
    .map(function (lesson) {
      return packEntry(lesson, state.lessons[lesson.id]);
    });
  const head = packHead(lessons, state);
  const entries = own.concat(state.rest);
  let length = head.length;
  entries.forEach(function (entry) {
    length += entry.start.length + entry.end.length;
  });
  entries
    .slice()
    .sort(function (one, two) {
      return (one.id === current) - (two.id === current);
    })
    .forEach(function (entry) {
      if (length > MEMORY_LIMIT) {
        length -= entry.end.length;
        entry.end = '';
      }
    });
  while (length > MEMORY_LIMIT && entries.length > own.length && !entries[entries.length - 1].left) {
    length -= entries.pop().start.length;
  }
  const words = entries.map(function (entry) {
    return entry.start + entry.end;
  });
  return head + words.join('');
}

/** The one thing of this name; hashes are longer where more has to be told apart. */
function named(things, name) {
  const found = things.filter(function (thing) {
    return thing.key.startsWith(name) || name.startsWith(thing.key);
  });
  return name.length >= SHORT_KEY && found.length === 1 ? found[0] : null;
}

function unpackPart(lesson, record, part, length) {
  const end = 1 + (part[0] === '.' ? length : SHORT_KEY);
  const name = part.slice(1, end);
  const words = part.slice(end);
  if (part[0] === '.') {
    const quiz = named(lesson.quizzes, name);
    const points = quiz ? unpackShare(words, quiz.of) : -1;
    if (points >= 0) {
      record.points[quiz.id] = points;
    }
  } else {
    const question = named(lesson.questions, name);
    if (question) {
      record.answers[question.id] = unpackAnswer(question, words);
    }
  }
}

function unpackEntry(lessons, state, entry, length, left) {
  const name = entry.slice(0, length);
  const parts = entry.slice(length).match(/[.!][^.!]*/g) || [];
  const lesson = named(lessons, name);
  if (lesson) {
    const record = state.lessons[lesson.id];
    record.seen = true;
    parts.forEach(function (part) {
      unpackPart(lesson, record, part, length);
    });
  } else if (name.length === length && lessons.length && lessons[0].key.length === length) {
    // Of a lesson that is not in this version, and may come back: unread, and what is left out first.
    const end = (entry + '!').indexOf('!');
    const rest = { start: ';' + entry.slice(0, end), end: entry.slice(end), left: name in left };
    state.rest[rest.left ? 'unshift' : 'push'](rest);
  }
}

function unpackOld(lessons, state, packed) {
  packed.slice(OLD_HEADS[packed[0]]).split(';').forEach(function (entry) {
    const lesson = named(lessons, entry.slice(0, SHORT_KEY));
    if (lesson) {
      state.lessons[lesson.id].seen = entry[SHORT_KEY] !== '*';
    }
    // There was a score that an LMS may not give back.
    state.unsure = state.unsure || /^[\w-]{4}\*?[\w.]/.test(entry);
  });
}

/** What of it belongs to this version of the course, which names in `left` what it leaves out. */
function unpackState(lessons, packed, left) {
  const state = emptyState(lessons);
  const entries = packed.split(';');
  const head = /^([45])([0-9a-z])([0-9a-z]*),([0-9a-z]*)$/.exec(entries[0]);
  if (head) {
    state.read = true;
    state.seed = parseInt(head[3], 36) || 0;
    state.best = head[4] ? parseInt(head[4], 36) / 100 : -1;
    const length = parseInt(head[2], 36);
    entries.slice(1).forEach(function (entry) {
      const own = head[1] === POINTS_FORMAT ? marked(entry, length) : entry;
      unpackEntry(lessons, state, own, length, left || {});
    });
  } else if (OLD_HEADS[packed[0]]) {
    unpackOld(lessons, state, packed);
  }
  return state;
}

/** A state without what is kept for other versions: enough for a window beside this one. */
function alone(state) {
  return Object.assign({}, state, { rest: [] });
}

/** Takes what is new in `theirs`; returns whether there was something. */
function merge(lessons, state, theirs) {
  const before = packState(lessons, state, '');
  lessons.forEach(function (lesson) {
    const own = state.lessons[lesson.id];
    const other = theirs.lessons[lesson.id];
    if (other.seen) {
      own.seen = true;
      own.answers = other.answers;
      Object.keys(other.points).forEach(function (quiz) {
        own.points[quiz] = Math.max(other.points[quiz], own.points[quiz] || 0);
      });
    }
  });
  return packState(lessons, state, '') !== before;
}
