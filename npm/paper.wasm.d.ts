/** The compiled module (`WebAssembly.Module`), where a tool or a server makes one of the file. */
declare const module: object;
export default module;
