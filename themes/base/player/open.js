// What an opened page does at once.
const NEAR = '1500px';

// A link of another page may lead into a part, or name its place in the form of a shell (`lesson.js`).
const place = placeOf(location.hash);
if (place && (reach(place) || location.hash[1] === '_')) look(place, true);
say({type: 'open'});

// Last, as it is what an old browser may not know.
const eye = new IntersectionObserver(seen => {
  if (seen.some(spot => spot.isIntersecting)) load();
}, {rootMargin: NEAR});
const boxes = all('.q,.todo');
(boxes[0] ? boxes : all('.g')).forEach(box => eye.observe(box));
