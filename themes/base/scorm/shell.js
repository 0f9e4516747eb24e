'use strict';

/*
 * The page that the LMS launches: it frames the lessons, hears what they report, and tells the LMS.
 * Without an LMS it is a plain way into the course.
 */

(function () {
  const WATCH_TIME = 2000;
  const given = document.getElementById('facts');
  const facts = JSON.parse(given.textContent);
  const lessons = (facts.lessons || []).map(lessonOf);
  const ask = openWitness();
  const onDisk = location.protocol === 'file:';
  const frame = document.createElement('iframe');
  const out = document.querySelector('main');
  const exit = document.querySelector('.exit');
  /** What lessons told before the LMS was met. */
  const early = [];
  let session = null;
  let report = null;
  let shown = null;
  let met = false;
  let untold = false;
  let going = false;

  /** `null` in a sandbox that hides the origin: nobody can be spoken to, and there is no LMS. */
  const origin = onDisk ? '*' : window.origin;

  function lessonNamed(id) {
    return lessons.find(function (lesson) {
      return lesson.id === id;
    });
  }

  /** A lesson that was opened in a tab of its own sends her here, with its page. */
  function asked() {
    const page = location.hash.slice(1);
    return lessons.some(function (lesson) {
      return lesson.path === page.split('#')[0];
    }) && page;
  }

  function start() {
    const last = report && lessonNamed(report.current);
    const part = last && report.stopped ? '#_' + encodeURI(report.stopped) : '';
    return asked() || (last ? last.path + part : facts.start);
  }

  function say(message) {
    frame.contentWindow.postMessage(message, origin);
  }

  function greet() {
    say({ kandil: 'hello', own: facts.alone && { href: facts.start, title: document.title } });
  }

  /** One of the lines above the lesson; a course that tells an LMS nothing has none. */
  function line(name, seen) {
    const words = document.getElementById(name);
    if (words) {
      words.hidden = !seen;
    }
  }

  function unrecorded() {
    untold = true;
    line('unrecorded', true);
  }

  /** A lesson that is a SCO of its own may lead to another: what she does there is not told here. */
  function arrive(lesson) {
    shown = lesson;
    if (facts.alone) {
      line('unrecorded', untold || !lesson);
    }
    if (report) {
      restore();
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

  /** The screen first, the LMS after it. */
  function leave(href) {
    document.documentElement.style.visibility = 'hidden';
    if (watch) {
      watch.stop();
    }
    // Not before the empty screen is drawn: `pagehide` speaks to the LMS, and that may take long.
    afterPaint(function () {
      go(href);
    });
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

  function restore() {
    if (shown || !facts.alone) {
      say({ kandil: 'restore', kept: report.kept(shown) });
    }
  }

  /** What a lesson tells the LMS, now or when it is met. */
  function record(detail) {
    const lesson = lessonNamed(detail.module);
    if (!met) {
      early.push(detail);
    } else if (report && lesson) {
      report[detail.type](lesson, detail);
    }
  }

  function hear(detail) {
    const leads = /^(https?|file|about):/.test(detail.href);
    if (detail.type === 'exit' && leads) {
      leave(detail.href);
    } else if (watch && leads && (detail.type === 'here' || detail.type === 'next')) {
      watch[detail.type](detail.href);
    } else if (detail.type === 'open') {
      arrive(lessonNamed(detail.module));
      record(detail);
    } else if (/^(answer|part|shut|again|quiz)$/.test(detail.type)) {
      record(detail);
    }
  }

  function saved(all, never) {
    line('unsaved', !all && !never);
    if (never) {
      unrecorded();
    }
  }

  /** The window that launched this one may be closed, and its API with it. */
  function watchApi() {
    if (findApi(window)) {
      setTimeout(watchApi, WATCH_TIME);
    } else {
      session.stop();
      line('unsaved', false);
      line('closed', true);
    }
  }

  function begin(api) {
    session = openSession(api, ask, saved, facts, given.dataset.id);
    if (facts.profile !== 'none') {
      report = openReport(session, facts, lessons);
      report.save();
      (report.recorded ? watchApi : unrecorded)();
    }
  }

  function meet(api) {
    met = true;
    (api ? begin : unrecorded)(api);
    early.splice(0).forEach(record);
    // Met late: she is led to the lesson that she left, unless she has opened one.
    if (report && watch) {
      if (shown || start() === facts.start) {
        restore();
      } else {
        watch.open(start());
      }
    }
  }

  function keep() {
    if (report) {
      report.save();
      session.commit();
    }
  }

  window.addEventListener('message', function (event) {
    const trusted = onDisk || event.origin === origin;
    const detail = event.data && event.data.detail;
    // A page that has gone since it spoke is no sender any more; what it said counts, but that it
    // is there. Where origins are hidden or shared, nobody could say whose page it was.
    const left = /^http/.test(origin) && !event.source && detail && !/^(here|open)$/.test(detail.type);
    if (trusted && detail && (left || event.source === frame.contentWindow)) {
      hear(detail);
    }
  });
  document.addEventListener('visibilitychange', keep);
  window.addEventListener('online', function () {
    if (report) {
      session.again();
    }
  });
  window.addEventListener('pagehide', finish);
  window.addEventListener('pageshow', function (event) {
    // Brought back after LMSFinish: a new sitting has to begin.
    if (event.persisted) {
      location.reload();
    }
  });

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
  out.addEventListener('click', follow);
  document.body.className = 'on';
  frame.title = document.title;
  let watch = null;
  meetLms(meet, saved);
  if (origin !== 'null') {
    watch = watchFrame(frame, out, start(), greet, ask, unrecorded);
  }
  frame.src = start();
  document.body.appendChild(frame);
})();
