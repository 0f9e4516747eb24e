// A quiz is submitted when every question is settled, or by its own button.
let quizzes;

const setUpQuiz = box => {
  const quiz = {box, id: box.dataset.q, every: questions.filter(q => !q.kind.free && box.contains(q.box))};
  quiz.every.forEach(q => { q.quiz = quiz.id; });
  quiz.result = status(box, 'q');
  quiz.finish = push(box, words.finish, () => finish(quiz));
  pick(quiz);
  fresh(quiz);
  return quiz;
};

const pick = quiz => {
  quiz.questions = kandil.pick ? kandil.pick(quiz) : quiz.every;
  quiz.of = sum(quiz.questions);
};

const sum = list => list.reduce((total, q) => total + q.points, 0);

const open = quiz => quiz.questions.filter(q => !q.settled);

// `kept`: what is known of quizzes that were handed in before.
const over = kept => {
  quizzes.forEach(quiz => {
    if (!open(quiz).length) submit(quiz, kept, !quiz.questions[0]);
  });
};

const finish = quiz => {
  const left = open(quiz);
  if (left.length && !quiz.asked) {
    quiz.asked = true;
    quiz.result.hidden = false;
    quiz.result.textContent = words.open;
  } else {
    close(quiz);
    look(quiz.result);
  }
};

const shut = q => {
  settle(q);
  q.show.hidden = false;
};

const close = quiz => {
  open(quiz).forEach(q => {
    shut(q);
    if (!q.own) say({type: 'shut', question: nameOf(q), kept: keptOf(q, 0)});
  });
  submit(quiz);
};

const tenths = points => Math.round(points * 10) / 10;

const total = list => tenths(list.reduce((points, q) => points + earned(q), 0));

const shown = points => String(points).replace('.', words.sign);

const toPart = (parent, text, href) => {
  const part = document.querySelector(href + '>h1') || document.querySelector(href);
  make('a', parent, fill(text, {part: part.textContent})).href = href;
};

// By the ids of the aims: their order may change.
const byAim = list => {
  const made = {};
  all('.aims li').forEach(({dataset: {o}}) => {
    const asked = list.filter(q => q.box.dataset.o === o);
    if (sum(asked)) made[o] = [total(asked), sum(asked)];
  });
  return made;
};

// What each aim of the lesson came to; returns a way to a part to read again, if there is one.
const tellAims = quiz => {
  const list = make('ul', quiz.result);
  const found = byAim(quiz.questions);
  all('.aims li').forEach(({textContent: aim, dataset: {o, h: part}}) => {
    if (!found[o]) return;
    const [points, of] = found[o];
    const item = make('li', list, fill(words.aim, {aim, points: shown(points), number: of}) + ' ');
    if (part && points < of) toPart(item, words.once, part);
  });
  if (!list.firstChild) list.remove();
  return list.querySelector('a');
};

// What came of it, what to do next, and the way there.
const submit = (quiz, {points: known = {}} = {}, silent) => {
  const {box, id, of, result} = quiz;
  if (quiz.finish.hidden) return;
  const points = total(quiz.questions);
  const pass = points * 100 >= box.dataset.mark * of;
  // A sensitive answer is not even told by the points.
  const told = quiz.questions.filter(q => !q.own);
  const next = document.querySelector('.move .button');
  const line = text => make('p', result, text);
  quiz.finish.hidden = true;
  result.hidden = false;
  result.textContent = '';
  make('b', line(), fill(box.dataset.says, {points: shown(points), number: of}) + (pass ? ' ' + words.enough : ''));
  if (!tellAims(quiz) && points < of) toPart(line(), words.once, box.dataset.ideas);
  if (pass && next.rel) line().append(next.cloneNode(true));
  push(result, words.again, () => {
    // What is kept of the round before would be taken for a part of this one.
    say({type: 'again', questions: told.map(nameOf)});
    fresh(quiz);
    look(box.querySelector('h2'));
  });
  if (kandil.kept) make('a', line(), words.results).href = 'results.html';
  const asked = sum(told);
  // Where draws differ in their points, each is told as a share of the same total.
  const whole = +box.dataset.total || asked;
  const reached = tenths(total(told) * whole / asked || 0);
  // What is kept is told again only where another version gives other points or more.
  const [had, then] = [].concat(known[id]);
  if (!silent && !(had >= reached && (then || whole) === whole)) say({type: 'quiz', quiz: id, points: reached, of: whole, aims: byAim(told)});
};

const fresh = quiz => {
  quiz.asked = quiz.finish.hidden = false;
  quiz.result.hidden = true;
  quiz.questions.forEach(restart);
};

// Answers that were kept, with the number of her tries, 0 where she handed in before the last one:
// shown as given, and not reported again. Of words that she wrote in another language only what they
// came to. What was open may be whole since a question was taken out.
const restore = ({answers, record}) => {
  quizzes.forEach(pick);
  questions.forEach(q => {
    const [answer, tries = 1, language = root.lang, share] = (answers[nameOf(q)] || '').split('\t');
    const own = language === root.lang;
    if (q.kind.free) return;
    if (answer && own) q.kind.put(q, answer);
    if (answer && !q.tries) {
      q.tries = Math.max(tries, 1) - 1;
      judge(q, answer, language, own ? q.kind.share(q, answer) : +share);
    }
    if (tries === '0' && !q.settled) shut(q);
  });
  over(record && record.lessons[document.body.dataset.module]);
};

const begin = () => {
  dress();
  questions = all('.q').map(setUp);
  quizzes = all('.quiz').map(setUpQuiz);
  // What she gave before the scripts came stays given.
  questions.filter(q => q.given).forEach(q => q.kind.put(q, q.given));
  kandil.clear.push(() => {
    questions.forEach(restart);
    quizzes.forEach(fresh);
  });
};

kandil.parts.push(() => {
  if (!questions) begin();
  if (kandil.kept) restore(kandil.kept);
});
