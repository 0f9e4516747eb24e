// Cards: the front of each becomes a button that shows its back.
const {all, make, guard, kinds} = kandil;

const isTurned = front => front.getAttribute('aria-expanded') === 'true';

const turn = (q, fronts, shown) => {
  fronts.forEach(front => {
    front.setAttribute('aria-expanded', shown);
    front.parentNode.nextElementSibling.classList.toggle('on', shown);
  });
  q.every.setAttribute('aria-pressed', q.fronts.every(isTurned));
};

kinds.cards = {
  free: true,
  set(q) {
    q.every = q.box.querySelector('.f + button');
    q.fronts = all('.f dt', q.box).map(head => {
      const words = [...head.childNodes];
      const front = make('button', head);
      front.append(...words);
      front.onclick = guard(() => turn(q, [front], !isTurned(front)));
      return front;
    });
    q.every.onclick = guard(() => turn(q, q.fronts, !q.fronts.every(isTurned)));
    q.every.hidden = false;
    q.kind.clear(q);
  },
  clear: q => turn(q, q.fronts, false)
};
