// What happens elsewhere: in the conversation, in other tabs, and with the connection.
"use strict";
(() => {
  const { gesprek } = window;
  const { texts, notice, LATE, now } = gesprek.page;
  const { erased } = gesprek.kept;
  const { add, ended, show, hush, say } = gesprek.screen;

  let stream = null;
  // What came while something was being sent.
  const held = [];

  function receive(coming, focus, follow) {
    if (focus) hush();
    show(coming.map(add).filter(Boolean), focus, follow);
    if (now.last) watch();
  }

  function leave() {
    if (stream) stream.close();
    stream = null;
  }

  // A browser has six connections to one site for all its tabs: a tab that nobody sees holds none.
  function watch() {
    if (stream || document.hidden) return;
    stream = new EventSource("/chat/events?after=" + now.last);
    stream.addEventListener("line", (event) => {
      const line = JSON.parse(event.data);
      if (now.sending) held.push(line);
      else receive([line], false, ended());
    });
    stream.addEventListener("gone", (event) => gesprek.sending.gone(JSON.parse(event.data)));
    // Erased and begun anew in another tab: this page shows what is no more.
    stream.addEventListener("other", () => location.reload());
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(() => now.last && watch(), LATE);
      }
    });
  }

  // After a while away a connection may be dead without anybody having said so.
  function back() {
    leave();
    if (now.last) watch();
    gesprek.sending.flush();
  }

  function follow() {
    document.addEventListener("visibilitychange", () => (document.hidden ? leave() : back()));
    addEventListener("pagehide", leave);
    addEventListener("storage", (event) => erased(event) && location.reload());
    let awake = Date.now();
    setInterval(() => {
      const slept = Date.now() - awake > LATE;
      awake = Date.now();
      if (slept && !document.hidden) back();
    }, LATE / 3);

    addEventListener("offline", () => say(texts.offline));
    addEventListener("online", () => {
      if (!notice.hidden) {
        say(texts.online);
        setTimeout(() => notice.textContent === texts.online && say(""), 4000);
      }
      back();
    });
    addEventListener("pageshow", (event) => event.persisted && location.reload());
  }

  gesprek.stream = { held, receive, leave, watch, follow };
})();
