// Cards: the front of each becomes a button that shows its back.
const {all, make, guard, kinds} = kandil;

const turn = (button, shown) => {
  button.setAttribute('aria-expanded', shown);
  button.parentNode.nextElementSibling.classList.toggle('on', shown);
};

kinds.cards = {
  free: true,
  set(q) {
    q.fronts = all('dt', q.box).map(front => {
      const words = [...front.childNodes];
      const button = make('button', front);
      button.type = 'button';
      button.append(...words);
      button.onclick = guard(() => turn(button, button.getAttribute('aria-expanded') !== 'true'));
      turn(button, false);
      return button;
    });
  },
  clear: q => q.fronts.forEach(button => turn(button, false))
};
