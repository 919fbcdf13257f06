// How a host's report is had in a portal that is built by tools: in place of www/check_loading.js.

/** The rules, ready to be asked. */
export const loadCheck = async () => {
  const module = await import("./browser.js");
  await module.default();
  return module;
};
