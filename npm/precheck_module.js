// The module's first file as a script, a third bigger: where the file cannot be had.
export { default } from "./precheck_bg.wasm";
