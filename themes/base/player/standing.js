// Which lessons of the course she has done or begun, as far as a device or a platform knows it.
const {words} = kandil;

// What came of `[quiz, 9, 80]`: so many points, and the percent of them that is enough. Where it gave
// other points when she handed it in, hers count as the same share.
const outcome = (kept, [id, now, mark]) => {
  const [points, of = now] = [].concat(kept[id]);
  const share = Math.min(points / of || 0, 1);
  return {id, open: !(id in kept), pass: points >= mark * of / 100, points: share * now, of: now, enough: mark * now / 100};
};

// Done: every quiz has enough points; where there is none, it was opened. Handed in with too few, it
// is to be read again, from its start.
const standing = ({lessons, whole}) => words.every.map(([id, ...quizzes]) => {
  const own = lessons[id];
  const found = quizzes.map(quiz => outcome(own ? own.points : {}, quiz));
  const open = found.some(quiz => quiz.open);
  const done = whole || own && found.every(({pass}) => pass);
  const again = own && !open && !done;
  return {id, found, open, done, again, begun: own && !done, part: own && !again && own.part};
});

// Where she goes on: the lesson in which she stopped, or the next one behind it that is not done.
const nextOf = (every, at) => {
  const from = Math.max(0, every.findIndex(({id}) => id === at));
  return every.slice(from).concat(every.slice(0, from)).find(({done}) => !done);
};
