import webpack from "webpack";
import config from "./webpack.config.js";

webpack(config, (error, stats) => {
  if (error) throw error;
  console.log(stats.toString("errors-warnings"));
  process.exitCode = stats.hasErrors() || stats.hasWarnings() ? 1 : 0;
});
