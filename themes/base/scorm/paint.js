'use strict';

/* The screen first, the LMS after it: a call to an LMS may stop the page for seconds. */

/** Calls `act` once the screen has been drawn; soon in any case, as a hidden page is not drawn. */
function afterPaint(act) {
  let done = false;
  function once() {
    if (!done) {
      done = true;
      act();
    }
  }
  requestAnimationFrame(function () {
    setTimeout(once, 0);
  });
  setTimeout(once, 100);
}
