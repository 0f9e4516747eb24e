// What was kept of the whole course, by this device or by a platform; and where she stopped.
const {all, guard, words} = kandil;
const main = document.querySelector('main');

const shown = points => String(Math.round(points * 10) / 10).replace('.', words.sign);

const line = (text, points, of) => text.replace('{points}', shown(points)).replace('{number}', of);

// Points of one lesson; `open` where one of its quizzes was not handed in.
const result = (row, {points = {}} = {}) => {
  const quizzes = row.dataset.of.split(' ').map(pair => pair.split('='));
  return {
    points: quizzes.reduce((sum, [id, of]) => sum + Math.min(points[id] || 0, +of), 0),
    of: quizzes.reduce((sum, [, of]) => sum + +of, 0),
    open: quizzes.some(([id]) => points[id] === undefined)
  };
};

const tellAims = (row, {aims = {}} = {}) => {
  const quizzes = Object.keys(aims).map(id => aims[id]);
  all('ul li', row).forEach((item, i) => {
    const sum = at => quizzes.reduce((made, quiz) => made + (quiz[i] ? quiz[i][at] : 0), 0);
    item.lastChild.textContent = line(main.dataset.aim, sum(0), sum(1));
    item.hidden = !sum(1);
  });
};

const tellLesson = (row, own, pass, passed) => {
  const found = result(row, own);
  const [told, again] = row.querySelectorAll('small');
  const open = passed ? '' : main.dataset.open;
  told.textContent = found.open ? open : line(main.dataset.part, found.points, found.of);
  again.hidden = found.open || found.points * 100 >= pass * found.of;
  tellAims(row, own);
  return found;
};

const tellAll = ({lessons, passed}) => {
  const {pass, says, enough} = main.dataset;
  const found = all('[data-of]').map(row => tellLesson(row, lessons[row.dataset.l], pass, passed));
  const sum = name => found.reduce((made, one) => made + one[name], 0);
  const whole = !found.some(one => one.open);
  const won = passed || whole && sum('points') * 100 >= pass * sum('of');
  const told = whole || !passed ? [line(says, sum('points'), sum('of'))] : [];
  document.getElementById('sum').textContent = told.concat(won ? enough : []).join(' ');
  main.classList.toggle('won', won);
  main.classList.add('kept');
};

// On the list of all lessons: the way to the one where she stopped.
const goOn = (list, {at}) => {
  all('a', list).forEach(link => {
    const id = link.getAttribute('href').replace('.html', '');
    if (id !== at) return;
    const way = document.getElementById('go');
    way.firstChild.href = link.href;
    way.firstChild.textContent = way.dataset.w.replace('{number}', link.firstChild.textContent);
    way.hidden = false;
  });
};

const show = guard(() => {
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
    kandil.kept.drop();
    kandil.kept = null;
    main.className = '';
    told.textContent = drop.dataset.done;
    told.tabIndex = -1;
    told.focus();
  });
  // What a platform keeps is not hers to remove.
  drop.hidden = !kandil.kept || !kandil.kept.drop;
}
// Her name goes with the page.
addEventListener('pagehide', () => all('input').forEach(input => { input.value = ''; }));
kandil.parts.push(show);
document.addEventListener('kandil-restore', show);
