'use strict';

/*
 * Whether the server of this package answers as it should. An LMS may say "true" to a commit whose
 * request was lost, and a sitting that has run out may be answered by a login page; so after a commit
 * a small file of the package is asked for.
 */

const WITNESS = 'edition.json';
const WITNESS_TIME = 20000;

/**
 * Returns `ask(then)`; `then` hears `well`, `other` where something else answers (a login page),
 * `silent` where nothing does, or nothing at all where this server never gave the file: it proves
 * nothing then.
 */
function openWitness() {
  let known = false;

  function verdict(answer) {
    // A redirect has no words and no status here.
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      return 'other';
    }
    return answer.ok ? answer.text().then(function (words) {
      return words.indexOf('"' + FORMAT + '"') < 0 ? 'other' : 'well';
    }) : 'silent';
  }

  return function (then) {
    let told = false;
    function tell(word) {
      if (!told) {
        told = true;
        clearTimeout(timer);
        known = known || word === 'well';
        then(known ? word : '');
      }
    }
    function silent() {
      tell('silent');
    }
    const timer = setTimeout(silent, WITNESS_TIME);
    fetch(WITNESS, { cache: 'no-store', redirect: 'manual' }).then(verdict).then(tell, silent);
  };
}
