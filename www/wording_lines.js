// Sentences as lines: as the files of the wording have them, and a page that holds its own.

/** Sentences by their ids, from a line of ids and a line for each: a part of an id that is left out is that of the id before. */
export const read = (lines) => {
  const [ids, ...said] = lines.trim().split("\n");
  let id = [];
  const entries = ids.split(" ").map((parts, line) => {
    id = parts.split(".").map((part, depth) => part || id[depth]);
    return [id.join("."), said[line]];
  });
  if (entries.length !== said.length) throw new Error(`wording: ${entries.length} ids, ${said.length} sentences`);
  return Object.fromEntries(entries);
};
