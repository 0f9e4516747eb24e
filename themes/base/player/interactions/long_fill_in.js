// Her own words stay in the field, and go with the page, on pages without an exit too.
const {guard, kinds} = kandil;
const MOST_ROWS = 12;

// The field grows with what she writes.
const grow = field => {
  while (field.scrollHeight > field.clientHeight && field.rows < MOST_ROWS) field.rows += 1;
};

kinds['long-fill-in'] = {
  free: true,
  set(q) {
    q.words = q.box.querySelector('textarea');
    q.rows = q.words.rows;
    grow(q.words);
    q.words.oninput = guard(() => grow(q.words));
    addEventListener('pagehide', guard(() => q.kind.clear(q)));
  },
  clear(q) {
    q.words.value = '';
    q.words.rows = q.rows;
  }
};
