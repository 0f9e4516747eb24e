// What was kept of the whole course, by this device or by a platform; and where she stopped.
const {all, make, guard, look, stored} = kandil;
dress();
const main = document.querySelector('main');

const fill = (text, number, total) => text.replace('{number}', number).replace('{total}', total);

const line = (text, points, of) => fill(text.replace('{points}', shown(points)), of);

const sum = (every, name) => every.reduce((made, one) => made + one[name], 0);

// Returns those that she missed.
const tellAims = (row, found, {aims = {}} = {}) => {
  const quizzes = found.map(({id}) => aims[id] || {});
  return all('ul li', row).filter(item => {
    const asked = quizzes.map(quiz => quiz[item.dataset.o] || [0, 0]);
    const [points, of] = [sum(asked, 0), sum(asked, 1)];
    item.lastChild.textContent = line(main.dataset.aim, points, of);
    item.hidden = !of;
    return points < of;
  });
};

const tellQuiz = (told, {points: exact, of, enough}) => {
  const points = tenths(exact);
  const need = fill(words.need, shown(needed(points, enough)));
  make('div', told, `${line(main.dataset.part, points, of)} · ${need}`);
  shape(told, points, of, enough);
};

const tellLesson = (row, {found, open, done, again}, own) => {
  const [told, link] = row.querySelectorAll('small');
  const missed = tellAims(row, found, own).find(({dataset}) => dataset.h);
  told.textContent = open && !done ? main.dataset.open : '';
  if (!open) found.forEach(quiz => tellQuiz(told, quiz));
  link.hidden = !again;
  if (missed) link.firstChild.hash = missed.dataset.h;
  row.className = done ? 'done' : '';
};

// The one way on from her results, the same as on the list of lessons.
const goFrom = (every, at) => {
  const next = nextOf(every, at);
  const way = document.getElementById('on');
  way.hidden = !next;
  if (!next) return;
  way.href = `${next.id}.html${next.part ? '#' + next.part : ''}`;
  way.textContent = fill(way.dataset.w, every.indexOf(next) + 1);
};

// A platform may have forgotten all but that she passed.
const tellAll = record => {
  const {lessons, passed, at} = record;
  const {pass, says, enough} = main.dataset;
  const every = standing(record);
  all('[data-l]').forEach(row => {
    const {l: id} = row.dataset;
    tellLesson(row, every.find(one => one.id === id), lessons[id]);
  });
  const found = [].concat(...every.map(one => one.found));
  const whole = !found.some(one => one.open);
  const won = passed || whole && sum(found, 'points') * 100 >= pass * sum(found, 'of');
  const told = whole || !passed ? [line(says, sum(found, 'points'), sum(found, 'of'))] : [];
  document.getElementById('sum').textContent = told.concat(won ? enough : []).join(' ');
  if (won && !passed && kandil.pass) kandil.pass();
  goFrom(every, at);
  main.classList.toggle('won', won);
  main.classList.add('kept');
};

// What a list says of a lesson, where it has it.
const told = link => link ? {
  title: link.querySelector('span').textContent,
  minutes: link.parentNode.querySelector('small').firstChild.data
} : {};

const linkOf = (list, id) => list.querySelector(`[href^="${id}.html"]`);

// The anchors of a lesson's parts, where the list names them, and the number of the one in which she
// stopped; 0 where that is not known, or no part of this version.
const partOf = (link, part) => {
  const parts = (link && link.parentNode.dataset.p || '').split(' ');
  return {parts, at: parts.indexOf(part) + 1};
};

// The words for it, the same wherever a list names the lesson.
const stateOf = ({dataset: said}, {done, again, begun}, {parts, at}) => {
  const open = at ? fill(said.part, at, parts.length) : again ? said.again : said.begun;
  return done ? `✓ ${said.done}` : begun ? open : '';
};

const mark = (list, one) => {
  const {id, done, begun, part} = one;
  const link = linkOf(list, id);
  if (!link) return;
  const card = link.parentNode;
  const place = partOf(link, !done && part);
  const words = stateOf(list, one, place);
  if (place.at) link.setAttribute('href', `${id}.html#${part}`);
  const told = card.querySelector('small');
  const found = told.querySelector('b') || make('b', told);
  card.className = done ? 'done' : begun ? 'begun' : '';
  found.textContent = words && told.firstChild !== found ? ` · ${words}` : words;
};

// The one way on; above it the lesson, with its title and minutes where the list has them.
const lead = (href, ...said) => {
  const way = document.getElementById('go');
  const button = way.lastElementChild;
  way.hidden = false;
  button.href = href;
  [button, ...way.children].slice(0, -1).forEach((line, i) => {
    line.textContent = said[i] || '';
    line.hidden = !said[i];
  });
};

// On the list of all lessons: what is done and begun, and the way to where she stopped, or to the
// next lesson that is not done; where all are, to the results. The list may have several pages.
const goOn = (list, record) => {
  const every = standing(record);
  const next = nextOf(every, record.at);
  every.forEach(one => mark(list, one));
  if (!every.some(({done, begun}) => done || begun)) return;
  if (!next) {
    lead('results.html', words.results);
    return;
  }
  const {id, part} = next;
  const link = linkOf(list, id);
  const place = partOf(link, part);
  const {at} = place;
  const number = every.indexOf(next) + 1;
  const {w, n, part: on} = document.getElementById('go').dataset;
  const label = [fill(n, number, every.length), stateOf(list, next, place)].filter(Boolean).join(' · ');
  const {title, minutes} = told(link);
  lead(`${id}.html${at ? '#' + part : ''}`, at ? fill(on, at) : fill(w, number), label, title, minutes);
};

kandil.parts.push(() => {
  const {kept} = kandil;
  if (!kept || !kept.record) return;
  const list = document.querySelector('.go-on');
  if (list) goOn(list, kept.record);
  else tellAll(kept.record);
});

const drop = document.getElementById('drop');
if (drop) {
  drop.onclick = guard(() => {
    const told = document.getElementById('none');
    stored((store, key) => store.removeItem(key));
    kandil.kept = null;
    main.className = '';
    told.textContent = drop.dataset.done;
    look(told);
  });
}
// Her name goes with the page.
addEventListener('pagehide', () => all('input').forEach(input => { input.value = ''; }));
