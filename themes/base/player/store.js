// The one key of this device under which a course may keep something. A sandbox or a setting may forbid
// storage, and someone else may have written there: then nothing is known.
const stored = kandil.stored = work => {
  try {
    return work(localStorage, `k.${document.body.dataset.course}`);
  } catch (fault) {}
};
