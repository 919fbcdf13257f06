// The module for codes as a script, a third bigger: where the file cannot be had.
export { default } from "./code_bg.wasm";
