'use strict';

/* Tries again, less and less often, what a lost connection kept from being done. */

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;

/** `later()` calls `act` after 2 s, then 4 s … 60 s; `done()` begins anew. */
function openRetry(act) {
  let wait = FIRST_WAIT;
  let timer = 0;
  return {
    later: function () {
      if (!timer) {
        timer = setTimeout(function () {
          timer = 0;
          wait = Math.min(wait * 2, LONGEST_WAIT);
          act();
        }, wait);
      }
    },
    done: function () {
      clearTimeout(timer);
      timer = 0;
      wait = FIRST_WAIT;
    }
  };
}
