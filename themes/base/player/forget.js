// What the course keeps on this device with her consent.
const forget = () => stored((store, key) => store.removeItem(key));
