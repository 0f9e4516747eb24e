'use strict';

/*
 * The frame of the lessons. A page of the course answers the shell's greeting; where none does,
 * because the connection was lost, the shell shows its links and opens the page again.
 */

const ANSWER_TIME = 2000;
const LOAD_TIME = 10000;

/**
 * `out` is shown while the frame is silent; `start` is its first page; `greet` says hello to it;
 * `ask` is a witness; `unheard` is told of a lesson that shows but cannot speak.
 */
function watchFrame(frame, out, start, greet, ask, unheard) {
  const retry = openRetry(again);
  let wanted = start;
  let loaded = false;
  let greeted = false;
  let timer = 0;

  function expect(href) {
    wanted = href;
    loaded = greeted = false;
    clearTimeout(timer);
    timer = setTimeout(hello, LOAD_TIME);
  }

  function open(href) {
    expect(href);
    // Unlike `src`: no entry in the history, and the page of an error is replaced too.
    frame.contentWindow.location.replace(href);
  }

  function again() {
    if (out.dataset.says === 'silent') {
      open(wanted);
    }
  }

  function hello() {
    greet();
    clearTimeout(timer);
    timer = setTimeout(silent, ANSWER_TIME);
  }

  function show(reason) {
    out.dataset.says = reason;
    out.hidden = !reason;
  }

  function has(selector) {
    const page = frame.contentDocument;
    return page && page.querySelector(selector);
  }

  function silent() {
    // A lesson whose script was kept out is there to be read.
    if (loaded && has('script[src$="lesson.js"]')) {
      show('');
      unheard();
    } else {
      ask(judge);
    }
  }

  /** She is not taken away from a form in which she signs in. */
  function judge(word) {
    if (greeted) {
      return;
    }
    if (loaded && (word === 'other' || has('[type=password]'))) {
      show('other');
      return;
    }
    show('silent');
    // What is still on its way is left to come.
    if (loaded) {
      retry.later();
    }
  }

  window.addEventListener('online', again);
  frame.addEventListener('load', function () {
    loaded = true;
    // What was said as the page before went has no sender, so it may not have been heard.
    greeted = false;
    // Keys are heard where she reads, without a click before.
    frame.contentWindow.focus();
    hello();
  });
  expect(start);
  return {
    open: open,
    /** A page answers. */
    here: function (href) {
      clearTimeout(timer);
      retry.done();
      show('');
      greeted = true;
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
