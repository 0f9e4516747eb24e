// What she gave, kept beside her points. A course with an exit ships none of this.
// A name (`data-k`) stands for all that an answer hangs on: where a new version of the course gives
// it another, the answer is dropped (ruling 41).
const nameOf = question => document.getElementById('q_' + question).dataset.k;

kandil.given = {
  fresh: points => ({points, aims: {}, answers: {}, ticks: {}}),
  note: (own, {type, question, questions, kept, list, ticks}) => {
    if (question) own.answers[nameOf(question)] = kept;
    if (type === 'again') questions.forEach(one => { delete own.answers[nameOf(one)]; });
    if (type === 'ticks') own.ticks[list] = ticks;
  },
  tidy: ({aims, answers, ticks}) => {
    prune('q', aims);
    prune('k', answers, ticks);
  },
  view: ({answers: kept, ticks}) => {
    const answers = {};
    all('.q').forEach(({id, dataset}) => { answers[id.slice(2)] = kept[dataset.k]; });
    return {answers, ticks};
  }
};
