// The list of papers in another language than the one that stands in the element: fetched as a tree, built node by node.
const built = (node) => {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.map(built));
  return element;
};

/** Puts the list in this language into an element, in the place of the one that is there, if any. */
export const bring = async (element, there, language) => {
  const answer = await fetch(new URL(`./wording/${language}.list.json`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const fresh = built(await answer.json());
  if (there) there.replaceWith(fresh);
  else element.append(fresh);
};
