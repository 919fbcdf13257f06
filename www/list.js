// The list of papers in another language than the one that stands in the element: fetched as a tree, built node by node.
const built = (node) => {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.map(built));
  return element;
};

/** The list, as an element to be put in. */
export const list = async (language) => {
  const answer = await fetch(new URL(`./wording/${language}.list.json`, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return built(await answer.json());
};
