// Browsers without `noModule` keep the page as it is (learner-page.md, old and strange browsers).
if ('noModule' in HTMLScriptElement.prototype) {
  guard(function () {
    parts.forEach(function (part) { part(); });
    root.classList.add('js');
    say({type: 'open'});
  })();
}
