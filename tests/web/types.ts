// The module's types as a person would use them; `types.test.mjs` compiles this file.

import init, { appeal, check, questions } from 'check';

await init();

export { appeal, check, questions };
