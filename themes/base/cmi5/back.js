'use strict';

/* The way back that an LMS may name, where its own page is not around this one (cmi5 10.2.6). */

const BACK_TIME = 3000;
const BACK_STEP = 50;

/** Shows the link to `address`, if there is one; it leaves when all `isOut`, but soon in any case. */
function openWayBack(address, end, isOut) {
  const line = document.getElementById('back');
  if (!line || !/^https?:/.test(address)) {
    return;
  }
  line.hidden = false;
  line.firstElementChild.href = address;
  line.addEventListener('click', function (event) {
    event.preventDefault();
    end();
    const last = Date.now() + BACK_TIME;
    function leave() {
      if (isOut() || Date.now() > last) {
        location.replace(address);
      } else {
        setTimeout(leave, BACK_STEP);
      }
    }
    leave();
  });
}
