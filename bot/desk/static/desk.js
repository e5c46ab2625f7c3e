// Shows what is new in a conversation while staff look at it, and leaves what they type alone.
// Without it the page works as well: there is a link to look again.
(() => {
  "use strict";

  const messages = document.getElementById("berichten");
  if (!messages) return;
  const reach = document.getElementById("bereik");
  const news = document.getElementById("nieuws");
  let busy = false;
  let again = false;
  messages.scrollTop = messages.scrollHeight;

  async function looked() {
    const answer = await fetch(location.pathname, { redirect: "error" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("berichten");
    if (!fresh) return;
    messages.replaceChildren(...fresh.childNodes);
    messages.scrollTop = messages.scrollHeight;
    reach.replaceChildren(...page.getElementById("bereik").childNodes);
    // Words that do not change are not read out again.
    news.textContent = "";
    requestAnimationFrame(() => { news.textContent = messages.dataset.melding; });
  }

  async function renew() {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        await looked();
      }
    } catch (unread) {
      // The session is over, or the connection: what is on the page stays, and so does the link.
    } finally {
      busy = false;
    }
  }

  if (window.EventSource) new EventSource(messages.dataset.nieuws).addEventListener("nieuws", renew);
})();
