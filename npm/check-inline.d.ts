export * from "./check.js";
export { default } from "./check.js";
