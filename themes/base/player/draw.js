// Which questions of a store she is asked: the same for the same seed, in every language. Each aim
// has its even share; who has one more is up to the seed.

// A number for a text (FNV-1a).
const numberOf = text => [...text].reduce((made, sign) => Math.imul(made ^ sign.codePointAt(0), 16777619), -2128831035);

// Chances between 0 and 1, one after the other (mulberry32).
const chancesOf = text => {
  let at = numberOf(text);
  return () => {
    at = at + 0x6d2b79f5 | 0;
    let mix = Math.imul(at ^ at >>> 15, at | 1);
    mix = mix + Math.imul(mix ^ mix >>> 7, mix | 61) ^ mix;
    return ((mix ^ mix >>> 14) >>> 0) / 4294967296;
  };
};

// Puts each item into a row at a place that chance says.
const mix = (row, items, chance) => items.reduce((made, item) => {
  made.splice(chance() * (made.length + 1) | 0, 0, item);
  return made;
}, row);

// How many of `count` each aim gives, when they take turns.
const shares = (sizes, count) => {
  const given = sizes.map(() => 0);
  let left = Math.min(count, sizes.reduce((sum, size) => sum + size, 0));
  for (let turn = 0; left > 0; turn += 1) {
    const at = turn % sizes.length;
    if (given[at] < sizes[at]) {
      given[at] += 1;
      left -= 1;
    }
  }
  return given;
};

// `aims`: one a question; the first `own` are the quiz's own, the others stand in the bank. What
// earlier quizzes drew from it (`before`) is passed over, as far as it has enough.
const draw = (seed, bank, aims, own, count, before) => {
  const rows = mix([], [...new Set(aims)].sort(), chancesOf(`${seed} ${bank}`));
  const of = aim => aims.map((other, i) => other === aim ? i : -1).filter(i => i >= 0);
  const sizes = rows.map(aim => of(aim).length);
  const here = shares(sizes, count);
  const passed = before.map(number => shares(sizes, number));
  return [].concat(...rows.map((aim, at) => {
    const chance = chancesOf(`${seed} ${bank} ${aim}`);
    const row = mix([], of(aim).filter(i => i >= own), chance);
    const start = passed.reduce((sum, given) => sum + given[at], 0) % (row.length || 1);
    const turned = row.slice(start).concat(row.slice(0, start));
    return mix(turned, of(aim).filter(i => i < own), chance).slice(0, here[at]);
  }));
};
