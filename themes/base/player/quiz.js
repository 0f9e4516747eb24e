// A quiz is submitted when every question is settled, or by its own button.
var quizzes = [];

function Quiz(section) {
  var quiz = {
    box: section, id: section.getAttribute('data-q'), asked: false, submitted: false,
    questions: questions.filter(function (q) { return section.contains(q.box); })
  };
  quiz.of = quiz.questions.reduce(function (sum, q) { return sum + q.points; }, 0);
  quiz.questions.forEach(function (q) { q.quiz = quiz; });
  quiz.result = make('div', 'q');
  quiz.result.setAttribute('role', 'status');
  quiz.button = make('button', '', words.finish);
  quiz.button.type = 'button';
  quiz.button.addEventListener('click', guard(function () { finish(quiz); }));
  quiz.look = function () { if (!open(quiz)) submit(quiz, false); };
  return quiz;
}

function open(quiz) {
  return quiz.questions.some(function (q) { return !q.settled; });
}

function finish(quiz) {
  if (open(quiz) && !quiz.asked) {
    quiz.asked = true;
    quiz.result.hidden = false;
    quiz.result.textContent = words.open;
    return;
  }
  quiz.questions.forEach(function (q) {
    if (!q.settled) {
      settle(q);
      q.show.hidden = false;
    }
  });
  submit(quiz, false);
  look(quiz.result);
}

function submit(quiz, silent) {
  if (quiz.submitted) return;
  quiz.submitted = true;
  quiz.button.hidden = true;
  var points = quiz.questions.reduce(function (sum, q) { return sum + (q.right ? q.points : 0); }, 0);
  var pass = points * 100 >= +quiz.box.getAttribute('data-mark') * quiz.of;
  show(quiz, points, pass);
  if (!silent) say({type: 'quiz', quiz: quiz.id, points: points, of: quiz.of, pass: pass});
}

// What to do next, and a way to do it.
function show(quiz, points, pass) {
  var result = quiz.result, next = document.querySelector('.move .button');
  var score = quiz.box.getAttribute('data-says').replace('{points}', points);
  result.hidden = false;
  result.textContent = '';
  result.appendChild(make('p')).appendChild(make('b', '', score + (pass ? ' ' + words.enough : '')));
  if (points < quiz.of) {
    var again = result.appendChild(make('p')).appendChild(make('a', '', words.reread));
    again.href = words.ideas;
  }
  if (pass && next.rel) {
    var line = result.appendChild(make('p', '', words.next + ' ')), way = make('a', '', next.textContent);
    way.href = next.href;
    line.appendChild(way);
  }
  var button = result.appendChild(make('button', '', words.restart));
  button.type = 'button';
  button.addEventListener('click', guard(function () {
    fresh(quiz);
    look(quiz.box.querySelector('h2'));
  }));
}

function fresh(quiz) {
  quiz.submitted = quiz.asked = false;
  quiz.button.hidden = false;
  quiz.result.hidden = true;
  quiz.result.textContent = '';
  quiz.questions.forEach(restart);
}

// Answers that a platform kept: shown as given, and not reported again.
function restore(event) {
  var answers = event.detail.answers;
  questions.forEach(function (q) {
    if (!(q.id in answers) || q.settled) return;
    q.kind.put(q, answers[q.id]);
    judge(q, answers[q.id]);
  });
  quizzes.forEach(function (quiz) { if (!open(quiz)) submit(quiz, true); });
}

parts.push(function () {
  words = JSON.parse(document.getElementById('words').textContent);
  questions = all('.q').map(Question);
  quizzes = all('.quiz').map(Quiz);
  undoings.push(function () {
    questions.forEach(detach);
    quizzes.forEach(function (quiz) {
      [quiz.result, quiz.button].forEach(function (part) {
        if (part.parentNode) part.parentNode.removeChild(part);
      });
    });
  });
  questions.forEach(attach);
  quizzes.forEach(function (quiz) {
    quiz.box.appendChild(quiz.result);
    quiz.box.appendChild(quiz.button);
    fresh(quiz);
  });
  clearings.push(function () {
    quizzes.forEach(fresh);
    questions.forEach(restart);
  });
  document.addEventListener('kandil-restore', guard(restore));
});
