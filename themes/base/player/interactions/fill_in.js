// Gaps for words and numbers. Numbers may be written in any script and with either sign.
var ZEROS = '660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 e50 ed0 f20 1040 17e0 1810 ff10'
  .split(' ').map(function (code) { return parseInt(code, 16); });

function latin(text) {
  return text.replace(/[^\x00-\x7f]/g, function (sign) {
    var code = sign.charCodeAt(0);
    var zero = ZEROS.find(function (start) { return code >= start && code < start + 10; });
    return zero ? code - zero : sign;
  });
}

function number(text) {
  var other = words.sign === ',' ? '.' : ',';
  text = latin(text).replace(/[\s'\u2019\u066c]/g, '').replace('\u2212', '-').replace('\u066b', '.');
  text = text.replace(new RegExp('\\' + other + '(?=\\d{3}(?!\\d))', 'g'), '').replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text) ? +text : NaN;
}

function folded(q, text) {
  text = text.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/\u2019/g, "'");
  return q.box.hasAttribute('data-case') ? text : text.toLocaleLowerCase(q.box.lang || root.lang);
}

function fits(q, gap, i) {
  var note = q.notes[i], limits = note.getAttribute('data-n');
  if (limits) {
    limits = limits.split(' ');
    return number(gap) >= +limits[0] && number(gap) <= +limits[1];
  }
  return all('b', note).some(function (answer) {
    return folded(q, answer.textContent) === folded(q, gap);
  });
}

kinds['fill-in'] = kinds.numeric = {
  set: function (q) {
    q.gaps = all('fieldset input', q.box);
    q.notes = all('ul>li', q.key);
    q.gaps.forEach(function (gap) {
      gap.addEventListener('keydown', guard(function (event) {
        if (event.key === 'Enter' && !q.settled) press(q);
      }));
    });
  },
  key: function (q) {
    return q.notes.map(function (note) { return note.querySelector('b').textContent; }).join(',');
  },
  read: function (q) {
    var given = q.gaps.map(function (gap) { return gap.value.trim(); });
    return given.every(Boolean) ? given.join(',') : '';
  },
  right: function (q) {
    return q.gaps.every(function (gap, i) { return fits(q, gap.value, i); });
  },
  single: function () {
    return false;
  },
  put: function (q, answer) {
    var given = q.gaps.length > 1 ? answer.split(',') : [answer];
    q.gaps.forEach(function (gap, i) { gap.value = given[i] || ''; });
  },
  again: function () {},
  mark: function (q, whole) {
    if (!whole) return null;
    return q.help.appendChild(q.key.querySelector('ul').cloneNode(true));
  },
  clear: function (q) {
    q.kind.put(q, '');
  }
};
