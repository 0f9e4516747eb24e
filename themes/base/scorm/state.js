'use strict';

/*
 * What is kept between two sittings, as `cmi.suspend_data`: at most 4,096 characters.
 *
 *   2 STRUCTURE ENTRY;ENTRY…          STRUCTURE: 6 characters
 *   3 STRUCTURE SEED ENTRY;ENTRY…     SEED of all draws, in base 36: 6 characters
 *   ENTRY = KEY [*] POINTS [! ANSWERS] KEY: a short hash of the module's id, of fixed length
 *   POINTS = tenths in base 36, one a quiz, with full stops between; empty where it was not submitted
 *   ANSWERS = one a question, likewise; letters without commas
 *   * = not opened since the course was changed
 */

const STATE_FORMAT = '2';
const STATE_DRAWN = '3';
const SEED_LENGTH = 6;
const STATE_LIMIT = 4096;

/** A lesson as facts: names for the places in a row that the package holds. */
function lessonOf(row) {
  return {
    id: row[0],
    path: row[1],
    key: row[2],
    quizzes: row[3].map(function (quiz) {
      return { id: quiz[0], of: quiz[1] };
    }),
    questions: (row[4] || []).map(function (question) {
      return { quiz: question[0], id: question[1], form: question[2], yes: question[3] };
    })
  };
}

/** A course of which nothing is known yet. */
function emptyState(lessons) {
  const state = { seed: 0, lessons: {} };
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

function trimmed(parts) {
  return parts.join('.').replace(/\.+$/, '');
}

function packEntry(lesson, record) {
  const points = lesson.quizzes.map(function (quiz) {
    const given = record.points[quiz.id];
    return given === undefined ? '' : Math.round(given * 10).toString(36);
  });
  const answers = trimmed(
    lesson.questions.map(function (question) {
      return packAnswer(question, record.answers[question.id]);
    })
  );
  const start = lesson.key + (record.seen ? '' : '*') + trimmed(points);
  return { start: start, end: answers ? '!' + answers : '', lesson: lesson };
}

function packHead(structure, seed) {
  if (!seed) {
    return STATE_FORMAT + structure;
  }
  return STATE_DRAWN + structure + seed.toString(36).padStart(SEED_LENGTH, '0');
}

/** As much as fits: where it is too much, the answers of earlier lessons go first. */
function packState(structure, lessons, state, current) {
  const entries = lessons
    .filter(function (lesson) {
      const record = state.lessons[lesson.id];
      return record.seen || Object.keys(record.points).length > 0;
    })
    .map(function (lesson) {
      return packEntry(lesson, state.lessons[lesson.id]);
    });
  const head = packHead(structure, state.seed);
  let length = head.length + entries.length;
  entries.forEach(function (entry) {
    length += entry.start.length + entry.end.length;
  });
  entries
    .slice()
    .sort(function (one, two) {
      return (one.lesson.id === current) - (two.lesson.id === current);
    })
    .forEach(function (entry) {
      if (length > STATE_LIMIT) {
        length -= entry.end.length;
        entry.end = '';
      }
    });
  const words = entries.map(function (entry) {
    return entry.start + entry.end;
  });
  return head + words.join(';');
}

function unpackPoints(lesson, record, packed) {
  const points = packed ? packed.split('.') : [];
  if (points.length > lesson.quizzes.length) {
    return;
  }
  points.forEach(function (given, index) {
    const value = parseInt(given, 36) / 10;
    if (value >= 0) {
      record.points[lesson.quizzes[index].id] = Math.min(value, lesson.quizzes[index].of);
    }
  });
}

/** Where the course was changed, scores are kept and the rest is dropped. */
function unpackState(structure, lessons, packed) {
  const state = emptyState(lessons);
  const form = packed.slice(0, STATE_FORMAT.length);
  const head = STATE_FORMAT.length + structure.length;
  const start = head + (form === STATE_DRAWN ? SEED_LENGTH : 0);
  if (form !== STATE_FORMAT && form !== STATE_DRAWN) {
    return state;
  }
  const same = packed.slice(STATE_FORMAT.length, head) === structure;
  const entries = packed.slice(start).split(';');
  state.seed = parseInt(packed.slice(head, start), 36) || 0;
  lessons.forEach(function (lesson) {
    const entry = entries.find(function (words) {
      return words.slice(0, lesson.key.length) === lesson.key;
    });
    if (!entry) {
      return;
    }
    const record = state.lessons[lesson.id];
    const parts = entry.slice(lesson.key.length).split('!');
    unpackPoints(lesson, record, parts[0].replace('*', ''));
    if (same) {
      record.seen = parts[0][0] !== '*';
      (parts[1] || '').split('.').forEach(function (answer, index) {
        if (answer && lesson.questions[index]) {
          record.answers[lesson.questions[index].id] = unpackAnswer(lesson.questions[index], answer);
        }
      });
    }
  });
  return state;
}
