// Keeps the list of activity up to date: the server says that something has changed, and the list is asked for again.
"use strict";
const events = new EventSource("/activity/events");
let isAsking = false;
let isStale = false;

events.addEventListener("changed", async () => {
  isStale = true;
  if (isAsking) {
    return;
  }

  isAsking = true;
  try {
    while (isStale) {
      isStale = false;
      const answer = await fetch("/activity", { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("activity").replaceWith(document.adoptNode(page.getElementById("activity")));
    }
  } finally {
    isAsking = false;
  }
});
