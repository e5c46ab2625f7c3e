// What people do, and how the page begins. Every sentence and all HTML come from the server: without
// this script the same page works with plain forms.
"use strict";
(() => {
  const { gesprek } = window;
  const { find, given, texts, text, compose, now, newId } = gesprek.page;
  const { resume, draft, drafted } = gesprek.kept;
  const { lines, newest, settle, scroll, say } = gesprek.screen;
  const { shown, bubble } = gesprek.bubbles;
  const { watch, follow } = gesprek.stream;
  const { send, flush, abandon } = gesprek.sending;

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

  document.addEventListener("weg", abandon);

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

  follow();
  resume();
  if (!text.value) text.value = drafted();
  fit();
  for (const item of now.queue) if (!item.tick) bubble(item);
  settle();
  const [visit] = performance.getEntriesByType("navigation");
  if (lines().length > 1 && (!visit || visit.type === "navigate")) scrollTo(0, document.body.scrollHeight);
  if (now.last) watch();
  if (now.queue.length) flush();
})();
