// Asks how a language says an id; undefined where it says nothing.
export const sentence = (say, id) => say(id);
