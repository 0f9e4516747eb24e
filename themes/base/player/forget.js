// What the course keeps on this device with her consent; a page over several courses names them all.
const forget = () => stored((store, key) => key.slice(2).split(' ').forEach(id => store.removeItem(`k.${id}`)));
