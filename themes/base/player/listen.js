// Reads the lesson aloud; comes when she asks for it.
const {all, guard} = kandil;
const [button] = all('.listen button');
const speech = speechSynthesis;
let speaking = false;

const swap = () => {
  const {w: words} = button.dataset;
  button.dataset.w = button.textContent;
  button.textContent = words;
  speaking = !speaking;
};

const silence = () => {
  if (speaking) swap();
  speech.cancel();
};

// On a phone a cell stands below the words of its column, which belong to the style.
const aloud = part => part.className === 'table'
  ? all('td', part).map(cell => (cell.dataset.h ? cell.dataset.h + ': ' : '') + cell.innerText).join('\n')
  : part.innerText;

// The text of the part that she reads, or of the page, line by line: short pieces, since some voices stop
// after 15 seconds.
const text = () => {
  const {here} = kandil;
  return here ? [...here.children] : all('main>:not(section),main>section:first-child>*');
};

const lines = () => text()
  .filter(part => !part.matches('.where,.n,.q,.quiz,.then,nav,footer'))
  .map(aloud).join('\n').split('\n').filter(line => line.trim());

const speak = () => lines().forEach((line, i, every) => {
  const words = new SpeechSynthesisUtterance(line);
  words.voice = kandil.voice;
  words.lang = words.voice.lang;
  if (i === every.length - 1) words.onend = silence;
  speech.speak(words);
});

button.onclick = guard(() => {
  if (speaking) silence();
  else {
    swap();
    speak();
  }
});
addEventListener('pagehide', silence);
document.addEventListener('kandil', ({detail}) => {
  if (detail.type === 'exit') silence();
});
button.click();
