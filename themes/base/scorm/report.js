'use strict';

/* What the LMS is told, within the profile that the course allows (data models: SCORM 1.2 RTE 3.4, 2004 RTE 4). */

/** Only the full score is higher. */
const JUST_BELOW_ALL = 99.99;

/** Points of the submitted quizzes, points possible, and whether nothing is left to do. */
function standing(lessons, state) {
  const sum = { points: 0, of: 0, quizzes: 0, submitted: 0, unseen: 0 };
  lessons.forEach(function (lesson) {
    const record = state[lesson.id];
    sum.unseen += record.seen ? 0 : 1;
    lesson.quizzes.forEach(function (quiz) {
      const given = record.points[quiz.id];
      sum.quizzes += 1;
      sum.of += quiz.of;
      sum.submitted += given === undefined ? 0 : 1;
      sum.points += given || 0;
    });
  });
  return sum;
}

/**
 * What was reached is never taken back. `failed` is never said: she may try again without limit, and
 * an LMS that heard it opens the next visit as a look back that stores nothing (`rulings.md` 1).
 */
function nextStatus(sum, pass, before) {
  const through = sum.quizzes ? sum.submitted === sum.quizzes : sum.unseen === 0;
  const over = through && sum.points * 100 >= pass * sum.of;
  if (before === 'passed' || (before === 'completed' && !over)) {
    return before;
  }
  if (!over) {
    return 'incomplete';
  }
  return sum.of ? 'passed' : 'completed';
}

/** The highest score that she may have: what is not known is never lowered. */
function bestBefore(raw, state, status) {
  const told = parseFloat(raw.replace(',', '.'));
  const best = Math.max(state.best, told >= 0 ? told : -1);
  // An LMS that had a score and does not give it back; some call `completed` what was passed.
  const over = state.read ? /^(passed|failed)$/ : /^(passed|failed|completed)$/;
  const hidden = best < 0 && (state.unsure || over.test(status));
  return hidden ? JUST_BELOW_ALL : best;
}

/** CMIDecimal, or `real`; '' where what she typed is no number, or one that needs an exponent. */
function decimal(typed, sign) {
  const plain = String(number(typed, sign));
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : '';
}

