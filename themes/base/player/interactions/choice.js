// One answer, or all that apply. Letters follow the source, before any shuffle (ruling 25).
function letters(items, test) {
  return items.map(function (item, i) {
    return test(item) ? (10 + i).toString(36) : '';
  }).filter(Boolean).join(',');
}

function chosen(item) {
  return item.querySelector('input').checked;
}

function shuffle(items) {
  var left = items.slice(), list = items[0].parentNode;
  while (left.length) list.appendChild(left.splice(Math.random() * left.length, 1)[0]);
}

kinds.choice = kinds['true-false'] = {
  set: function (q) {
    q.items = all('fieldset li', q.box);
    q.notes = all('ol>li', q.key);
    if (q.box.hasAttribute('data-s')) shuffle(q.items);
  },
  key: function (q) {
    return letters(q.notes, function (note) { return note.className === 'y'; });
  },
  read: function (q) {
    return letters(q.items, chosen);
  },
  right: function (q, answer) {
    return answer === q.kind.key(q);
  },
  single: function (q) {
    return q.items[0].querySelector('input').type === 'radio';
  },
  put: function (q, answer) {
    q.items.forEach(function (item, i) {
      item.querySelector('input').checked = answer.split(',').indexOf((10 + i).toString(36)) >= 0;
    });
  },
  again: function (q) {
    if (q.kind.single(q)) q.kind.put(q, '');
  },
  // The reason appears under each answer that was chosen; at the end under the right ones too.
  mark: function (q, whole) {
    var told = null;
    q.items.forEach(function (item, i) {
      var right = q.notes[i].className === 'y', says = item.querySelector('.says');
      if (!chosen(item) && !(whole && right)) return;
      item.classList.add(right ? 'y' : 'x');
      if (!says) {
        says = item.appendChild(make('div', 'says'));
        each(q.notes[i].childNodes, function (part) { says.appendChild(part.cloneNode(true)); });
      }
      if (!told || whole && right) told = says;
    });
    return told;
  },
  clear: function (q) {
    q.kind.put(q, '');
    q.items.forEach(function (item) {
      var says = item.querySelector('.says');
      item.classList.remove('x', 'y');
      if (says) item.removeChild(says);
    });
  }
};
