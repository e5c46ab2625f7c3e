// What the scripts of the chat page share: its parts, what the server gave it, and how far it is.
// They come one after another. Each takes at once what is given before it, and what is given after
// it only when something happens. Should one not come, the last does not begin: the page stays one
// of plain forms.
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const given = JSON.parse(find("for-script").textContent);
  const { texts } = given;
  const [log, box, notice, text, compose] = ["log", "queue", "notice", "text", "compose"].map(find);
  const SOON = 1000;
  const LATE = 30000;

  // The last line that is shown, what waits to be sent, and whether some of it is on its way.
  const now = { last: Number(document.body.dataset.last), queue: [], sending: false };

  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

  const page = { find, given, texts, log, box, notice, text, compose, SOON, LATE, now, newId };
  window.gesprek = { page };
})();
