// The module as a script, a third bigger than its file: where the file cannot be had.
export { default } from "./check_bg.wasm";
