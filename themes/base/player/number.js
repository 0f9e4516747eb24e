// A number as people write it: in the digits of her language, with either decimal sign, with or without groups.
// What may stand beside it, as quotes and signs of money do.
const UNIT = /^[\s"'«»().,;:!?%°؟٪$¢-¥֏\u2000-\u206f₠-⃀]*$/;

// Arabic, Persian, Burmese, Khmer, Thai and wide ones: the code of each zero ends in 0.
const digits = text => text.replace(/[٠-٩۰-۹၀-၉០-៩๐-๙０-９]/g, mark => mark.charCodeAt() & 15);

// `beside` says whether another word may stand there.
const number = (text, sign, beside) => {
  const plain = digits(text).replace(/[-‐-―−] ?/g, '-');
  const [, before, core, behind] = plain.match(/^(\D*?)([-+]?[.,]?\d(?:[\d.,'’٬٫،\s]*\d)?)(\D*)$/) || [];
  if (!core || ![before, behind].every(unit => UNIT.test(unit) || beside && beside(unit))) return NaN;
  const [, group] = core.match(/^\W?[1-9]\d?\d?(\D)\d{3}(?:\1\d{3})*(?:(?!\1)\D\d+)?$/) || [];
  const part = group === '٫' || group === sign && /^\W?\d+.\d+$/.test(core);
  return +(part ? core : core.split(group).join('')).replace(/[,٫،]/, '.');
};
