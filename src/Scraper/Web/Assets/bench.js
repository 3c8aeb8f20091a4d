// A click on a block of the page chooses it in the form beside it; without this script the click asks for the bench anew.
"use strict";
const frame = document.querySelector("iframe.page");
const block = document.getElementById("block");
const label = document.getElementById("label");

function mark() {
  const page = frame.contentDocument;
  page?.querySelector(".chosen")?.classList.remove("chosen");
  const chosen = block.value === "" ? null : page?.getElementById("b" + block.value);
  chosen?.classList.add("chosen");
  return chosen;
}

function listen() {
  frame.contentDocument?.addEventListener("click", event => {
    const clicked = event.target.closest("[data-block]");
    if (clicked === null) {
      return;
    }

    event.preventDefault();
    block.value = clicked.dataset.block;
    mark();
    label.focus();
  });
  mark()?.scrollIntoView({ block: "center" });
}

if (frame !== null && block !== null) {
  frame.addEventListener("load", listen);
  block.addEventListener("change", () => mark()?.scrollIntoView({ block: "center" }));
  if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank") {
    listen();
  }
}
