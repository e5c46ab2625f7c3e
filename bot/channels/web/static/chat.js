// Sends what a person does and shows what is new. Every sentence and all HTML come from the server:
// without this script the same page works with plain forms.
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const given = JSON.parse(find("for-script").textContent);
  const { texts } = given;
  const [log, box, notice, text, compose] = ["log", "queue", "notice", "text", "compose"].map(find);
  const bottom = document.querySelector(".bottom");
  const top = document.querySelector(".top");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  // Buttons that have just come are asleep for a moment, so that a double tap answers one question.
  const SLEEP = 300;
  const KEPT = "wacht";
  const DRAFT = "opzet";
  const ERASED = "gewist";
  const SOON = 1000;
  const LATE = 30000;
  const LONGEST_WAIT = 7 * 24 * 60 * 60;

  let last = Number(document.body.dataset.last);
  let queue = [];
  let held = [];
  let sending = false;
  let retry = SOON;
  let timer = 0;
  let stream = null;
  let quiet = 0;
  // Pictures that were sent from here, by their address in this browser.
  let pictures = [];

  // --- what is on the screen ---------------------------------------------------------------------

  const rules =
    window.trustedTypes && window.trustedTypes.createPolicy("gesprek", { createHTML: (html) => html });
  const parsed = (html) =>
    document.createRange().createContextualFragment(rules ? rules.createHTML(html) : html);
  const lines = () => log.querySelectorAll(".line");
  const newest = () => log.querySelector(".line:last-of-type");

  function add(line) {
    if (line.number <= last) return null;
    last = line.number;
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
    if (queue.some((item) => item.tick)) return;
    for (const button of fresh.querySelectorAll("[aria-pressed]")) {
      const same = [...old.querySelectorAll("[aria-pressed]")].find((b) => b.value === button.value);
      if (same) same.setAttribute("aria-pressed", button.getAttribute("aria-pressed"));
    }
  }

  // Only under the newest line can be answered, and not while an answer is on its way.
  function settle() {
    if (!log.isConnected) return;
    const current = newest();
    const waiting = queue.some((item) => !item.tick);
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

  function receive(coming, focus, follow) {
    if (focus) hush();
    show(coming.map(add).filter(Boolean), focus, follow);
    if (last) watch();
  }

  // --- sending -----------------------------------------------------------------------------------

  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

  // What this tab has put in the queue, or found there.
  const seen = new Set();

  // Kept for who closes the page and comes back; tabs of one person share it.
  function keep() {
    for (const item of queue) seen.add(item.id);
    // A file cannot be kept: it waits only while the page is open, and the page says so.
    const mine = queue.filter((item) => !item.file);
    const all = [...kept().filter((item) => !seen.has(item.id)), ...mine];
    let safe = true;
    try {
      if (all.length) localStorage.setItem(KEPT, JSON.stringify(all.sort((a, b) => a.at - b.at)));
      else localStorage.removeItem(KEPT);
    } catch (forbidden) {
      // Without storage what waits is lost with the page; it is still sent while the page is open.
      safe = !all.length;
    }
    for (const item of queue) item.safe = safe && !item.file;
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) || [];
    } catch (damaged) {
      return [];
    }
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

  function send(item) {
    queue.push(Object.assign(item, { at: Date.now(), begun: last > 0 }));
    keep();
    if (!item.tick) {
      bubble(item);
      scroll();
    }
    settle();
    flush();
  }

  function bubble(item) {
    const mine = find("mine").content.firstElementChild.cloneNode(true);
    mine.id = "item-" + item.id;
    mine.querySelector(".words").textContent = item.label;
    picture(mine, item);
    box.append(mine);
    status(item, texts.sending);
  }

  function picture(line, item) {
    if (!item.picture) return;
    const image = document.createElement("img");
    image.alt = texts.picture;
    // Not every browser shows what a telephone makes.
    image.addEventListener("error", () => image.remove());
    image.addEventListener("load", () => item.follow && scroll());
    image.src = item.picture;
    line.querySelector(".words").prepend(image);
  }

  function status(item, words, again) {
    const mine = find("item-" + item.id);
    if (!mine) return;
    mine.querySelector(".how").textContent = words;
    offer(mine, "again", again && texts.again, flush);
    offer(mine, "drop", item.file && texts.drop, () => dropped(item));
  }

  // A button that is there already stays, with the focus that may be on it.
  function offer(mine, kind, words, pressed) {
    const place = mine.querySelector(".status");
    const there = place.querySelector("." + kind);
    if (there && !words) there.remove();
    if (there || !words) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = kind;
    button.textContent = words;
    button.addEventListener("click", pressed);
    place.append(" ", button);
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
    queue = queue.filter((other) => other.id !== item.id);
    keep();
    const mine = find("item-" + item.id);
    if (mine) mine.remove();
  }

  async function flush() {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    for (const item of queue) status(item, texts.sending);
    while (queue.length && (await posted(queue[0])));
    sending = false;
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
        body: JSON.stringify({ id, act, after: last, waited: waited(at) }),
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
    form.append("after", last);
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
    for (const other of queue) status(other, waits(other));
    status(item, why, true);
    if (!navigator.onLine) say(queue.every((other) => other.safe) ? texts.offline : texts.stay);
    if (retry === SOON) scroll();
    timer = setTimeout(flush, wait || retry);
    retry = Math.min(retry * 2, LATE);
  }

  function say(words) {
    notice.textContent = words;
    notice.hidden = !words;
  }

  // Everything was erased: nothing of it stays on the screen either.
  function gone(told) {
    leave();
    queue = [];
    held = [];
    last = 0;
    for (const item of kept()) seen.add(item.id);
    keep();
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

  // --- what happens elsewhere --------------------------------------------------------------------

  function leave() {
    if (stream) stream.close();
    stream = null;
  }

  // A browser has six connections to one site for all its tabs: a tab that nobody sees holds none.
  function watch() {
    if (stream || document.hidden) return;
    stream = new EventSource("/chat/events?after=" + last);
    stream.addEventListener("line", (event) => {
      const line = JSON.parse(event.data);
      if (sending) held.push(line);
      else receive([line], false, ended());
    });
    stream.addEventListener("gone", (event) => gone(JSON.parse(event.data)));
    // Erased and begun anew in another tab: this page shows what is no more.
    stream.addEventListener("other", () => location.reload());
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(() => last && watch(), LATE);
      }
    });
  }

  // After a while away a connection may be dead without anybody having said so.
  function back() {
    leave();
    if (last) watch();
    flush();
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : back()));
  addEventListener("pagehide", leave);
  addEventListener("storage", (event) => event.key === ERASED && event.newValue && location.reload());
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

  // --- what people do ----------------------------------------------------------------------------

  const TAPS = "button[name=choice], button[name=command]";

  let lately = null;

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(TAPS);
    if (!button) return;
    event.preventDefault();
    // The second half of a double tap is not another answer; a quick tap on the next question is.
    const again = event.detail > 1 && button === lately;
    lately = button;
    if (!again) tapped(button);
  });

  function tapped(button) {
    find("more").open = false;
    say("");
    const id = newId();
    if (button.name === "command") {
      const act = { kind: "commanded", command: button.value };
      return send({ id, act, label: button.textContent, focus: true });
    }
    const form = button.form;
    const act = { kind: "chose", choice: button.value, question: form.elements.question.value || null };
    const pressed = button.getAttribute("aria-pressed");
    if (pressed) {
      button.setAttribute("aria-pressed", pressed === "true" ? "false" : "true");
      return send({ id, act, label: "", tick: true });
    }
    return send({ id, act, label: answered(form, button), focus: true });
  }

  function answered(form, button) {
    const ticked = [...form.querySelectorAll("[aria-pressed=true]")].map((other) => other.textContent);
    return button.className === "done" && ticked.length ? ticked.join(", ") : button.textContent;
  }

  compose.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words || words.length > given.longest) return text.focus();
    say("");
    text.value = "";
    draft("");
    fit();
    send({ id: newId(), act: { kind: "said", text: words }, label: words });
    return text.focus();
  });

  const [chosen, camera] = ["file", "camera"].map(find);
  // Without a script one file goes at a time.
  chosen.multiple = true;
  camera.parentElement.hidden = !matchMedia("(pointer: coarse)").matches;
  for (const input of [chosen, camera]) {
    input.addEventListener("change", () => {
      find("more").open = false;
      say("");
      for (const file of input.files) attach(file);
      input.value = "";
    });
  }

  function attach(file) {
    const large = file.size > given.largest * 2 ** 20;
    if (large) say(texts.large.replace("{naam}", file.name).replace("{n}", given.largest));
    else send({ id: newId(), file, label: file.name, picture: shown(file), focus: true });
  }

  function shown(file) {
    if (!file.type.startsWith("image/")) return null;
    pictures.push(URL.createObjectURL(file));
    return pictures[pictures.length - 1];
  }

  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    compose.requestSubmit ? compose.requestSubmit() : compose.querySelector("button").click();
  });

  // The field grows with the answer; what is left is counted only near the end.
  function fit() {
    text.style.height = "auto";
    text.style.height = text.scrollHeight + 4 + "px";
    const left = given.longest - text.value.length;
    const words = left < 0 ? texts.over : left < 500 ? texts.left : "";
    find("count").textContent = words.replace("{n}", Math.abs(left));
  }
  text.addEventListener("input", () => {
    fit();
    draft(text.value);
  });

  const more = find("more");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !more.open) return;
    more.open = false;
    more.firstElementChild.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!more.contains(event.target)) more.open = false;
  });

  // Somebody leaves at once: nothing of what waits stays behind on this machine.
  document.addEventListener("weg", () => {
    clearTimeout(timer);
    leave();
    queue = [];
    for (const item of kept()) seen.add(item.id);
    keep();
  });

  // When the keyboard comes up there is less room: what was asked stays in sight above the answer.
  addEventListener("resize", () => document.activeElement === text && lines().length && scroll(newest()));

  // An on-screen keyboard that lies over the page (iOS) pushes the answer up; a zoom does not.
  if (window.visualViewport) {
    const view = window.visualViewport;
    const lift = () => {
      const hidden = view.scale > 1.05 ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop);
      document.documentElement.style.setProperty("--keyboard", Math.round(hidden) + "px");
    };
    view.addEventListener("resize", lift);
    view.addEventListener("scroll", lift);
  }

  // --- beginning ---------------------------------------------------------------------------------

  // What was meant for a conversation that is gone begins no other one.
  queue = kept().filter((item) => last || !item.begun);
  for (const item of kept()) seen.add(item.id);
  keep();
  if (!text.value) text.value = drafted();
  fit();
  for (const item of queue) if (!item.tick) bubble(item);
  settle();
  const [visit] = performance.getEntriesByType("navigation");
  if (lines().length > 1 && (!visit || visit.type === "navigate")) scrollTo(0, document.body.scrollHeight);
  if (last) watch();
  if (queue.length) flush();
})();
