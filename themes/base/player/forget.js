// What the course keeps on this device with her consent: all keys that begin with `k.<course>`.
const forget = () => {
  const own = `k.${document.body.dataset.course}.`;
  try {
    Object.keys(localStorage).forEach(key => {
      if (`${key}.`.startsWith(own)) localStorage.removeItem(key);
    });
  } catch (fault) {
    // Where a sandbox or a setting forbids storage, nothing was kept.
  }
};
