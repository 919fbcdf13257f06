/** Which release this is, as `major.minor.patch`. */
export const version: string;

export namespace check {
  /** Which release this is: `version`. */
  const version: string;
}

/** Where the module comes from: its address, a server's answer, its bytes, or a compiled `WebAssembly.Module`. */
export type ModuleSource = string | ArrayBuffer | ArrayBufferView | object;

/** Starts the rules at once, in a browser; on a server they are ready when they are imported, and it does nothing. */
export function initSync(from: { module: ArrayBuffer | ArrayBufferView | object }): unknown;

/**
 * Loads the rules; without being told where from, by itself. Nothing can be asked before that in a browser. On a server they are ready
 * when they are imported, and it does nothing.
 */
export default function init(from?: { module_or_path: ModuleSource | Promise<ModuleSource> }): Promise<unknown>;
