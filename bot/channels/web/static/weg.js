// The way out, on every page: by its button, or by pressing Escape three times. Nobody comes back
// by the back button: until the address is opened anew, what is under it is the neutral page.
"use strict";
(() => {
  const MARK = "weg";
  const PRESSES = 3;
  const WITHIN = 2000;
  const { to } = document.currentScript.dataset;
  let pressed = [];

  function marked() {
    try {
      return sessionStorage.getItem(MARK) !== null;
    } catch (forbidden) {
      return false;
    }
  }

  function mark(left) {
    try {
      sessionStorage.clear();
      if (left) sessionStorage.setItem(MARK, "");
    } catch (forbidden) {
      // Without storage the page is still gone; only the back button may lead to it.
    }
  }

  function blank() {
    document.title = " ";
    document.documentElement.hidden = true;
    if (document.body) document.body.replaceChildren();
  }

  function leave() {
    document.dispatchEvent(new Event("weg"));
    blank();
    mark(true);
    try {
      // Within another site's page, that page goes as well.
      window.top.location.replace(to);
    } catch (forbidden) {
      location.replace(to);
    }
  }

  const [visit] = performance.getEntriesByType("navigation");
  if (marked()) {
    if (visit && visit.type === "back_forward") {
      blank();
      location.replace(to);
    } else {
      mark(false);
    }
  }
  addEventListener("pageshow", (event) => {
    if (!event.persisted || !marked()) return;
    blank();
    location.replace(to);
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("#away")) return;
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.isComposing) return;
    if (event.key !== "Escape") {
      pressed = [];
      return;
    }
    const now = performance.now();
    pressed = pressed.filter((then) => now - then < WITHIN).concat(now);
    if (pressed.length >= PRESSES) leave();
  });
})();
