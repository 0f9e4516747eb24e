// Rules that only a page with scripts needs come with them; a policy of hashes allows the CSSOM.
const sheet = document.styleSheets[0];
kandil.parts.push(() => kandil.rules.forEach(rule => {
  try {
    sheet.insertRule(rule, sheet.cssRules.length);
  } catch (fault) {
    // A selector that an old browser does not know.
  }
}));
