'use strict';

/*
 * In a lesson that a shell frames: passes on what the player reports, after the shell's greeting
 * and to nobody else. Loaded before the player.
 */

(function () {
  const onDisk = location.protocol === 'file:';
  const waiting = [];
  const hidden = {};
  let shell = '';

  /** Answers to sensitive questions stay on this page, and so do their points. */
  function fit(detail) {
    if (detail.type === 'answer' && detail.sensitive) {
      const quiz = (hidden[detail.quiz] = hidden[detail.quiz] || {});
      quiz[detail.question] = detail.right ? detail.points : 0;
      return null;
    }
    if (detail.type !== 'quiz') {
      return detail;
    }
    const secret = hidden[detail.quiz] || {};
    hidden[detail.quiz] = {};
    const points = Object.keys(secret).reduce(function (left, question) {
      return left - secret[question];
    }, detail.points);
    return Object.assign({}, detail, { points: points });
  }

  function absolute(href) {
    const link = document.createElement('a');
    link.href = href;
    return link.href;
  }

  function speak(detail) {
    if (shell) {
      window.parent.postMessage({ detail: detail }, shell);
    } else {
      waiting.push(detail);
    }
  }

  function greeted(event) {
    shell = onDisk ? '*' : event.origin;
    speak({ type: 'here', href: location.href });
    waiting.splice(0).forEach(speak);
  }

  document.addEventListener('kandil', function (event) {
    const detail = fit(event.detail);
    if (detail) {
      speak(detail.type === 'exit' ? { type: 'exit', href: absolute(detail.href) } : detail);
    }
  });
  // Said now: what is said at `pagehide` has no sender any more.
  document.addEventListener('click', function (event) {
    const link = event.target.closest('a[href]');
    if (link && !link.target) {
      speak({ type: 'next', href: link.href });
    }
  });
  window.addEventListener('message', function (event) {
    const trusted = onDisk || event.origin === location.origin;
    if (window.parent === window || event.source !== window.parent || !trusted || !event.data) {
      return;
    }
    if (event.data.kandil === 'hello') {
      greeted(event);
    } else if (event.data.kandil === 'restore') {
      const answers = { answers: event.data.answers };
      document.dispatchEvent(new CustomEvent('kandil-restore', { detail: answers }));
    }
  });
})();
