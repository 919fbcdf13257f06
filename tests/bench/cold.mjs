// The first answer of one contender in a fresh Node process, from the first line of this script, in milliseconds.

const begin = performance.now();
const [name, written] = process.argv.slice(2);
const [{ ready }, { node }] = await Promise.all([import('./contenders.mjs'), import('./node.mjs')]);
const { decide, input } = await ready(name, node);
await decide(input(JSON.parse(written)));
console.log(performance.now() - begin);
