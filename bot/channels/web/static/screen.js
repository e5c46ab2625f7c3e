// What is on the screen: the lines, which of them can be answered, and what is in sight. All HTML
// comes from the server.
"use strict";
(() => {
  const { find, given, log, notice, text, SOON, now } = window.gesprek.page;
  const bottom = document.querySelector(".bottom");
  const top = document.querySelector(".top");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  // Buttons that have just come are asleep for a moment, so that a double tap answers one question.
  const SLEEP = 300;

  let quiet = 0;

  const rules =
    window.trustedTypes && window.trustedTypes.createPolicy("gesprek", { createHTML: (html) => html });
  const parsed = (html) =>
    document.createRange().createContextualFragment(rules ? rules.createHTML(html) : html);
  const lines = () => log.querySelectorAll(".line");
  const newest = () => log.querySelector(".line:last-of-type");

  function add(line) {
    if (line.number <= now.last) return null;
    now.last = line.number;
    const first = find("line-0");
    if (first) first.remove();
    if (!line.html) return null;
    const fresh = parsed(line.html);
    const old = line.place !== line.number && find("line-" + line.place);
    if (old) {
      press(old, fresh);
      return null;
    }
    const shown = fresh.querySelector(".line");
    log.append(fresh);
    return shown;
  }

  // A list of ticks stays where it is: only what is ticked changes, and the focus is kept.
  function press(old, fresh) {
    if (now.queue.some((item) => item.tick)) return;
    for (const button of fresh.querySelectorAll("[aria-pressed]")) {
      const same = [...old.querySelectorAll("[aria-pressed]")].find((b) => b.value === button.value);
      if (same) same.setAttribute("aria-pressed", button.getAttribute("aria-pressed"));
    }
  }

  // Only under the newest line can be answered, and not while an answer is on its way.
  function settle() {
    if (!log.isConnected) return;
    const current = newest();
    const waiting = now.queue.some((item) => !item.tick);
    for (const form of log.querySelectorAll(".choices")) {
      const open = form.closest(".line") === current;
      form.hidden = !open;
      form.querySelector("fieldset").disabled = !open || waiting || "asleep" in form.dataset;
    }
    const said = [...lines()].reverse().find((line) => line.dataset.state);
    if (said) state(said.dataset);
  }

  function state(said) {
    document.body.dataset.state = said.state;
    find("progress").textContent = said.progress;
    find("hint").textContent = said.hint;
    for (const button of document.querySelectorAll("[data-in]")) {
      button.hidden = !button.dataset.in.split(" ").includes(said.state);
    }
    const asking = ["consent", "intake", "review"].includes(said.state);
    text.placeholder = asking ? given.asking : given.telling;
  }

  function wake(line) {
    const form = line.querySelector(".choices");
    if (!form) return;
    form.dataset.asleep = "";
    setTimeout(() => {
      delete form.dataset.asleep;
      settle();
    }, SLEEP);
  }

  // --- scrolling and focus -----------------------------------------------------------------------

  const ended = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 80;
  const sticks = (part) => getComputedStyle(part).position === "sticky";

  function scroll(to) {
    if (!log.isConnected) return;
    const behavior = still.matches ? "auto" : "smooth";
    const above = sticks(top) ? top.offsetHeight : 0;
    const below = sticks(bottom) ? bottom.offsetHeight : 0;
    const start = to ? to.getBoundingClientRect().top - above - 12 : Infinity;
    const end = find("einde").getBoundingClientRect().bottom - (innerHeight - below) + 16;
    scrollBy({ top: Math.min(start, end), behavior });
  }

  function show(fresh, focus, follow) {
    settle();
    if (!fresh.length) return;
    const answer = fresh.find((line) => !line.classList.contains("u"));
    if (answer) wake(answer);
    settle();
    if (focus && answer) turnTo(answer);
    if (follow) scroll(fresh[0].offsetHeight < 160 ? fresh[0] : answer || fresh[0]);
  }

  // Where the focus goes is read out for that; what is live as well would be read out twice.
  function turnTo(line) {
    line.setAttribute("aria-label", line.innerText);
    line.addEventListener("blur", () => line.removeAttribute("aria-label"), { once: true });
    line.focus({ preventScroll: true });
  }

  function hush() {
    log.setAttribute("aria-live", "off");
    clearTimeout(quiet);
    quiet = setTimeout(() => log.setAttribute("aria-live", "polite"), SOON);
  }

  function say(words) {
    notice.textContent = words;
    notice.hidden = !words;
  }

  window.gesprek.screen = { parsed, lines, newest, add, settle, ended, scroll, show, hush, say };
})();
