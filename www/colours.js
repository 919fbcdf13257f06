// What colours a host has set for the element.

const COLOURS = ["ink", "paper", "quiet", "raised", "line", "accent", "on-accent", "stop", "ask"];

/** A host's own colours and its scheme, in one text; empty where it set none. */
export const coloursOf = (element) => {
  const style = getComputedStyle(element);
  const set = COLOURS.map((name) => style.getPropertyValue(`--tirkeu-${name}`)).join("");
  return set && `${set} ${style.colorScheme}`;
};
