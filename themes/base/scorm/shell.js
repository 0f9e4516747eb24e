'use strict';

/*
 * The page that the LMS launches: it frames the lessons, hears what they report, and tells the LMS.
 * Without an LMS it is a plain way into the course.
 */

(function () {
  const facts = JSON.parse(document.getElementById('facts').textContent);
  const lessons = (facts.lessons || []).map(lessonOf);
  const session = openSession(findApi(window));
  const report = session && facts.profile !== 'none' ? openReport(session, facts, lessons) : null;
  const onDisk = location.protocol === 'file:';
  const frame = document.createElement('iframe');

  /** `null` in a sandbox that hides the origin: nobody can be spoken to, and there is no LMS. */
  const origin = onDisk ? '*' : location.origin;

  function lessonNamed(id) {
    return lessons.find(function (lesson) {
      return lesson.id === id;
    });
  }

  function say(message) {
    if (origin !== 'null') {
      frame.contentWindow.postMessage(message, origin);
    }
  }

  function finish() {
    if (session) {
      if (report) {
        report.save();
      }
      session.finish();
    }
  }

  /** The screen first, the LMS after it: everything but this moment was saved before. */
  function leave(href) {
    document.documentElement.style.visibility = 'hidden';
    requestAnimationFrame(function () {
      setTimeout(finish, 0);
    });
    setTimeout(function () {
      location.replace(href);
    }, 500);
    try {
      window.top.location.replace(href);
    } catch (refused) {
      // A sandbox may forbid the top window; then this one shows the neutral page.
      location.replace(href);
    }
  }

  function hear(detail) {
    const lesson = lessonNamed(detail.module);
    if (detail.type === 'exit' && /^(https?|file):/.test(detail.href)) {
      leave(detail.href);
    } else if (report && lesson && (detail.type === 'answer' || detail.type === 'quiz')) {
      report[detail.type](lesson, detail);
    } else if (report && lesson && detail.type === 'open') {
      say({ kandil: 'restore', answers: report.answers(lesson) });
      report.open(lesson);
    }
  }

  window.addEventListener('message', function (event) {
    const trusted = onDisk || event.origin === origin;
    if (trusted && event.source === frame.contentWindow && event.data && event.data.detail) {
      hear(event.data.detail);
    }
  });
  frame.addEventListener('load', function () {
    say({ kandil: 'hello' });
  });

  if (report) {
    report.save();
    document.addEventListener('visibilitychange', report.save);
    window.addEventListener('online', report.save);
  }
  window.addEventListener('pagehide', finish);
  window.addEventListener('pageshow', function (event) {
    // Brought back after LMSFinish: a new sitting has to begin.
    if (event.persisted) {
      location.reload();
    }
  });

  const last = report && lessonNamed(report.current);
  frame.title = document.title;
  frame.src = last ? last.path : facts.start;
  document.body.textContent = '';
  document.body.appendChild(frame);
})();
