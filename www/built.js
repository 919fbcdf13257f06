// A tree that came as JSON, as nodes of the page: a text, or an element's name, its attributes and its children.

export const built = (node) => {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.map(built));
  return element;
};
