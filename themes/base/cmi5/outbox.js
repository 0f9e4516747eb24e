'use strict';

/*
 * What is on its way to the LRS: one thing after the other, and again what did not arrive, with the
 * same name, so that nothing is recorded twice.
 */

/** Whether the LRS has it: 409 is its word for a statement that it knows, and of a document for no. */
function hasArrived(job, status) {
  return /^20[04]$/.test(status) || Boolean(job.statement && status === 409);
}

/** The session is over for the LMS, or its token. */
function isShut(status) {
  return status === 401 || status === 403;
}

/**
 * A job is `{ name, send, done }`: `send()` gives a promise of `{ status }`; of two jobs with one
 * name that wait, the later stands for both. `tell` hears of each answer.
 */
function openOutbox(tell) {
  const jobs = [];
  const retry = openRetry(next);
  const box = { failing: false, refused: false, jobs: jobs, add: add, next: next, stop: retry.done };
  let busy = false;
  let dropped = false;

  function add(job) {
    const free = jobs.length - (busy ? 1 : 0);
    const last = jobs[jobs.length - 1];
    if (free > 0 && last.name && last.name === job.name) {
      jobs.pop();
    }
    jobs.push(job);
    next();
  }

  function next() {
    if (!busy && jobs.length) {
      busy = true;
      jobs[0].send().then(heard);
    }
  }

  function heard(answer) {
    const status = answer.status;
    const never = /^4(?!01|03|04|08|09|29)/.test(status);
    busy = false;
    dropped = dropped || never;
    box.refused = dropped || isShut(status);
    box.failing = !never && !hasArrived(jobs[0], status);
    if (box.failing) {
      retry.later();
    } else {
      // What the LRS will never take must not keep back the rest.
      const job = jobs.shift();
      retry.done();
      if (job.done && !never) {
        job.done();
      }
      next();
    }
    tell();
  }

  return box;
}
