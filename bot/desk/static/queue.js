// Keeps the queue as it is in the store while staff look at it. Without it the page works as well.
(() => {
  "use strict";

  const list = document.getElementById("lijst");
  if (!list || !list.dataset.nieuws) return;
  const tabs = document.getElementById("lijsten");
  const news = document.getElementById("nieuws");

  const cases = () => [...list.querySelectorAll("tbody th a")].map((link) => link.textContent);
  const near = () => list.querySelector(".rol") || document.getElementById("inhoud");

  function changed(page) {
    const known = new Set(cases());
    for (const part of [list, tabs]) {
      const fresh = page.getElementById(part.id);
      if (fresh && fresh.innerHTML !== part.innerHTML) window.balie.fill(part, fresh, near);
    }
    if (cases().some((each) => !known.has(each))) window.balie.tell(news, list.dataset.melding);
  }

  window.balie.watch(list.dataset.nieuws, "nieuws", location.href, changed);
})();
