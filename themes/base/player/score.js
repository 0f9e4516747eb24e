// Points as words and as shapes, with the line of what is enough.
const MOST_SHAPES = 12;

const tenths = points => Math.round(points * 10) / 10;

const shown = points => String(tenths(points)).replace('.', words.sign);

// Whole points, unless a part of one made the difference.
const needed = (points, enough) => points < enough ? Math.ceil(enough) : Math.min(Math.ceil(enough), points);

const shape = (result, points, of, enough) => {
  if (of > MOST_SHAPES) return;
  const score = make('ol', result, '', 'score');
  score.setAttribute('aria-hidden', true);
  for (let i = 1; i <= of; i += 1) {
    make('li', score, i <= points ? '✓' : '○', (i <= points ? 'got' : '') + (i === Math.ceil(enough) ? ' need' : ''));
  }
};
