// A quiz is submitted when every question is settled, or by the button behind the last one.
let quizzes;

const setUpQuiz = box => {
  const quiz = {box, id: box.dataset.q, every: questions.filter(q => !q.kind.free && box.contains(q.box))};
  quiz.every.forEach(q => { q.quiz = quiz.id; });
  setUpSteps(quiz);
  quiz.result = status(box, 'q');
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
    turn(quiz);
  });
};

const finish = quiz => {
  const {result} = quiz;
  if (open(quiz).length && !quiz.asked) {
    quiz.asked = true;
    result.hidden = false;
    result.textContent = words.open;
    // The button keeps the focus: it is pressed again.
    scrollBy(0, Math.max(0, result.getBoundingClientRect().bottom - innerHeight));
  } else {
    if (!quiz.over) close(quiz);
    turn(quiz, cards(quiz).length);
    look(result);
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

const total = list => tenths(list.reduce((points, q) => points + earned(q), 0));

const toPart = (parent, href) => {
  const part = document.querySelector(href + '>h1') || document.querySelector(href);
  const link = make('a', parent, fill(words.once, {part: part.textContent}));
  link.href = href;
  return link;
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

// What she can do now, and under each aim that she missed the part to read again, once; returns the first.
const tellAims = quiz => {
  const found = byAim(quiz.questions);
  const aims = all('.aims li').filter(({dataset: {o}}) => found[o]);
  if (!aims[0]) return;
  if (Object.values(found).some(([points, of]) => points === of)) make('b', make('p', quiz.result), words.now);
  const list = make('ul', quiz.result, '', 'can');
  aims.forEach(({textContent, dataset: {o, h: part}}) => {
    const [points, of] = found[o];
    const item = make('li', list, textContent, points < of ? 'not' : '');
    if (part && points < of && !list.querySelector(`[href="${part}"]`)) toPart(item, part);
  });
  return list.querySelector('a');
};

// Whether there is a result: then the style leaves only its way on a main button.
const end = (quiz, over) => {
  quiz.asked = quiz.over = over;
  quiz.result.hidden = !over;
  quiz.result.textContent = '';
  quiz.box.classList.toggle('over', over);
  if (kandil.paint) kandil.paint();
};

// What came of it, in words and as shapes, what she can do now, and one way on.
const submit = (quiz, {points: known = {}} = {}, silent) => {
  const {box, id, of, result} = quiz;
  if (quiz.over) return;
  const points = total(quiz.questions);
  const enough = box.dataset.mark * of / 100;
  const pass = points >= enough;
  // A sensitive answer is not even told by the points.
  const told = quiz.questions.filter(q => !q.own);
  end(quiz, true);
  make('p', result, [
    fill(box.dataset.says, {points: shown(points), number: of}), fill(words.need, {number: shown(needed(points, enough))}), pass ? words.enough : ''
  ].join(' '), 'big');
  shape(result, points, of, enough);
  const missed = tellAims(quiz);
  const go = make('div', result, '', 'go');
  if (pass) go.append(document.querySelector('.move .button').cloneNode(true));
  const way = missed || points < of && toPart(go, box.dataset.ideas);
  if (!pass) {
    way.className = 'button';
    go.append(way);
  }
  push(go, words.again, () => {
    // What is kept of the round before would be taken for a part of this one.
    say({type: 'again', questions: told.map(nameOf)});
    fresh(quiz);
    look(box.querySelector('h2'));
  });
  if (kandil.kept) make('a', make('p', result), words.results).href = 'results.html';
  const asked = sum(told);
  // Where draws differ in their points, each is told as a share of the same total.
  const whole = +box.dataset.total || asked;
  const reached = tenths(total(told) * whole / asked || 0);
  // What is kept is told again only where another version gives other points or more.
  const [had, then] = [].concat(known[id]);
  if (!silent && !(had >= reached && (then || whole) === whole)) say({type: 'quiz', quiz: id, points: reached, of: whole, aims: byAim(told)});
};

const fresh = quiz => {
  end(quiz, false);
  quiz.questions.forEach(restart);
  turn(quiz, 0);
};

// Answers that were kept, with the number of her tries, 0 where she handed in before the last one:
// shown as given, and not reported again. Of words that she wrote in another language only what they
// came to. What was open may be whole since a question was taken out.
const restore = ({answers, record}) => {
  let more;
  quizzes.forEach(pick);
  questions.forEach(q => {
    const [answer, tries = 1, language = root.lang, share] = (answers[nameOf(q)] || '').split('\t');
    const own = language === root.lang;
    if (q.kind.free) return;
    if (answer && own) q.kind.put(q, answer);
    if (answer && !q.tries) {
      more = true;
      q.tries = Math.max(tries, 1) - 1;
      judge(q, answer, language, own ? q.kind.share(q, answer) : +share);
    }
    if (tries === '0' && !q.settled) shut(q);
  });
  over(record && record.lessons[document.body.dataset.module]);
  if (more) quizzes.forEach(resume);
};

// Where she was led stays in view, though of the quiz above it one question is left: as soon as all that
// comes now has come.
const hold = ({activeElement: held, body}) => {
  const top = () => held.getBoundingClientRect().top;
  const before = top();
  if (held !== body) Promise.resolve().then(() => scrollBy(0, top() - before));
};

const begin = () => {
  hold(document);
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
