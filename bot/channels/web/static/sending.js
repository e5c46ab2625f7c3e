// Sends what waits, one at a time, and does what the server answers.
"use strict";
(() => {
  const { gesprek } = window;
  const { find, texts, log, box, notice, text, SOON, LATE, now } = gesprek.page;
  const { keep, forget, draft, tellTabs } = gesprek.kept;
  const { parsed, newest, settle, scroll, say } = gesprek.screen;
  const { pictures, bubble, picture, status } = gesprek.bubbles;
  const { held, receive, leave } = gesprek.stream;
  const LONGEST_WAIT = 7 * 24 * 60 * 60;

  let retry = SOON;
  let timer = 0;

  function send(item) {
    now.queue.push(Object.assign(item, { at: Date.now(), begun: now.last > 0 }));
    keep();
    if (!item.tick) {
      bubble(item);
      scroll();
    }
    settle();
    flush();
  }

  // A file that is not to be sent after all.
  function dropped(item) {
    item.dropped = true;
    if (item.stop) item.stop();
    done(item);
    settle();
    text.focus();
  }

  const waits = (item) => (item.safe ? texts.unsent : texts.waiting);

  function done(item) {
    now.queue = now.queue.filter((other) => other.id !== item.id);
    keep();
    const mine = find("item-" + item.id);
    if (mine) mine.remove();
  }

  async function flush() {
    if (now.sending) return;
    now.sending = true;
    clearTimeout(timer);
    for (const item of now.queue) status(item, texts.sending);
    while (now.queue.length && (await posted(now.queue[0])));
    now.sending = false;
    receive(held.splice(0), false, true);
  }

  // True when the item needs nothing more, also when it was refused for good.
  async function posted(item) {
    if (item.dropped) return true;
    try {
      const answer = await (item.file ? upload(item) : message(item));
      const { status, told } = answer;
      if (status < 300) return taken(item, told);
      if (status < 500 && status !== 429) return refused(item, told, status === 409);
      later(item, told.error || texts.failed, Number(answer.retry) * 1000);
    } catch (unreachable) {
      if (item.dropped) return true;
      later(item, waits(item));
    }
    return false;
  }

  async function message({ id, act, at }) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), LATE);
    try {
      const answer = await fetch("/chat/messages", {
        method: "POST",
        headers: { "content-type": "application/json" },
        // What was said yesterday is about yesterday.
        body: JSON.stringify({ id, act, after: now.last, waited: waited(at) }),
        signal: stop.signal,
      });
      const told = await answer.json().catch(() => ({}));
      return { status: answer.status, told, retry: answer.headers.get("retry-after") };
    } finally {
      clearTimeout(late);
    }
  }

  const waited = (at) =>
    Math.min(Math.max(0, Math.round((Date.now() - at) / 1000)), LONGEST_WAIT) || 0;

  // Only this old way of sending tells how far it is.
  function upload(item) {
    const form = new FormData();
    form.append("id", item.id);
    form.append("after", now.last);
    form.append("file", item.file);
    return new Promise((answered, unreachable) => {
      const call = new XMLHttpRequest();
      call.open("POST", "/chat/files");
      call.responseType = "json";
      // A line that went dead does not say so.
      let dead = 0;
      const alive = () => {
        clearTimeout(dead);
        dead = setTimeout(() => call.abort(), 2 * LATE);
      };
      call.upload.onprogress = ({ loaded, total }) => {
        alive();
        status(item, texts.underway.replace("{n}", Math.floor((loaded / total) * 100)));
      };
      call.onerror = call.onabort = unreachable;
      call.onloadend = () => clearTimeout(dead);
      item.stop = () => call.abort();
      alive();
      call.onload = () =>
        answered({ status: call.status, told: call.response || {}, retry: call.getResponseHeader("retry-after") });
      call.send(form);
    });
  }

  function taken(item, told) {
    retry = SOON;
    if (notice.textContent === texts.offline || notice.textContent === texts.stay) say("");
    done(item);
    if (told.farewell) return gone(told);
    // Erased and begun anew in another tab: this page shows what is no more.
    if (told.other) return location.reload();
    if (told.away) document.body.dataset.away = "";
    receive(told.lines, item.focus, true);
    const mine = item.picture && told.file && log.querySelector(`[data-file="${told.file}"]`);
    if (mine) picture(mine, { picture: item.picture, follow: true });
    return true;
  }

  function refused(item, told, unknown) {
    done(item);
    // Within the page of another site some browsers keep nothing: in a window of its own they do.
    const apart = unknown && window.top !== window;
    say(apart ? texts.apart : told.error || texts.failed);
    find("apart").hidden = !apart;
    if (item.act && item.act.kind === "said" && !text.value) text.value = item.act.text;
    settle();
    return true;
  }

  function later(item, why, wait) {
    for (const other of now.queue) status(other, waits(other));
    status(item, why, true);
    if (!navigator.onLine) say(now.queue.every((other) => other.safe) ? texts.offline : texts.stay);
    if (retry === SOON) scroll();
    timer = setTimeout(flush, wait || retry);
    retry = Math.min(retry * 2, LATE);
  }

  // Everything was erased: nothing of it stays on the screen either.
  function gone(told) {
    leave();
    now.last = 0;
    held.length = 0;
    forget();
    draft("");
    tellTabs();
    delete document.body.dataset.away;
    pictures.splice(0).forEach(URL.revokeObjectURL);
    box.replaceChildren();
    log.replaceChildren(parsed(told.farewell));
    settle();
    newest().focus();
    return true;
  }

  // Somebody leaves at once: nothing of what waits stays behind on this machine.
  function abandon() {
    clearTimeout(timer);
    leave();
    forget();
  }

  gesprek.sending = { send, dropped, flush, gone, abandon };
})();
