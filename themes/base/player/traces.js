// "Clear my traces" leads to this part of "About this page" from everywhere; there she is asked once.
const told = document.querySelector('#traces ~ [role=status]');
const here = location.href.replace(/[^/]*$/, '');

// A sandbox, or a browser that reads from a disk, may refuse: then there is none.
const each = async (find, remove) => {
  try {
    await Promise.all((await find()).map(remove));
  } catch (fault) {
    // Nothing of the course can be there.
  }
};

const clear = () => {
  forget();
  Promise.all([
    each(() => caches.keys(), name => `${name}.`.startsWith(`k.${document.body.dataset.course}.`) && caches.delete(name)),
    each(() => navigator.serviceWorker.getRegistrations(), worker => worker.scope.startsWith(here) && worker.unregister())
  ]).then(() => { told.textContent = told.dataset.done; });
};

// Without a script it is not true.
kandil.all('#back,#clear').forEach(words => { words.hidden = false; });
document.querySelector('#clear button').onclick = clear;
