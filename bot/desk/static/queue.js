// Keeps the queue as it is in the store while staff look at it. Without it the page works as well.
(() => {
  "use strict";

  const list = document.getElementById("lijst");
  if (!list || !list.dataset.nieuws || !window.EventSource) return;
  const tabs = document.getElementById("lijsten");
  const news = document.getElementById("nieuws");
  let busy = false;
  let again = false;

  const cases = () => [...list.querySelectorAll("tbody th a")].map((link) => link.textContent);

  function refreshed(page) {
    const fresh = page.getElementById("lijst");
    const freshTabs = page.getElementById("lijsten");
    if (!fresh || !freshTabs || fresh.innerHTML === list.innerHTML
      && freshTabs.innerHTML === tabs.innerHTML) return;
    // Whoever goes through the list by keyboard stays where they are.
    const focused = document.activeElement;
    const here = list.contains(focused) || tabs.contains(focused) ? focused : null;
    const at = here && here.getAttribute("href");
    const known = new Set(cases());
    list.replaceChildren(...fresh.childNodes);
    tabs.replaceChildren(...freshTabs.childNodes);
    if (here) {
      const same = at && document.querySelector(`#lijst a[href="${at}"], #lijsten a[href="${at}"]`);
      (same || list.querySelector(".rol") || document.getElementById("inhoud")).focus();
    }
    if (cases().some((each) => !known.has(each))) {
      // Words that do not change are not read out again.
      news.textContent = "";
      requestAnimationFrame(() => { news.textContent = list.dataset.melding; });
    }
  }

  async function renew() {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        const answer = await fetch(location.href, { redirect: "error" });
        if (answer.ok) {
          refreshed(new DOMParser().parseFromString(await answer.text(), "text/html"));
        }
      }
    } catch (unread) {
      // The session is over, or the connection: what is on the page stays.
    } finally {
      busy = false;
    }
  }

  new EventSource(list.dataset.nieuws).addEventListener("nieuws", renew);
})();
