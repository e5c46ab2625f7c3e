// The lines of what waits: what a person sees of it until the server has it.
"use strict";
(() => {
  const { gesprek } = window;
  const { find, texts, box } = gesprek.page;
  const { scroll } = gesprek.screen;

  // Pictures that were sent from here, by their address in this browser.
  const pictures = [];

  function shown(file) {
    if (!file.type.startsWith("image/")) return null;
    pictures.push(URL.createObjectURL(file));
    return pictures[pictures.length - 1];
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
    offer(mine, "again", again && texts.again, () => gesprek.sending.flush());
    offer(mine, "drop", item.file && texts.drop, () => gesprek.sending.dropped(item));
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

  gesprek.bubbles = { pictures, shown, bubble, picture, status };
})();
