// `tirkeu/element` for tools that find it by its name alone.
import "./tirkeu.js";
