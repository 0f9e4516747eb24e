// The scripts of the questions come when the first question comes near. Until then, and where the
// connection is lost, the page keeps the form that needs no script.
const REST = 2000;
const {more = ''} = document.currentScript.dataset;
const waiting = more.split(' ').filter(Boolean);
let left = waiting.length;

const start = () => kandil.parts.map(part => part()).length;

const begin = guard(() => {
  // A file that was cut off has come too, but has brought nothing.
  if (start()) root.classList.add('js');
});

// What was lost on the way is asked for again, after a longer rest each time.
const bring = kandil.bring = (src, then, rest = REST) => {
  const script = document.createElement('script');
  script.onload = then;
  script.onerror = () => setTimeout(() => bring(src, then, rest * 2), rest);
  script.src = src;
  document.head.append(script);
};

const load = () => waiting.splice(0).forEach(src => bring(src, () => {
  left -= 1;
  if (!left) begin();
}));
