// The list of papers in another language than the one that stands in the element: fetched as a tree, built node by node.
const built = (node) => {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.map(built));
  return element;
};

/** Puts the list in this language into an element, in the place of the one that is there, if any; `read` gives a file of the wording. */
export const bring = async (element, there, language, read) => {
  const fresh = built(await read(`${language}.list`));
  if (there) there.replaceWith(fresh);
  else element.append(fresh);
};
