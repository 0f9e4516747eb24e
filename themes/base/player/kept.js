// Where she has let this device keep her results, what knows of them comes at once. Nothing is
// written here.
if (stored((store, key) => store.getItem(key))) load();
