// What a host's style sheets may know of the element: whether the questions have taken the place of the list. Never the verdict and no
// answer: a style sheet may be another's, and an address in it tells a server which of its rules applied.

/** Keeps `:state(ready)` true while the questions are shown; a browser that knows no states has none. */
export function showState(element) {
  try {
    const { shadowRoot } = element;
    const { states } = element.attachInternals();
    const look = () => states[shadowRoot.querySelector(".tirkeu:not([hidden])") ? "add" : "delete"]("ready");
    new MutationObserver(look).observe(shadowRoot, { childList: true });
    look();
  } catch { /* a host's style sheet does without */ }
}