/** Speaks to `session` for a course; `facts.profile` is `minimal` or `full`. */
function openReport(session, facts, lessons) {
  const began = Date.now();
  /** When the lesson came before her. */
  let since = began;
  const full = facts.profile === 'full';
  const recorded = !/^(browse|review)$/.test(session.get(MODE));
  const interactions = full ? heldInteractions(session.get) : {};
  let status = readStatus(session.get);
  let next = full ? parseInt(session.get('cmi.interactions._count'), 10) || 0 : 0;
  const state = unpackState(lessons, session.get('cmi.suspend_data'), facts.left);
  // Moodle forgets all but the status of a course that was passed.
  const forgotten = status === 'passed' && !standing(lessons, state.lessons).submitted;
  state.best = bestBefore(session.get(SCORE + 'raw'), state, status);
  // Where she stopped: a lesson, and behind a # the anchor of its part.
  const stopped = session.get(LOCATION).split('#');
  let current = stopped[0];
  if (state.lessons[current]) {
    state.lessons[current].part = stopped[1];
  }

  // One seed for all draws of the course; it is kept with the answers.
  if (facts.draws && !state.seed) {
    state.seed = 1 + Math.floor(Math.random() * 0x7fffffff);
  }

  function tell(name, value) {
    if (recorded) {
      session.set(name, value);
    }
  }

  function sendScore(sum) {
    const raw = Math.round((sum.points * 10000) / sum.of) / 100;
    if (sum.submitted && sum.of && raw > state.best) {
      sendBest(raw);
    }
  }

  function sendBest(raw) {
    state.best = raw;
    tellScore(tell, raw);
  }

  const tellStatus = openStatus(tell, session.get, facts, lessons);

  // Where a commit was lost on its way, the memory says more than the score.
  if (parseFloat(session.get(SCORE + 'raw').replace(',', '.')) < state.best) {
    sendBest(state.best);
  }

  function save() {
    const sum = standing(lessons, state.lessons);
    // Score first: some LMSs read it when the status comes.
    sendScore(sum);
    status = nextStatus(sum, facts.pass, status);
    tellStatus(status, sum, state.lessons);
    tell('cmi.suspend_data', packState(lessons, state, current));
    tell(EXIT, status === 'passed' || status === 'completed' ? OVER : 'suspend');
    if (full) {
      tell(TIME, timespan(Date.now() - began));
    }
    session.save();
  }

  /** Saves what is new of a lesson, and tells it to the course's other windows. */
  function keep(lesson) {
    save();
    windows({ lesson: lesson.id, state: packState([lesson], alone(state), current) });
  }

  function tellPlace(lesson) {
    const part = state.lessons[lesson.id].part;
    current = lesson.id;
    tell(LOCATION, part ? current + '#' + part : current);
  }

  /** What another window has kept; a window that has just opened asks for all of it. */
  function hear(told) {
    if (told.hello) {
      windows({ state: packState(lessons, alone(state), current) });
      return;
    }
    const theirs = unpackState(lessons, told.state);
    const merged = merge(lessons, state, theirs);
    if (!told.lesson && theirs.seed) {
      state.seed = theirs.seed;
    }
    if (theirs.best > state.best) {
      sendBest(theirs.best);
    }
    if (merged) {
      save();
    }
  }

  const windows = openWindows(session.get(LEARNER), hear);
  windows({ hello: true });

  function sendInteraction(question, lesson, detail) {
    const name = lesson.id + '-' + question.id;
    const again = interactions[name] !== undefined;
    const at = 'cmi.interactions.' + (again ? interactions[name] : next) + '.';
    const told = interactionOf(question, detail, facts.sign, since);
    if (!again) {
      interactions[name] = next;
      next += 1;
    }
    tell(at + 'id', name);
    Object.keys(told).forEach(function (one) {
      if (told[one] !== '') {
        tell(at + one, told[one]);
      }
    });
  }

  return {
    current: current,
    /** The anchor of the part in which she stopped; of other lessons only this sitting knows it. */
    stopped: stopped[1],
    /** Whether this visit counts (RTE 3.4.4, cmi.core.lesson_mode). */
    recorded: recorded,
    save: save,
    /** What a page may know: her answers on it, her points in every lesson, the seed of draws. */
    kept: function (lesson) {
      const known = {};
      lessons.forEach(function (one) {
        const record = state.lessons[one.id];
        if (record.seen) {
          known[one.id] = { points: record.points, part: record.part };
        }
      });
      return {
        answers: lesson ? state.lessons[lesson.id].answers : {},
        seed: state.seed,
        // An LMS that keeps nothing of a passed course still says that it is passed.
        record: { at: current, lessons: known, passed: status === 'passed', whole: forgotten }
      };
    },
    open: function (lesson) {
      since = Date.now();
      state.lessons[lesson.id].seen = true;
      tellPlace(lesson);
      keep(lesson);
    },
    part: function (lesson, detail) {
      state.lessons[lesson.id].part = detail.part;
      tellPlace(lesson);
      save();
    },
    answer: function (lesson, detail) {
      const question = lesson.questions.find(function (known) {
        return known.quiz === detail.quiz && known.id === detail.question;
      });
      // A question that the package does not name is a sensitive one.
      if (full && question) {
        state.lessons[lesson.id].answers[question.id] = detail.kept;
        sendInteraction(question, lesson, detail);
        keep(lesson);
      }
    },
    /** She hands in a question that she had not finished. */
    shut: function (lesson, detail) {
      const known = lesson.questions.some(function (one) {
        return one.id === detail.question;
      });
      if (known) {
        state.lessons[lesson.id].answers[detail.question] = detail.kept;
      }
    },
    /** A quiz begins anew; its best points stay. */
    again: function (lesson, detail) {
      detail.questions.forEach(function (question) {
        delete state.lessons[lesson.id].answers[question];
      });
      keep(lesson);
    },
    quiz: function (lesson, detail) {
      const quiz = lesson.quizzes.find(function (known) {
        return known.id === detail.quiz;
      });
      if (quiz) {
        const points = Math.max(0, Math.min(Math.round(detail.points * 10) / 10, quiz.of));
        const record = state.lessons[lesson.id];
        record.seen = true;
        record.points[quiz.id] = Math.max(points, record.points[quiz.id] || 0);
        keep(lesson);
      }
    }
  };
}
