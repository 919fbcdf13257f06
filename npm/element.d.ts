// `tirkeu/element` for tools that find it by its name alone.
export * from "./tirkeu.js";
