// A term of the glossary is explained where it stands; without this script the link leads to the
// list of words below the text.
const {all, guard} = kandil;

all('.g').forEach(link => {
  let shown;
  const close = () => {
    if (shown) shown.remove();
    shown = null;
    link.setAttribute('aria-expanded', false);
  };
  link.onclick = guard(event => {
    event.preventDefault();
    if (shown) {
      close();
      return;
    }
    const {nextElementSibling: meaning} = document.getElementById(link.hash.slice(1));
    shown = document.createElement('span');
    shown.className = 'said';
    shown.setAttribute('role', 'status');
    link.after(shown);
    shown.textContent = meaning.textContent;
    link.setAttribute('aria-expanded', true);
  });
  kandil.clear.push(close);
  close();
});
