// The module's second file as a script, a third bigger: where the file cannot be had.
export { default } from "./answer.wasm";
