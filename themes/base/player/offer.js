// Reading aloud is offered where the device has a voice of its own for the language of the page. A
// voice from the network is never used: it would send the words away.
const offer = document.querySelector('.listen');
const speech = window.speechSynthesis;
const language = tag => tag.toLowerCase().split(/[-_]/)[0];

if (offer && speech) {
  const button = offer.firstChild;
  const show = guard(() => {
    kandil.voice = speech.getVoices().find(one => one.localService && language(one.lang) === language(root.lang));
    offer.hidden = !kandil.voice;
  });
  // Older browsers tell it by this handler alone.
  speech.onvoiceschanged = show;
  button.onclick = () => {
    button.onclick = null;
    bring(button.dataset.more);
  };
  show();
}
