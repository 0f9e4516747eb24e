'use strict';

/*
 * The frame of the lessons. A page of the course answers the shell's greeting; where none does,
 * because the connection was lost, the shell shows its links and opens the page again.
 */

const ANSWER_TIME = 2000;
const LOAD_TIME = 10000;

/** `out` is shown while the frame is silent; `start` is its first page; `greet` says hello to it. */
function watchFrame(frame, out, start, greet) {
  const retry = openRetry(again);
  let wanted = start;
  let loaded = false;
  let timer = 0;

  function expect(href) {
    wanted = href;
    loaded = false;
    clearTimeout(timer);
    timer = setTimeout(ask, LOAD_TIME);
  }

  function open(href) {
    expect(href);
    // Unlike `src`: no entry in the history, and the page of an error is replaced too.
    frame.contentWindow.location.replace(href);
  }

  function again() {
    if (!out.hidden) {
      open(wanted);
    }
  }

  function ask() {
    greet();
    clearTimeout(timer);
    timer = setTimeout(silent, ANSWER_TIME);
  }

  function silent() {
    const page = frame.contentDocument;
    const lesson = page && page.querySelector('script[src$="lesson.js"]');
    out.hidden = false;
    // What is still on its way is left to come, and so is a lesson whose script was kept out.
    if (loaded && !lesson) {
      retry.later();
    }
  }

  window.addEventListener('online', again);
  frame.addEventListener('load', function () {
    loaded = true;
    ask();
  });
  expect(start);
  return {
    open: open,
    /** A page answers. */
    here: function (href) {
      clearTimeout(timer);
      retry.done();
      out.hidden = true;
      wanted = loaded ? href : wanted;
    },
    /** A link was followed; not every browser tells that an error has loaded. */
    next: expect,
    stop: function () {
      clearTimeout(timer);
      retry.done();
      window.removeEventListener('online', again);
    }
  };
}
