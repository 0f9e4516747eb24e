// Which lessons of the course she has done or begun, and with what points, as far as a device or a
// platform knows it.
const {words} = kandil;

// What came of quizzes, each as `check=9`; `open` where one was not handed in. Where it gave other
// points when she did, hers count as the same share.
const result = (quizzes, {points = {}, of = {}} = {}) => {
  const found = {points: 0, of: 0, open: false};
  quizzes.forEach(quiz => {
    const [id, now] = quiz.split('=');
    const share = points[id] / (of[id] || now) || 0;
    found.open = found.open || !(id in points);
    found.points += Math.round(Math.min(share, 1) * now * 10) / 10;
    found.of += +now;
  });
  return found;
};

const sum = (every, name) => every.reduce((made, one) => made + one[name], 0);

const enough = (every, pass) => !every.some(one => one.open) && sum(every, 'points') * 100 >= pass * sum(every, 'of');

// Done: every quiz is handed in; where there is none, it was opened.
const standing = ({lessons, whole}) => words.every.split(',').map(row => {
  const [id, ...quizzes] = row.split(' ');
  const own = lessons[id];
  const found = result(quizzes, own);
  const done = whole || own && !found.open;
  return Object.assign(found, {id, done, begun: own && !done});
});
