// What stands around what is shown, put back wherever others put it.

const attributesOf = (node) => [...node.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== "lang" && name !== "dir");

export class Surroundings {
  #frame;
  #kept;

  /** @param {ShadowRoot} root @param {HTMLElement} frame what holds what is shown */
  constructor(root, frame) {
    this.#frame = frame;
    const nodes = [...root.children, ...frame.children].filter(({ className }) => className !== "newer");
    this.#kept = nodes.map((node) => [node.parentNode, node, attributesOf(node)]);
  }

  restore() {
    for (const [parent, node, attributes] of this.#kept) {
      if (node.parentNode !== parent) parent.append(node);
      for (const [name, value] of attributes) if (node.getAttribute(name) !== value) node.setAttribute(name, value);
      if (parent === this.#frame || node === this.#frame) node.hidden = false;
    }
    const isOurs = (child) => child.className === "newer" || this.#kept.some(([, node]) => node === child);
    for (const child of [...this.#frame.childNodes]) if (!isOurs(child)) child.remove();
  }
}
