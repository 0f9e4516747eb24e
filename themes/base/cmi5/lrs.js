'use strict';

/* Requests to an LRS (xAPI 1.0.3, Communication 2). */

const LRS_TIME = 20000;
const VERSION = '1.0.3';

/** `endpoint` and `token` of a launch. What an answer says is its status; 0 where none came. */
function openLrs(endpoint, token) {
  function address(path, query) {
    return endpoint.replace(/\/*$/, '/') + path + '?' + new URLSearchParams(query);
  }

  /** `last`: the page goes, and the request may outlive it. */
  function call(method, path, query, body, last) {
    const headers = { Authorization: 'Basic ' + token, 'X-Experience-API-Version': VERSION };
    const options = { method: method, headers: headers, cache: 'no-store', redirect: 'manual' };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
      options.body = JSON.stringify(body);
    }
    if (last) {
      options.keepalive = true;
    }
    return fetch(query ? address(path, query) : address(path).slice(0, -1), options);
  }

  /** A login page in the place of an answer has said nothing. */
  function statusOf(answer) {
    const page = /html/.test(answer.headers.get('Content-Type'));
    return answer.ok && page ? 0 : answer.status;
  }

  /** What is too slow counts as silent: what is sent again bears the same name. */
  function inTime(answer) {
    return Promise.race([
      answer,
      new Promise(function (done) {
        setTimeout(done, LRS_TIME, { status: 0 });
      })
    ]);
  }

  return {
    /** A promise of `{ status, body }`. */
    read: function (path, query) {
      const answer = call('GET', path, query).then(function (found) {
        const status = statusOf(found);
        return status === 200 ? found.json().then(function (body) {
          return { status: 200, body: body };
        }) : { status: status };
      });
      return inTime(answer).catch(function () {
        return { status: 0 };
      });
    },
    /** A promise of the status. */
    write: function (method, path, query, body, last) {
      return inTime(call(method, path, query, body, last)).then(function (found) {
        return found.headers ? statusOf(found) : 0;
      }).catch(function () {
        return 0;
      });
    }
  };
}
