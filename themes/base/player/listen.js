// Reads the lesson aloud with a voice of this device. A voice from the network is never used: it
// would send the words away, and the internet is not always there.
const offer = document.querySelector('.listen');
const speech = window.speechSynthesis;
const language = tag => tag.toLowerCase().split(/[-_]/)[0];
const voice = () => speech.getVoices().find(one => one.localService && language(one.lang) === language(root.lang));

const silence = () => {
  const button = offer.firstChild;
  if (button.dataset.on) swap(button);
  speech.cancel();
};

const swap = button => {
  const {w: words, on} = button.dataset;
  button.dataset.w = button.textContent;
  button.textContent = words;
  button.dataset.on = on ? '' : 1;
};

// What can be seen of the text, line by line: short pieces, since some voices stop after 15 seconds.
const lines = () => [...offer.parentNode.children]
  .filter(part => !part.matches('.where,.listen,.steps,.q,.quiz,nav,footer'))
  .map(part => part.innerText).join('\n').split('\n').filter(line => line.trim());

const speak = () => {
  const own = voice();
  lines().forEach((line, i, every) => {
    const words = new SpeechSynthesisUtterance(line);
    words.voice = own;
    words.lang = own.lang;
    if (i === every.length - 1) words.onend = silence;
    speech.speak(words);
  });
};

if (offer && speech) {
  const show = guard(() => { offer.hidden = !voice(); });
  offer.firstChild.onclick = guard(() => {
    if (offer.firstChild.dataset.on) silence();
    else {
      swap(offer.firstChild);
      speak();
    }
  });
  // Older browsers tell it by this handler alone.
  speech.onvoiceschanged = show;
  addEventListener('pagehide', silence);
  document.addEventListener('kandil', ({detail}) => {
    if (detail.type === 'exit') silence();
  });
  show();
}
