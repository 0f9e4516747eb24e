// How sure she is: for herself, without right and wrong.
const {all, kinds} = kandil;

kinds.likert = {
  free: true,
  set() {},
  clear: q => all('input', q.box).forEach(input => kandil.tick(input, false))
};
