// What she lets this device keep (ruling 20): one key, written whole after each step of hers, and
// only while it is there: what was cleared elsewhere does not come back, nor does it when she leaves.
// What is removed stays in the files of a browser until it writes over them: so in a course with an
// exit only points are kept, and what she gave (`given.js`) is never written.
const {root, all, make, guard, look, stored, words} = kandil;
const {module} = document.body.dataset;
// Comes in the same file, where it comes at all.
const given = kandil.given;
const FORM = given ? 2 : 3;
const heard = [];
let asked;

const fresh = (points = {}) => given ? given.fresh(points) : {points};

// Of any other form only the points are kept: an older one knew the rest by its place, and before the
// course had an exit there may be answers.
const renewed = record => {
  const {lessons} = record;
  Object.keys(lessons).forEach(id => { lessons[id] = fresh(lessons[id].points); });
  record.v = FORM;
  return record;
};

// The record, if the device takes it.
const write = record => stored((store, key) => {
  store.setItem(key, JSON.stringify(record));
  return record;
});

const read = () => stored((store, key) => {
  const record = JSON.parse(store.getItem(key));
  return record.v === FORM ? record.lessons && record : write(renewed(record));
});

// As "Your results" reckons it. An open quiz has no number, and nothing is enough then.
const enough = ({lessons}) => {
  let over = 0;
  words.every.forEach(([id, ...quizzes]) => quizzes.forEach(([quiz, now]) => {
    const [points, then = now] = [].concat((lessons[id] || fresh()).points[quiz]);
    over += now * (points * 100 / (then || 1) - words.pass);
  }));
  return over >= 0;
};

const note = (record, detail) => {
  const {type, quiz, points, of, aims, part} = detail;
  const {here} = kandil;
  const own = record.lessons[module] = record.lessons[module] || fresh();
  record.at = module;
  // She may have gone there before this file came.
  if (part || here) own.part = part || here.querySelector('h2').id;
  record.seed = record.seed || kandil.seed;
  if (given) given.note(own, detail);
  if (type !== 'quiz') return;
  // The best stays, as a share: another version may give other points.
  const [had, then = of] = [].concat(own.points[quiz]);
  if (!(had * of > points * then)) {
    own.points[quiz] = [points, of];
    if (given) own.aims[quiz] = aims;
  }
  // Noted when it happens: the next version may ask for more.
  if (enough(record)) record.passed = true;
};

// Drops what this lesson has no more; `by`: what names it in the page.
const prune = (by, ...every) => {
  const names = all(`[data-${by}]`).map(box => box.dataset[by]);
  every.forEach(kept => Object.keys(kept).forEach(name => {
    if (!names.includes(name)) delete kept[name];
  }));
};

const view = record => {
  const own = given ? given.view(record.lessons[module] || fresh()) : {answers: {}};
  return Object.assign(own, {seed: record.seed, record});
};

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
  const part = make('div', document.querySelector(`[data-q="${quiz}"]`), '', 'keep');
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
    const own = record.lessons[module];
    prune('q', own.points);
    if (given) given.tidy(own);
    if (!document.getElementById(own.part)) delete own.part;
    write(record);
  }
  kandil.kept = record && view(record);
});

resume();
// A page that she comes back to may be empty: by the browser's cache, or because the browser fills
// the forms as they were when she left.
addEventListener('pageshow', guard(() => {
  resume();
  if (kandil.kept && root.classList.contains('js')) kandil.parts.forEach(part => part());
}));
