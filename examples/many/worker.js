import init, { checkMany } from "/tirkeu/check.js";

const ready = init();
onmessage = ({ data: lines }) => ready.then(() => postMessage(checkMany(lines)));
