// How sure she is: for herself, without right and wrong. The exit empties every box of the page.
const {kinds} = kandil;

kinds.likert = {free: true, set() {}, clear() {}};
