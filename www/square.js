// A code as a square that a scanner reads: one path, dark on white whatever the page's colours are.

import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";

/** So many modules stay white around. */
const QUIET = 4;

/** Millimetres: a module is never smaller, and the dark square never smaller than so much. */
const LEAST_MODULE = 0.6;
const LEAST_SQUARE = 20;

const made = (name, attributes, ...children) => {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
};

/** The dark modules of each row, run by run. */
const pathOf = (rows) => rows.map((row, y) => {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    const from = x;
    while (row[x]) x += 1;
    if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
  }
  return path;
}).join("");

/** The square of these characters, which a reader is told by this name. */
export const square = (characters, name) => {
  const { data, size } = encode(characters, { ecc: "M", border: QUIET });
  const side = `${size * Math.max(LEAST_MODULE, LEAST_SQUARE / (size - 2 * QUIET))}mm`;
  return made("svg", { viewBox: `0 0 ${size} ${size}`, width: side, height: side, role: "img", "aria-label": name, "shape-rendering": "crispEdges" },
    made("rect", { width: size, height: size, fill: "#fff" }), made("path", { d: pathOf(data), fill: "#000" }));
};
