// What changes a page, one function each; `src/browser/dom.rs` knows what is to be changed. Text enters as text nodes and values only.

export const text = (content) => document.createTextNode(content);
export const element = (name) => document.createElement(name);
export const rewrite = (node, content) => { node.nodeValue = content; };
export const remove = (node) => node.remove();
export const first = (parent) => parent.firstChild;
export const after = (node) => node.nextSibling;

/** Puts a node in front of the one that comes next, unless it is that; tells what comes next then. */
export const place = (parent, node, next) => {
  if (node === next) return next.nextSibling;
  parent.insertBefore(node, next);
  return next;
};

/** A field has what was typed or ticked, not what stood there first; what has a class is a part of that name to the host's styles. */
export const set = (node, name, value) => {
  if (name === "value" || name === "checked") node[name] = name === "value" ? value : true;
  else node.setAttribute(name, value);
  if (name === "class") node.setAttribute("part", value);
};

export const unset = (node, name) => {
  node.removeAttribute(name);
  if (name === "checked") node.checked = false;
};
