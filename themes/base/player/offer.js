// Reading aloud is offered where the device has a voice of its own for the language of the page. A
// voice from the network is never used: it would send the words away.
const {root, all, make, guard, words} = kandil;
const speech = window.speechSynthesis;
const language = tag => tag.toLowerCase().split(/[-_]/)[0];
let button;

const offer = guard(() => {
  kandil.voice = speech.getVoices().find(one => one.localService && language(one.lang) === language(root.lang));
  if (!kandil.voice || button) return;
  // In the list of parts, where nothing moves when it comes.
  const [menu] = all('.menu .toc');
  const line = make('p', menu || document.body, '', 'where listen');
  if (!menu) all('h1+.where,main h1')[0].after(line);
  button = make('button', line, words.listen);
  line.append(' ' + words.aloud);
  button.dataset.w = words.stop;
  button.onclick = () => {
    button.onclick = null;
    kandil.bring('listen.js');
  };
});

kandil.parts.push(() => {
  if (!speech || button || !document.body.dataset.module) return;
  // Older browsers tell it by this handler alone.
  speech.onvoiceschanged = offer;
  offer();
});
