// Which lessons of the course she has done or begun, as far as a device or a platform knows it.
const {words} = kandil;

// Each as `[lesson, [quiz, 9], …]`. Done: every quiz is handed in; where there is none, it was opened.
const standing = ({lessons, whole}) => words.every.map(([id, ...quizzes]) => {
  const own = lessons[id];
  const done = whole || own && quizzes.every(([quiz]) => quiz in own.points);
  return {id, done, begun: own && !done, part: own && own.part};
});

// Where she goes on: the lesson in which she stopped, or the next one behind it that is not done.
const nextOf = (every, at) => {
  const from = Math.max(0, every.findIndex(({id}) => id === at));
  return every.slice(from).concat(every.slice(0, from)).find(({done}) => !done);
};
