// The module's third file as a script, a third bigger: where the file cannot be had.
export { default } from "./paper.wasm";
