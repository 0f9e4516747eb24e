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
  const out = document.querySelector('main');
  let going = false;
  /** Absent where the course tells an LMS nothing. */
  const unrecorded = document.getElementById('unrecorded');
  const exit = document.querySelector('.exit');

  /** `null` in a sandbox that hides the origin: nobody can be spoken to, and there is no LMS. */
  const origin = onDisk ? '*' : location.origin;

  function lessonNamed(id) {
    return lessons.find(function (lesson) {
      return lesson.id === id;
    });
  }

  const last = report && lessonNamed(report.current);
  const start = last ? last.path : facts.start;
  const watch = origin === 'null' ? null : watchFrame(frame, out, start, greet);

  function say(message) {
    frame.contentWindow.postMessage(message, origin);
  }

  function greet() {
    say({ kandil: 'hello' });
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
    if (watch) {
      watch.stop();
    }
    // Not before the empty screen is drawn: `pagehide` speaks to the LMS, and that may take long.
    requestAnimationFrame(function () {
      setTimeout(go, 0, href);
    });
    setTimeout(go, 100, href);
  }

  function go(href) {
    if (going) {
      return;
    }
    going = true;
    setTimeout(function () {
      location.replace(href);
    }, 500);
    try {
      window.top.location.replace(href);
    } catch (refused) {
      // A sandbox may forbid the top window; then this one shows the neutral page.
      location.replace(href);
    }
    finish();
  }

  /** The shell's own links open in the frame: the sitting goes on. */
  function follow(event) {
    const link = event.target.closest('a');
    if (link) {
      event.preventDefault();
      if (link.className === 'exit') {
        leave(link.href);
      } else {
        watch.open(link.href);
      }
    }
  }

  function hear(detail) {
    const lesson = lessonNamed(detail.module);
    const leads = /^(https?|file|about):/.test(detail.href);
    if (detail.type === 'exit' && leads) {
      leave(detail.href);
    } else if (watch && leads && (detail.type === 'here' || detail.type === 'next')) {
      watch[detail.type](detail.href);
    } else if (report && lesson && /^(answer|shut|again|quiz)$/.test(detail.type)) {
      report[detail.type](lesson, detail);
    } else if (report && detail.type === 'open') {
      say({ kandil: 'restore', kept: report.kept(lesson) });
      if (lesson) {
        report.open(lesson);
      }
    }
  }

  window.addEventListener('message', function (event) {
    const trusted = onDisk || event.origin === origin;
    if (trusted && event.source === frame.contentWindow && event.data && event.data.detail) {
      hear(event.data.detail);
    }
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

  if (unrecorded && !(report && report.recorded)) {
    unrecorded.hidden = false;
  }
  // The lesson counts and shows the presses that it hears; before she is in it, they are heard here.
  if (exit) {
    const told = exit.nextElementSibling;
    onShifts(function (pressed) {
      exit.dataset.n = '•'.repeat(pressed || 0);
      told.textContent = told.dataset[pressed] || '';
    }, function () {
      leave(exit.href);
    });
  }
  out.hidden = true;
  document.getElementById('silent').hidden = false;
  out.addEventListener('click', follow);
  document.body.className = 'on';
  frame.title = document.title;
  frame.src = start;
  document.body.appendChild(frame);
})();
