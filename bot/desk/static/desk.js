// Keeps an open case as it is in the store, and leaves alone what staff type and where they read.
// Without it the page works as well: there is a link to look again.
(() => {
  "use strict";

  const messages = document.getElementById("berichten");
  if (!messages) return;
  const news = document.getElementById("nieuws");
  const parts = [...document.querySelectorAll("[data-levend]")];
  const LANDMARKS = "h1, h2, h3, form";
  messages.scrollTop = messages.scrollHeight;

  const near = () => document.getElementById("inhoud");
  const same = (part, fresh) => part.innerHTML === fresh.innerHTML;

  // Only the pieces that differ are put in again: a reader loses no place, and no selected words.
  function renewed(part, fresh) {
    if (same(part, fresh)) return false;
    const [old, now] = [part, fresh].map((each) => [...each.children]);
    const piecewise = "delen" in part.dataset && names(old) === names(now);
    const pairs = piecewise ? old.map((piece, place) => [piece, now[place]]) : [[part, fresh]];
    for (const [piece, other] of pairs) if (!same(piece, other)) window.balie.fill(piece, other, near);
    return true;
  }

  const names = (pieces) =>
    pieces.map((each) => each.tagName + (each.getAttribute("aria-labelledby") || "")).join();

  function spoken(page) {
    const fresh = page.getElementById("berichten");
    if (!fresh || same(messages, fresh)) return false;
    const { scrollTop, scrollHeight, clientHeight } = messages;
    const atEnd = scrollTop + clientHeight > scrollHeight - 24;
    window.balie.fill(messages, fresh, () => messages);
    if (atEnd) messages.scrollTop = messages.scrollHeight;
    return true;
  }

  // What grows above the screen does not move what is on it.
  function still(change) {
    const seen = [...document.querySelectorAll(LANDMARKS)].find(
      (each) => each.getBoundingClientRect().top >= 0,
    );
    const before = seen && seen.getBoundingClientRect().top;
    const changed = change();
    const place = seen && seen.isConnected ? seen : seen && seen.id && document.getElementById(seen.id);
    if (place) scrollBy(0, place.getBoundingClientRect().top - before);
    return changed;
  }

  function changed(page) {
    still(() => {
      const words = spoken(page);
      const facts = parts.filter((part) => {
        const fresh = page.getElementById(part.id);
        return fresh && renewed(part, fresh);
      });
      if (words) window.balie.tell(news, messages.dataset.melding);
      else if (facts.length) window.balie.tell(news, messages.dataset.gewijzigd);
    });
  }

  window.balie.watch(messages.dataset.nieuws, "nieuws", location.pathname, changed);
})();
