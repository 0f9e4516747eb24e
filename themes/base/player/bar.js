// The parts of the bar above a lesson stand for the lessons of the course.
const {all} = kandil;

kandil.parts.push(() => {
  const {record} = kandil.kept || {};
  const steps = all('.steps li');
  if (record && steps[0]) standing(record).forEach(({done, begun}, i) => {
    steps[i].classList.toggle('done', !!done);
    steps[i].classList.toggle('begun', !!begun);
  });
});
