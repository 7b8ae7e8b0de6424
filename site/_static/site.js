"use strict";
// Opened as a file, a page may not fetch others: the search then lists titles without excerpts.
if (location.protocol === "file:" && typeof DOCUMENTATION_OPTIONS !== "undefined") {
  DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
}
// The reader remembers which layers are on, from one article to the next.
document.addEventListener("DOMContentLoaded", () => {
  const boxes = [...document.querySelectorAll(".switches input")];
  const key = "press-layers-off";
  let off = [];
  try { off = JSON.parse(localStorage.getItem(key)) || []; } catch { /* no storage: nothing to remember */ }
  for (const box of boxes) {
    box.checked = !off.includes(box.id);
    box.addEventListener("change", () => {
      try { localStorage.setItem(key, JSON.stringify(boxes.filter((b) => !b.checked).map((b) => b.id))); } catch { /* as above */ }
    });
  }
});
