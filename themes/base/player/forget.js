// What the course keeps on this device with her consent: one key.
const forget = () => {
  try {
    localStorage.removeItem(`k.${document.body.dataset.course}`);
  } catch (fault) {
    // Where a sandbox or a setting forbids storage, nothing was kept.
  }
};
