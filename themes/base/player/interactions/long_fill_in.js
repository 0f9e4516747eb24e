// Her own words stay in the field, and go with the page, on pages without an exit too.
const {all, guard, kinds} = kandil;

kinds['long-fill-in'] = {
  free: true,
  set(q) {
    addEventListener('pagehide', guard(() => q.kind.clear(q)));
  },
  clear(q) {
    q.box.querySelector('textarea').value = '';
    all('details', q.box).forEach(answer => { answer.open = false; });
  }
};
