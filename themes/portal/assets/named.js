// Material's search is a dialog without a name, and a screen reader tells what it opens by its name.
for (const dialog of document.querySelectorAll("[role=dialog]:not([aria-label])"))
  dialog.setAttribute("aria-label", "Search")
