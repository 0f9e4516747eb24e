// Words as they are compared; `folding.py` does the same. `case`: capital letters matter; `exact`: all
// that can be seen does.
const fold = (text, set = {}) => {
  const seen = text.normalize('NFC').replace(/[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]/g, '')
    .replace(/\s+/g, ' ').trim();
  if ('exact' in set) return seen;
  const plain = digits(seen.replace(/[`´ʹ-ˋ‘’‛′‵]/g, "'").normalize('NFKD').replace(/[‐-―−]/g, '-'));
  // A Turkish capital I becomes a letter without a dot, which nobody means in "EMAIL".
  const low = 'case' in set ? plain : plain.toLowerCase().replace(/ı|i\u0307/g, 'i');
  const done = words.fold.reduce((made, [from, to]) => made.replace(RegExp(from, 'g'), to), low);
  return done.replace(/^[ "'()«»“-‟]+|[ "'()«»“-‟.,;:!?]+$/g, '') || done;
};
