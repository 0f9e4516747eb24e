// Which lessons of the course she has done or begun, as far as a device or a platform knows it.
const {words} = kandil;

// Each as `lesson=quiz,quiz`. Done: every quiz is handed in; where there is none, it was opened.
const standing = ({lessons, whole}) => words.every.split(' ').map(row => {
  const [id, quizzes] = row.split('=');
  const own = lessons[id];
  const done = whole || own && (!quizzes || quizzes.split(',').every(quiz => quiz in own.points));
  return {id, done, begun: own && !done};
});
