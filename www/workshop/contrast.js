// How well two colours can be told apart (WCAG 2.2, 1.4.3), and which pairs of a portal's have to be.

/** What is seen on what, and the least contrast: the element takes back what has less. */
export const PAIRS = [["ink", "paper", 4.5], ["accent", "paper", 4.5], ["on-accent", "accent", 4.5]];

const light = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** How much light a colour gives, written as a field for colours writes it: `#0a5f73`. */
const luminance = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => light(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** From 1, no difference at all, to 21, black on white. */
export const contrast = (one, other) => {
  const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
};
