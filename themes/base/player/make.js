const make = (tag, parent, text = '', name = '') => {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  parent.append(made);
  return made;
};
