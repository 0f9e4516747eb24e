// Ways to act, each of which opens by itself; the script only closes them when she leaves.
const {all, kinds} = kandil;

kinds.decision = {
  free: true,
  set() {},
  clear(q) {
    all('details', q.box).forEach(way => { way.open = false; });
  }
};
