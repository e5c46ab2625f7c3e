// Keeps the alarms on an open page of the desk up to date. Without it they are as new as the page.
(() => {
  "use strict";

  const banner = document.getElementById("alarmen");
  if (!banner) return;
  const told = document.getElementById("alarmen-melding");
  const short = location.pathname !== "/desk/alarmen";

  function changed(page) {
    const fresh = page.getElementById("alarmen");
    if (!fresh || fresh.textContent === banner.textContent) return;
    banner.hidden = fresh.hidden;
    window.balie.fill(banner, fresh, () => banner.querySelector("h2"));
    window.balie.tell(told, banner.dataset.melding);
  }

  const address = short ? "/desk/alarmen?kort=ja" : location.pathname;
  window.balie.watch(banner.dataset.nieuws, "alarmen", address, changed);
})();
