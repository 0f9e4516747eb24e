'use strict';

/*
 * In a lesson that a shell frames: passes on what the player reports, after the shell's greeting
 * and to nobody else. Loaded before the player. Alone in a tab, where nobody would hear it, it goes
 * to the shell, which says whether there is an LMS.
 */

(function () {
  const onDisk = location.protocol === 'file:';
  const waiting = [];
  // Behind a # the shell of the course hears which page; `start-` and its name is that of a lesson's.
  const start = 'START';
  const whole = start.endsWith('#');
  let shell = '';

  function speak(detail) {
    if (shell) {
      window.parent.postMessage({ detail: detail }, shell);
    } else {
      waiting.push(detail);
    }
  }

  /** Who leaves before the greeting leaves at once too: this tells nothing but the neutral page. */
  function leave(event) {
    if (window.parent !== window) {
      window.parent.postMessage({ detail: { type: 'exit', href: event.detail.href } }, shell || '*');
      // The player gives the shell a moment.
      event.preventDefault();
    }
  }

  function greeted(event) {
    shell = onDisk ? '*' : event.origin;
    speak({ type: 'here', href: location.href });
    waiting.splice(0).forEach(speak);
  }

  function hide(ways) {
    document.querySelectorAll(ways).forEach(function (way) {
      way.hidden = true;
    });
  }

  /** The LMS leads from lesson to lesson: here only what the text says does, and a way back. */
  function stayIn(own) {
    const ways = '.near,[rel=prev],[rel=next],.move [href^="index.html"],.move [href^="lessons-"]';
    hide(ways);
    // No SCO knows the results of the whole course; the way there comes with those of a quiz.
    new MutationObserver(function () {
      hide('[href="results.html"]');
    }).observe(document.body, { childList: true, subtree: true });
    document.querySelectorAll('a[href^="index.html"]').forEach(function (link) {
      link.href = own.href + link.hash;
      if (!document.body.dataset.module && !link.firstElementChild) {
        link.textContent = own.title;
      }
    });
  }

  if (start && window.parent === window && (whole || document.body.dataset.module)) {
    location.replace(start + location.href.split('/').pop());
  }
  document.addEventListener('kandil', function (event) {
    const detail = event.detail;
    // What she ticks is hers alone; answers to sensitive questions are never said.
    if (detail.type === 'exit') {
      leave(event);
    } else if (detail.type !== 'ticks') {
      speak(detail);
    }
  });
  // Said now: what is said at `pagehide` has no sender any more.
  document.addEventListener('click', function (event) {
    const link = event.target.closest('a[href]');
    if (link && !link.target) {
      // Chromium scrolls the LMS's page too when a page opens at a place, and takes the exit out of
      // view: so a link to another page names its place in a form that no browser finds.
      if (link.hash && link.pathname !== location.pathname) {
        link.hash = '_' + link.hash.slice(1);
      }
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
      if (event.data.own) {
        stayIn(event.data.own);
      }
    } else if (event.data.kandil === 'restore') {
      document.dispatchEvent(new CustomEvent('kandil-restore', { detail: event.data.kept }));
    }
  });
})();
