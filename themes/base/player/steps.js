// One question at a time, each with the words that stand before it; circles lead to every one. On
// paper, and where no script has come, all of them stand there.
const setUpSteps = quiz => {
  const {box} = quiz;
  const [head, ...parts] = box.children;
  quiz.parts = parts;
  quiz.dots = make('ol', box, '', 'dots');
  head.after(quiz.dots);
  quiz.next = push(box, '', () => {
    const at = quiz.at + 1;
    if (at < cards(quiz).length) lead(quiz, at);
    else finish(quiz);
  });
  local(quiz.next);
};

// The cards of the questions that she is asked.
const cards = quiz => quiz.parts.filter(part => part.matches('.q[id]:not([hidden])'));

const questionOf = card => questions.find(q => q.box === card);

const dot = (quiz, card, i, every) => {
  const {tries, settled, share} = questionOf(card);
  const given = tries || settled;
  const done = share === 1;
  const button = push(make('li', quiz.dots), '', () => lead(quiz, i));
  make('b', button, given ? done ? '✓' : '○' : i + 1, given ? done ? 'got' : 'not' : '');
  const said = fill(words.nth, {number: i + 1, total: every.length});
  button.setAttribute('aria-label', given ? `${said}. ${done ? words.yes : words.part}` : said);
  button.setAttribute('aria-current', i === quiz.at && 'step');
};

// Shows one question, or behind the last one what came of all.
const turn = (quiz, at = quiz.at) => {
  const every = cards(quiz);
  const card = every[at];
  let place = 0;
  quiz.at = at;
  quiz.parts.forEach(part => {
    part.classList.toggle('off', place !== at);
    if (part === every[place]) place += 1;
  });
  quiz.dots.textContent = '';
  if (every[1]) every.forEach((one, i) => dot(quiz, one, i, every));
  quiz.next.hidden = !card || quiz.over && !every[at + 1];
  if (!card) return;
  quiz.next.textContent = every[at + 1] ? words.next : words.finish;
  (card.querySelector('.go') || make('div', card, '', 'go')).append(quiz.next);
};

const lead = (quiz, at) => {
  turn(quiz, at);
  look(quiz.dots);
  look(cards(quiz)[at].querySelector('legend,.l'));
};

// Where she goes on: at the first question that is open, or at her result.
const resume = quiz => {
  const every = cards(quiz);
  const [next] = open(quiz);
  turn(quiz, next ? every.indexOf(next.box) : every.length);
};
