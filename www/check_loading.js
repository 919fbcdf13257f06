// How a host's report is had: the rules' own module, beside this script. The npm package has npm/check_loading.js in its place.

let tries = 0;
/** A script that could not be had: some browsers never ask for it again, but for one of another address. */
const anew = (path) => import(`${path}?${(tries += 1)}`);

/** The rules, ready to be asked. */
export const loadCheck = async () => {
  const module = await import("./check.js").catch(() => anew("./check.js"));
  await module.default({ module_or_path: new URL("./check_bg.wasm", import.meta.url) });
  return module;
};
