// Shift pressed alone three times leaves; five seconds after a press the count begins anew.
// `show` hears how many presses are counted, 0 when they have expired, nothing when all is quiet.
const PRESSES = 3;
const EXPIRES = 5000;

const onShifts = (show, leave) => {
  let pressed = 0;
  let combined = false;
  let timer;
  const count = number => {
    pressed = number;
    show(number);
    clearTimeout(timer);
    timer = setTimeout(() => number ? count(0) : show(), EXPIRES);
  };
  addEventListener('keyup', ({key, shiftKey}) => {
    if (key !== 'Shift' || combined) {
      if (pressed) count(0);
    } else if (pressed + 1 < PRESSES) count(pressed + 1);
    else {
      clearTimeout(timer);
      pressed = 0;
      leave();
    }
    // Shift+A: the key comes up before Shift does, and that release is no press.
    combined = shiftKey;
  });
};
