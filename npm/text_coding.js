// What jsdom has forgotten, for the tests of a portal: put into node.cjs alone.
export { TextDecoder, TextEncoder } from "node:util";
