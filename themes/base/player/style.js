// Rules that only a page with scripts needs come with them; a policy of hashes allows the CSSOM.
// Inside one rule a selector that an old browser does not know costs only itself.
const sheet = document.styleSheets[0];
const dress = () => sheet.insertRule(`@media all{${kandil.rules.join('')}}`, sheet.cssRules.length);
