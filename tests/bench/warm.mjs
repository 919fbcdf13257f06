// One application of one contender in a fresh Node process, everything warm, in microseconds.

import { ready } from './contenders.mjs';
import { node } from './node.mjs';
import { oneApplication } from './timing.mjs';

const [name, options] = process.argv.slice(2);
console.log(await oneApplication(await ready(name, node), JSON.parse(options ?? '{}')));
