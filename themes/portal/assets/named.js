// Material's search is a dialog without a name, and a screen reader tells what it opens by its name.
for (const dialog of document.querySelectorAll("[role=dialog]:not([aria-label])"))
  dialog.setAttribute("aria-label", "Search")

// On a phone a row is a list (portal.css), and each cell says what it is.
for (const table of document.querySelectorAll("table:has(thead)"))
  for (const cell of table.querySelectorAll("tbody td"))
    cell.dataset.head = table.tHead.rows[0].cells[cell.cellIndex].textContent

// Material's search hears keys. A word that was pasted or spoken, or that a phone has proposed, is none.
document.querySelector("[data-md-component=search-query]")?.addEventListener("input", event =>
  event.target.dispatchEvent(new Event("keyup")))
