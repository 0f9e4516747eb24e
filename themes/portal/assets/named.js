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

// On a phone the menu is a label of a hidden box, which no key reaches.
const label = document.querySelector("label.md-header__button[for=__drawer]")
const drawer = document.getElementById("__drawer")
if (label && drawer) {
  const menu = document.createElement("button")
  const tell = () => menu.setAttribute("aria-expanded", drawer.checked)
  menu.type = "button"
  menu.className = `${label.className} menu`
  menu.setAttribute("aria-label", "Menu")
  menu.innerHTML = label.innerHTML
  menu.addEventListener("click", () => {
    drawer.click()
    if (drawer.checked) document.querySelector(".md-sidebar--primary a").focus()
  })
  drawer.addEventListener("change", tell)
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || !drawer.checked) return
    drawer.click()
    menu.focus()
  })
  tell()
  label.replaceWith(menu)
  // In it, each group opens by a label, which Material takes for pressed at Enter.
  if (matchMedia("(max-width: 76.2344em)").matches)
    for (const one of document.querySelectorAll(".md-sidebar--primary label[for]")) one.tabIndex = 0
}
