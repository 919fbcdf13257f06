export default {
  mode: "production",
  target: "node20",
  entry: "../../portal/server.js",
  output: { path: `${import.meta.dirname}/built/server`, filename: "main.cjs" },
};
