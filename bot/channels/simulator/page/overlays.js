// What opens above the chat: the sheet of choices, cards, the large photo, and the short word at the top.

import { icon, make } from "./make.js";

const find = (id) => document.getElementById(id);
let toastTimer;

for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]") || event.target === dialog) dialog.close();
  });
}

export function toast(text) {
  const place = find("toast");
  clearTimeout(toastTimer);
  place.textContent = text;
  place.classList.add("shown");
  toastTimer = setTimeout(() => {
    place.classList.remove("shown");
    place.textContent = "";
  }, Math.max(4000, text.length * 70));
}

export function alertWith(text) {
  find("alert-text").textContent = text;
  find("alert").showModal();
}

// items: {icon, label, detail, harsh, does}. The sheet rises inside the phone, wherever the phone is.
export function sheet(name, items) {
  const dialog = find("sheet");
  const frame = find("phone").getBoundingClientRect();
  const framed = matchMedia("(min-width: 741px)").matches;
  dialog.style.setProperty("--sheet-left", `${frame.left}px`);
  dialog.style.setProperty("--sheet-width", `${frame.width}px`);
  dialog.style.setProperty("--sheet-bottom", `${Math.max(0, innerHeight - frame.bottom)}px`);
  dialog.style.setProperty("--sheet-corner", framed ? "38px" : "0px");
  find("sheet-name").textContent = name;
  find("sheet-items").replaceChildren(...items.map((item) => make("li", {}, make("button", {
    type: "button", class: item.harsh ? "harsh" : null,
    onclick: () => { dialog.close(); item.does(); },
  }, item.icon ? icon(item.icon) : "", make("span", { class: item.icon ? null : "named" }, make("b", {}, item.label), item.detail ? make("small", {}, item.detail) : "")))));
  dialog.showModal();
  find("sheet-items").querySelector("button")?.focus();
}

export function enlarge(source, caption) {
  find("viewer-image").src = source;
  find("viewer-image").alt = caption || "The photo, large";
  find("viewer-caption").textContent = caption;
  find("viewer-save").href = `${source}?download`;
  find("viewer").showModal();
}

export function showAbout() {
  find("about").showModal();
  find("about-name").focus();
}
