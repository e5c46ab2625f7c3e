// What this browser keeps: what waits to be sent, and what is half written.
"use strict";
(() => {
  const { now, newId } = window.gesprek.page;
  const KEPT = "wacht";
  const DRAFT = "opzet";
  const ERASED = "gewist";

  // What this tab has put in the queue, or found there.
  const seen = new Set();

  // Kept for who closes the page and comes back; tabs of one person share it.
  function keep() {
    for (const item of now.queue) seen.add(item.id);
    // A file cannot be kept: it waits only while the page is open, and the page says so.
    const mine = now.queue.filter((item) => !item.file);
    const all = [...kept().filter((item) => !seen.has(item.id)), ...mine];
    let safe = true;
    try {
      if (all.length) localStorage.setItem(KEPT, JSON.stringify(all.sort((a, b) => a.at - b.at)));
      else localStorage.removeItem(KEPT);
    } catch (forbidden) {
      // Without storage what waits is lost with the page; it is still sent while the page is open.
      safe = !all.length;
    }
    for (const item of now.queue) item.safe = safe && !item.file;
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) || [];
    } catch (damaged) {
      return [];
    }
  }

  // Goes on with what was kept when the page was closed.
  function resume() {
    // What was meant for a conversation that is gone begins no other one.
    now.queue = kept().filter((item) => now.last || !item.begun);
    for (const item of kept()) seen.add(item.id);
    keep();
  }

  // Nothing of what waits stays behind, whichever tab it was written in.
  function forget() {
    now.queue = [];
    for (const item of kept()) seen.add(item.id);
    keep();
  }

  // What is half written survives a telephone that throws its tabs away.
  function draft(words) {
    try {
      if (words) sessionStorage.setItem(DRAFT, words);
      else sessionStorage.removeItem(DRAFT);
    } catch (forbidden) {
      // Then it is as safe as the page.
    }
  }

  function drafted() {
    try {
      return sessionStorage.getItem(DRAFT) || "";
    } catch (forbidden) {
      return "";
    }
  }

  // Erasing reaches the tabs that nobody sees as well.
  function tellTabs() {
    try {
      localStorage.setItem(ERASED, newId());
      localStorage.removeItem(ERASED);
    } catch (forbidden) {
      // They find out when they are looked at.
    }
  }

  const erased = (event) => event.key === ERASED && event.newValue;

  window.gesprek.kept = { keep, resume, forget, draft, drafted, tellTabs, erased };
})();
