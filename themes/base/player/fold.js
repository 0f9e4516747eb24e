// Words as they are compared (`folding.py` does the same); with `capitals`, these matter.
const fold = (text, capitals) => {
  const plain = digits(hyphens(apart(seen(text)).normalize('NFKD'))
    .replace(/[\u055b-\u055e\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g, '')
    .replace(/[\u0649\u06cc]/g, '\u064a').replace(/\u06a9/g, '\u0643'))
    .replace(/([\u0415\u0435])[\u0300\u0301\u0308]+|([\u0400-\u0412\u0414-\u0419\u041b-\u0432\u0434-\u0439\u043b-\u052f]\u0308?)[\u0300\u0301]+/g, '$1$2')
    .replace(/\s+/g, ' ');
  // A Turkish capital I becomes a letter without a dot, which nobody means in "EMAIL".
  const low = capitals ? plain : plain.toLowerCase().replace(/\u0131|i\u0307/g, 'i').replace(/\u03c2/g, '\u03c3');
  return bare(low) || low;
};
