// Keeps the list of activity up to date: the server says that something has changed, and the list is asked for again.
"use strict";
const events = new EventSource("/activity/events");
let isAsking = false;

events.addEventListener("changed", async () => {
  if (isAsking) {
    return;
  }

  isAsking = true;
  try {
    const answer = await fetch("/activity", { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("activity").replaceWith(document.adoptNode(page.getElementById("activity")));
  } finally {
    isAsking = false;
  }
});
