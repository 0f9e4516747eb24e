'use strict';

/*
 * The same course in another window of this browser, for the same learner. Each LMS window reads and
 * writes a copy of its own, and the last one would win: so they tell each other what is new. Nothing
 * is stored.
 */

/** `hear` is called with what another window says; gives a way to say something to all of them. */
function openWindows(learner, hear) {
  // Somebody else may have left a window open: only who is known to be the same is spoken to.
  if (!learner || !window.BroadcastChannel) {
    return function () {};
  }
  const channel = new BroadcastChannel('kandil ' + location.pathname + ' ' + learner);
  channel.onmessage = function (event) {
    hear(event.data);
  };
  return function (words) {
    channel.postMessage(words);
  };
}
