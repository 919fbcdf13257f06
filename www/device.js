// What is kept on the device: for each element by itself, so that none overwrites what another keeps. Two frames of one page are told
// apart by the id that stands behind the # of their addresses; without one the second is told that nothing is kept.

/** The elements that are on the page now, by their keys. */
const taken = new Map();

/** Tirkeu's own pages of one folder are one and the same in several languages; a host's page is known by its address. */
const placeOf = (isPage) => location.pathname.replace(isPage ? /\/[^/]*$/ : /(\/index)?(\.html?)?\/?$/, "");

/** The element's key: by its place and its id, or where several would have the same, by their order. */
export const claim = (element, isPage) => {
  const name = `tirkeu${isPage ? "" : " "}${placeOf(isPage)}${element.id && `#${element.id}`}`;
  let key = name;
  for (let count = 2; (taken.get(key) ?? element) !== element; count += 1) key = `${name} ${count}`;
  taken.set(key, element);
  return key;
};

/** An element that is gone makes room for one that comes in its place. */
export const release = (key) => taken.delete(key);

/**
 * Keeps a text, or with an empty one nothing: nothing of before, either, where a browser refuses what is new. Where another page has kept
 * something else since, under the same key, that stays.
 */
export const store = (key, text, before) => {
  if (text && (localStorage.getItem(key) ?? before) !== before) throw new Error(`${key} is another page's by now`);
  localStorage.removeItem(key);
  if (text) localStorage.setItem(key, text);
};

/** What was kept until this day or longer; undefined where nothing was, or the browser does not say. */
export const stored = (key, today) => {
  try {
    const text = localStorage.getItem(key) ?? "";
    if (text.slice(0, 10) >= today) return text;
    if (text) store(key, "");
  } catch { /* denied: nothing was kept */ }
};
