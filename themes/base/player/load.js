// The scripts of the questions come when the first question comes near. Until then, and where the
// connection is lost, the page keeps the form that needs no script.
const NEAR = '1500px';
const {more = ''} = document.currentScript.dataset;
let waiting = more.split(' ').filter(Boolean);
let left = waiting.length;

const begin = guard(() => {
  kandil.parts.forEach(part => part());
  root.classList.add('js');
});

const bring = (src, then) => {
  const script = document.createElement('script');
  script.onload = then;
  script.onerror = () => addEventListener('online', () => bring(src, then), {once: true});
  script.src = src;
  document.head.append(script);
};

const load = () => {
  const now = waiting;
  waiting = [];
  now.forEach(src => bring(src, () => {
    left -= 1;
    if (!left) begin();
  }));
};

// Answers that a platform kept wait for the scripts, and bring them.
document.addEventListener('kandil-restore', ({detail}) => {
  kandil.kept = detail;
  load();
});

if (!window.IntersectionObserver) load();
else {
  const eye = new IntersectionObserver(seen => {
    if (!seen.some(spot => spot.isIntersecting)) return;
    eye.disconnect();
    load();
  }, {rootMargin: NEAR});
  const boxes = all('.q,.todo');
  (boxes[0] ? boxes : all('.g')).forEach(box => eye.observe(box));
}
say({type: 'open'});
