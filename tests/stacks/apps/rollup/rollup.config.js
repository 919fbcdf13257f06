import resolve from "@rollup/plugin-node-resolve";

/** The portal's own style sheet is none of Rollup's business. */
const css = { name: "css", transform: (_, id) => (id.endsWith(".css") ? "" : null) };

export default {
  input: "../../portal/main.js",
  output: { dir: "built", format: "es" },
  plugins: [css, resolve()],
  onwarn: ({ message }) => { throw new Error(message); },
};
