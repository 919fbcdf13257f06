// What a browser may refuse, or may not have at all: it costs that, and nothing else.

/** Does it; undefined where it is refused. */
export const may = (act) => {
  try { return act(); } catch { /* then without */ }
};
