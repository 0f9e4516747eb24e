// A quiz is submitted when every question is settled, or by the button behind the last one.
let quizzes;

const setUpQuiz = box => {
  const quiz = {box, id: box.dataset.q, every: questions.filter(q => !q.kind.free && box.contains(q.box))};
  quiz.every.forEach(q => { q.quiz = quiz.id; });
  setUpSteps(quiz);
  quiz.result = status(box, 'q');
  pick(quiz);
  fresh(quiz);
  // At the question that she reads, or the next behind the words that she reads.
  turn(quiz, Math.max(0, cards(quiz).findIndex(card => kandil.near.compareDocumentPosition(card) & 12)));
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
  const part = all(`${href},${href}>h1`).pop();
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
  if (aims.some(({dataset: {o}}) => found[o][0] === found[o][1])) make('b', make('p', quiz.result), words.now);
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
  if (pass) go.append(all('.move .button')[0].cloneNode(true));
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

// How far it stands from where she reads; 0 of what is not displayed.
const off = box => box.offsetHeight && box.getBoundingClientRect().top - 96;

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

// What stands where she reads (`near`) stays there, though of a talk above it one step is left, and of a
// quiz one question: as soon as all that comes now has come.
kandil.parts.push(() => {
  const spots = all('p,h2,h3,legend,label').filter(off).sort((one, other) => off(one) ** 2 - off(other) ** 2);
  const stood = spots.map(off);
  [kandil.near] = spots;
  Promise.resolve().then(() => {
    const i = spots.findIndex(off);
    scrollBy(0, off(spots[i]) - stood[i]);
  });
  if (!questions) begin();
  if (kandil.kept) restore(kandil.kept);
});
