"use strict";
(() => {
  // The page reads without this; it only adds another order of the sides, and steps from statement to statement.
  const byName = (a, b) => (a.dataset.name < b.dataset.name ? -1 : a.dataset.name > b.dataset.name ? 1 : 0);
  const orders = {
    reverse: (a, b) => byName(b, a),
    most: (a, b) => b.dataset.n - a.dataset.n || byName(a, b),
  };
  const groups = [...document.querySelectorAll(".sides:not(.in-time)")].map((box) => [box, [...box.children]]);
  const select = document.getElementById("order");
  select.addEventListener("change", () => {
    for (const [box, sides] of groups) {
      box.append(...(select.value in orders ? [...sides].sort(orders[select.value]) : sides));
    }
  });

  const evidence = document.getElementById("evidence");
  const notes = [...evidence.querySelectorAll(".notes > li")];
  const last = () => notes.indexOf(document.activeElement.closest(".notes > li") || evidence.querySelector("li:target"));
  const step = (by) => {
    const at = last();
    const to = at < 0 ? 0 : Math.min(notes.length - 1, Math.max(0, at + by));
    if (!notes[to]) return;
    location.replace("#" + notes[to].id);
    notes[to].tabIndex = -1;
    notes[to].focus();
  };
  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  // Only while something in the evidence has the focus, so that nobody's own keys are taken away.
  evidence.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) step(by);
  });
  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details")) box.open = true;
  });
  for (const part of document.querySelectorAll(".order, .steps, .keys")) part.hidden = groups.length + notes.length < 1;
})();
