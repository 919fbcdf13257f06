// What changes a page, one function each; `src/browser/dom.rs` knows what is to be changed. Text enters as text nodes and values only.

/** What stands in a node is what we put there, in this order, wherever others may have moved it since. */
const OURS = Symbol();
/** What sees in a place what others do there. */
const WATCH = Symbol();

export const text = (content) => document.createTextNode(content);
export const element = (name) => document.createElement(name);
export const rewrite = (node, content) => {
  if (node.nodeValue !== content) node.nodeValue = content;
};
export const remove = (node) => node.remove();
export const child = (parent, index) => parent[OURS]?.[index];

/** What stands in a node is written anew from here on; tells what comes first now. */
export const first = (parent) => {
  parent[OURS] = [];
  return parent.firstChild;
};

/** Puts a node in front of the one that comes next, unless it is that; tells what comes next then. */
export const place = (parent, node, next) => {
  (parent[OURS] ??= []).push(node);
  if (node === next) return next.nextSibling;
  parent.insertBefore(node, next);
  return next;
};

/** What a part is, and not what was answered in it: the verdict's class says that too, and a host's styles may be another's. */
const partOf = (classes) => classes.split(" ")[0];

/** A field has what was typed or ticked, not what stood there first; what has a class is a part of that name to the host's styles. */
export const set = (node, name, value) => {
  if (name === "value" || name === "checked") node[name] = name === "value" ? value : true;
  else node.setAttribute(name, value);
  if (name === "class") node.setAttribute("part", partOf(value));
};

export const unset = (node, name) => {
  node.removeAttribute(name);
  if (name === "checked") node.checked = false;
  if (name === "class") node.removeAttribute("part");
};

/** Tells whether others may have changed what stands in a place, since we last did; where nobody watches they may always have. */
export const isTouched = ({ [WATCH]: watch }) => {
  try {
    return watch.touched || watch.takeRecords().length > 0;
  } catch { return true; }
};

/** What is done in a place until now was us. */
export const settle = (place) => {
  try {
    const watch = (place[WATCH] ??= new MutationObserver(() => { watch.touched = true; }));
    watch.observe(place, { subtree: true, childList: true, characterData: true, attributes: true });
    watch.takeRecords();
    watch.touched = false;
  } catch { /* nobody watches */ }
};

/** Sets an attribute again, if it is not so. What is being typed stands; what is folded up or not is for the person to say. */
export const mend = (node, name, value) => {
  if (name === "class") mend(node, "part", partOf(value));
  const isField = name === "value";
  const now = isField ? node.value : name === "checked" ? node.checked && "" : node.getAttribute(name);
  if (now !== value && name !== "open" && !(isField && node.matches(":focus"))) set(node, name, value);
};

/** Leaves in a node what is ours, as it was: of its attributes those named, of its children those that we put there, in their order. */
export const clean = (node, names) => {
  const known = `${names} open`.split(" ");
  if (known.includes("class")) known.push("part");
  for (const name of node.getAttributeNames()) if (!known.includes(name)) node.removeAttribute(name);
  if (node.checked && !known.includes("checked")) node.checked = false;
  const ours = node[OURS] ?? [];
  for (const child of [...node.childNodes]) if (!ours.includes(child)) child.remove();
  ours.reduce((next, child) => place(node, child, next), first(node));
};
