// What she lets this device keep (ruling 20): one key, written whole after each step of hers, and
// only while it is there: what was cleared elsewhere does not come back, nor does it when she leaves.
// A name (`data-k`) stands for all that an answer hangs on: where a new version of the course gives
// it another, the answer is dropped (ruling 41).
const {all, make, guard, look, words} = kandil;
const {course, module} = document.body.dataset;
const FORM = 2;
const heard = [];
let asked;

const fresh = (points = {}) => ({points, aims: {}, answers: {}, ticks: {}});

// An older form knew answers, ticks and aims by their place: only the points carry ids.
const renewed = record => {
  const {lessons} = record;
  Object.keys(lessons).forEach(id => { lessons[id] = fresh(lessons[id].points); });
  record.v = FORM;
  return record;
};

// A sandbox or a setting may forbid storage, and someone else may have written there.
const stored = work => {
  try {
    return work(localStorage, `k.${course}`);
  } catch (fault) {}
};

const read = () => stored((store, key) => {
  const record = JSON.parse(store.getItem(key));
  return record.v === FORM ? record.lessons && record : renewed(record);
});

// The record, if the device takes it.
const write = record => stored((store, key) => {
  store.setItem(key, JSON.stringify(record));
  return record;
});

const nameOf = question => document.getElementById('q_' + question).dataset.k;

const note = (record, {type, quiz, points, aims, question, questions, kept, list, ticks}) => {
  const own = record.lessons[module] = record.lessons[module] || fresh();
  record.at = module;
  record.seed = record.seed || kandil.seed;
  if (question) own.answers[nameOf(question)] = kept;
  if (type === 'again') questions.forEach(one => { delete own.answers[nameOf(one)]; });
  if (type === 'ticks') own.ticks[list] = ticks;
  if (type === 'quiz' && !(own.points[quiz] >= points)) {
    own.points[quiz] = points;
    own.aims[quiz] = aims;
  }
};

// Drops what this lesson has no more; `by`: what names it in the page.
const prune = (by, ...every) => {
  const names = all(`[data-${by}]`).map(box => box.dataset[by]);
  every.forEach(kept => Object.keys(kept).forEach(name => {
    if (!names.includes(name)) delete kept[name];
  }));
};

const view = record => {
  const {answers: kept, ticks} = record.lessons[module] || fresh();
  const answers = {};
  all('.q').forEach(({id, dataset}) => { answers[id.slice(2)] = kept[dataset.k]; });
  return {answers, ticks, seed: record.seed, record, drop, pass};
};

// `passed` stays, whatever a new version asks.
const pass = () => {
  const record = read();
  if (record) {
    record.passed = true;
    write(record);
  }
};

const drop = () => stored((store, key) => store.removeItem(key));

const start = () => {
  const record = {v: FORM, lessons: {}};
  heard.forEach(detail => note(record, detail));
  return write(record);
};

const answer = (part, text, record) => {
  part.textContent = '';
  const told = make('p', part, text + ' ');
  if (record) {
    kandil.kept = view(record);
    make('a', told, words.results).href = 'results.html';
  }
  look(told);
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
    const {points, aims, answers, ticks} = record.lessons[module];
    prune('k', answers, ticks);
    prune('q', points, aims);
    write(record);
  }
  kandil.kept = record && view(record);
});

resume();
// A page that she comes back to may be empty: by the browser's cache, or because the browser fills
// the forms as they were when she left.
addEventListener('pageshow', () => {
  resume();
  if (kandil.kept) kandil.restore();
});
