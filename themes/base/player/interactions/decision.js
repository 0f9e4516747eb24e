// Ways to act, each of which opens by itself; the exit closes all that is open.
const {kinds} = kandil;

kinds.decision = {free: true, set() {}, clear() {}};
