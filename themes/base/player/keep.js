// What she lets this device keep (ruling 20): one key, written whole after each step of hers, and
// only while it is there: what was cleared elsewhere does not come back, nor does it when she leaves.
const {make, guard, words} = kandil;
const {course, module, structure} = document.body.dataset;
const KEY = `k.${course}`;
const heard = [];
let asked;

const read = () => {
  try {
    const record = JSON.parse(localStorage.getItem(KEY));
    return record && record.lessons ? record : null;
  } catch (fault) {
    return null;
  }
};

// Whether the device takes it.
const write = record => {
  try {
    localStorage.setItem(KEY, JSON.stringify(record));
    return true;
  } catch (fault) {
    return false;
  }
};

const note = (record, {type, quiz, points, aims, question, questions, kept, ticks}) => {
  const {lessons} = record;
  const own = lessons[module] = lessons[module] || {points: {}, aims: {}};
  // Answers to a lesson that was changed since would mean something else.
  if (own.structure !== structure) Object.assign(own, {structure, answers: {}, ticks: ''});
  record.at = module;
  record.seed = record.seed || kandil.seed;
  if (question) own.answers[question] = kept;
  if (type === 'again') questions.forEach(one => { delete own.answers[one]; });
  if (type === 'ticks') own.ticks = ticks;
  if (type === 'quiz' && !(own.points[quiz] >= points)) {
    own.points[quiz] = points;
    own.aims[quiz] = aims;
  }
};

const view = record => {
  const {answers = {}, ticks} = record.lessons[module] || {};
  return {answers, ticks, seed: record.seed, record, drop};
};

const drop = () => {
  try {
    localStorage.removeItem(KEY);
  } catch (fault) {
    // Storage was forbidden since; it cannot be read either.
  }
};

const start = () => {
  const record = {lessons: {}};
  heard.forEach(detail => note(record, detail));
  return write(record) && record;
};

const answer = (part, text, record) => {
  part.textContent = '';
  const told = make('p', part, text + ' ');
  if (record) {
    kandil.kept = view(record);
    make('a', told, words.results).href = 'results.html';
  }
  kandil.look(told);
};

const offer = quiz => {
  asked = true;
  const part = make('div', document.querySelector(`[data-q="${quiz}"]`));
  make('b', make('p', part), words.keep);
  make('p', part, words.who);
  kandil.push(part, words.agree, () => {
    const record = start();
    answer(part, record ? words.kept : words.barred, record);
  });
  kandil.push(part, words.refuse, () => answer(part, words.unkept));
};

document.addEventListener('kandil', guard(({detail}) => {
  const record = read();
  if (record) {
    note(record, detail);
    write(record);
    return;
  }
  heard.push(detail);
  if (detail.type === 'quiz' && !asked) offer(detail.quiz);
}));

// What was kept; from now on it names this lesson as the last one.
const resume = guard(() => {
  const record = read();
  if (record && module) {
    note(record, {});
    write(record);
  }
  kandil.kept = record && view(record);
});

resume();
// A page that she comes back to may be empty: by the browser's cache, or because the browser fills
// the forms as they were when she left.
addEventListener('pageshow', () => {
  resume();
  const {kept: detail} = kandil;
  if (detail) document.dispatchEvent(new CustomEvent('kandil-restore', {detail}));
});
