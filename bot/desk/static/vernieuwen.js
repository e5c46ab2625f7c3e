// What the scripts of the desk share: a page that is read again as soon as there is something new.
(() => {
  "use strict";

  const LATE = 30000;
  const rules =
    window.trustedTypes && window.trustedTypes.createPolicy("balie", { createHTML: (html) => html });

  function parsed(html) {
    return new DOMParser().parseFromString(rules ? rules.createHTML(html) : html, "text/html");
  }

  // What comes while a page is being read has it read once more, and never twice at the same time.
  function reading(address, changed) {
    let busy = false;
    let again = false;
    return async () => {
      again = true;
      if (busy) return;
      busy = true;
      try {
        while (again) {
          again = false;
          const answer = await fetch(address, { redirect: "error" });
          if (answer.ok) changed(parsed(await answer.text()));
        }
      } catch (unread) {
        // The session is over, or the connection: what is on the page stays.
      } finally {
        busy = false;
      }
    };
  }

  // A browser has six connections to one site for all its tabs: a tab that nobody sees holds none.
  function watch(stream, sign, address, changed) {
    if (!window.EventSource) return;
    const read = reading(address, changed);
    let source = null;
    let left = false;

    function leave() {
      if (source) source.close();
      source = null;
      left = true;
    }

    function follow() {
      if (document.hidden) return leave();
      if (source) return undefined;
      source = new EventSource(stream);
      source.addEventListener(sign, read);
      source.addEventListener("error", () => {
        if (!source || source.readyState !== EventSource.CLOSED) return;
        leave();
        setTimeout(follow, LATE);
      });
      // What came while nobody looked.
      return left ? read() : undefined;
    }

    document.addEventListener("visibilitychange", follow);
    addEventListener("pagehide", leave);
    addEventListener("pageshow", follow);
    follow();
  }

  const name = (part) =>
    part.id || part.getAttribute("href") || (part.form && part.form.getAttribute("action"));

  // Whoever goes through a part by keyboard stays where they are, or finds themselves close by.
  function fill(part, fresh, near) {
    const focused = document.activeElement;
    const here = part.contains(focused) && focused !== part;
    const called = here && name(focused);
    part.replaceChildren(...fresh.childNodes);
    if (!here) return;
    const parts = [...part.querySelectorAll("a, button, [tabindex]")];
    const same = called && parts.find((each) => name(each) === called);
    (same || near()).focus({ preventScroll: true });
  }

  // Words that do not change are not read out again.
  function tell(place, words) {
    place.textContent = "";
    requestAnimationFrame(() => { place.textContent = words; });
  }

  window.balie = { watch, fill, tell };
})();
