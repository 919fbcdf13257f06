// What is begun once, however many ask for it.

/** Does it once for all who ask, and again for who asks after it failed. */
export const once = (act) => {
  let doing;
  return (...given) => (doing ??= act(...given).catch((error) => {
    doing = undefined;
    throw error;
  }));
};
