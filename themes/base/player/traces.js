// "Clear my traces" leads to this part of "About this page" from everywhere; arriving there clears.
const told = document.querySelector('#traces ~ [role=status]');
const here = location.href.replace(/[^/]*$/, '');

const each = (found, remove) => found.then(all => Promise.all(all.map(remove)));

const clear = () => {
  if (location.hash !== '#traces') return;
  forget();
  const own = [];
  if (window.caches) {
    own.push(each(caches.keys(), name => name.startsWith(`k.${document.body.dataset.course}`) && caches.delete(name)));
  }
  if (navigator.serviceWorker) {
    own.push(each(navigator.serviceWorker.getRegistrations(), worker => worker.scope.startsWith(here) && worker.unregister()));
  }
  const done = () => { told.textContent = told.dataset.done; };
  // From a disk a browser may refuse both: then there is none of either.
  Promise.all(own).then(done, done);
};

addEventListener('hashchange', clear);
clear();
