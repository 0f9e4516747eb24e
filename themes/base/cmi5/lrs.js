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

  /** What is too slow counts as silent: what is sent again bears the same name. */
  function inTime(answer) {
    return Promise.race([
      answer,
      new Promise(function (done) {
        setTimeout(done, LRS_TIME, { status: 0 });
      })
    ]);
  }

  /** Words that are no JSON, as of a login page, are no answer. Open edX calls its JSON a page. */
  function readAnswer(found) {
    return found.status === 200 ? found.json().then(function (body) {
      return { status: 200, body: body };
    }) : { status: found.status };
  }

  function written(found) {
    const page = found.ok && /html/.test(found.headers.get('Content-Type'));
    return { status: page ? 0 : found.status };
  }

  function silent() {
    return { status: 0 };
  }

  return {
    /** A promise of `{ status, body }`. */
    read: function (path, query) {
      return inTime(call('GET', path, query).then(readAnswer)).catch(silent);
    },
    /** A promise of `{ status }`. */
    write: function (method, path, query, body, last) {
      return inTime(call(method, path, query, body, last).then(written)).catch(silent);
    }
  };
}
