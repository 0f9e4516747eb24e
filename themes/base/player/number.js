// A number as people write it: in any script, with either decimal sign, with or without groups.
const ZEROS = '660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 e50 ed0 f20 1040 17e0 1810 ff10'
  .split(' ').map(code => parseInt(code, 16));

// Without the quotes around it and the stop behind it; one kind of hyphen, space and apostrophe.
const tidy = text => text.normalize('NFC').replace(/[‐-―−]/g, '-').replace(/’/g, "'").replace(/\s+/g, ' ')
  .replace(/^[ "'«»‘-‟(]+|[ "'«»‘-‟).,;:!?]+$/g, '') || text;

const number = (text, sign) => {
  const group = sign === ',' ? '.' : ',';
  const plain = tidy(text).replace(/[^\x00-\x7f]/g, mark => {
    const code = mark.charCodeAt();
    const zero = ZEROS.find(start => code >= start && code < start + 10);
    return zero ? code - zero : mark === '٫' ? '.' : '';
  }).replace(/[ ']/g, '');
  const whole = RegExp(`^\\D?[1-9]\\d?\\d?(\\${group}\\d{3})+\\b`).test(plain) ? plain.split(group).join('') : plain;
  const point = whole.replace(',', '.');
  return /^[-+]?\d*\.?\d+$/.test(point) ? +point : NaN;
};
