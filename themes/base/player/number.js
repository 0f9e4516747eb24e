// A number as people write it: in any script, with either decimal sign, with or without groups.
const ZEROS = '660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 e50 ed0 f20 1040 17e0 1810 ff10'
  .split(' ').map(code => parseInt(code, 16));
const UNIT = /^[%‰°٪$\xa2-\xa5\u058f\u060b\u20a0-\u20c0]?$/;

// What the eye can tell apart (`folding.py` does the same).
const seen = text => text
  .replace(/[\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g, '')
  .normalize('NFC').replace(/\s+/g, ' ').trim();

const apart = text => text.replace(/[`´ʹʻ-ʿˈˊˋ՚׳‘’‛′‵ꞌ＇]/g, "'");

const hyphens = text => text.replace(/[֊־‐-―−]/g, '-');

const digits = text => text.replace(/[^\x00-\x7f]/g, mark => {
  const code = mark.charCodeAt();
  const zero = ZEROS.find(start => code >= start && code < start + 10);
  return zero ? code - zero : mark;
});

// Without the quotes and brackets around words and the stop behind them.
const bare = text => text.replace(/^[ "'«»“-‟‹›〈-】(¡¿]+|[ "'«»“-‟‹›〈-】).,;:!?·։׃،؛؟۔।॥၊။჻።-፧។-៖᠂᠃、。]+$/g, '');

// `beside` says whether a word may stand there: before the number (0), or behind it (1).
const number = (text, sign, beside = () => false) => {
  const plain = digits(hyphens(apart(seen(text)))).replace(/٫/g, sign === ',' ? sign : '.')
    .replace(/،/g, ',').replace(/٬/g, "'");
  const [, before, core, behind] = plain.match(/^(\D*?)((?:[-+] ?)?[.,]?\d(?:[\d.,' ]*\d)?)(\D*)$/) || [];
  if (!core || ![before, behind].map(bare).every((unit, at) => UNIT.test(unit) || beside(unit, at))) return NaN;
  const packed = core.replace(/^(\W) /, '$1');
  const [, group] = packed.match(/^[-+]?[1-9]\d?\d?([ '.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/) || [];
  const part = group === sign && /^\W?\d+.\d+$/.test(packed);
  const point = (group && !part ? packed.split(group).join('') : packed).replace(',', '.');
  return /^[-+]?\d*\.?\d+$/.test(point) ? +point : NaN;
};
