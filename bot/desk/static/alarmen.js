// Keeps the alarms on an open page of the desk up to date. Without it they are as new as the page.
(() => {
  "use strict";

  const banner = document.getElementById("alarmen");
  if (!banner || !window.EventSource) return;
  const told = document.getElementById("alarmen-melding");
  const short = location.pathname !== "/desk/alarmen";

  function changed(fresh) {
    // Whoever has the focus on a button keeps it there, or finds the heading in its place.
    const form = document.activeElement && document.activeElement.closest("#alarmen form");
    const focused = form && form.getAttribute("action");
    banner.replaceChildren(...fresh.childNodes);
    banner.hidden = fresh.hidden;
    if (!focused) return;
    const again = [...banner.querySelectorAll("form")].find(
      (form) => form.getAttribute("action") === focused,
    );
    const button = again && again.querySelector("button");
    (button || banner.querySelector("h2")).focus();
  }

  async function looked() {
    const path = short ? "/desk/alarmen?kort=ja" : location.pathname;
    try {
      const answer = await fetch(path, { redirect: "error" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("alarmen");
      if (!fresh || fresh.textContent === banner.textContent) return;
      changed(fresh);
      told.textContent = "";
      requestAnimationFrame(() => { told.textContent = banner.dataset.melding; });
    } catch (unread) {
      // The session is over, or the connection: what is on the page stays.
    }
  }

  new EventSource(banner.dataset.nieuws).addEventListener("alarmen", looked);
})();
