// The module's types as a person would use them; `types.test.mjs` compiles this file.

import init, { appeal, check, checkMany, questions } from 'check';

await init();

export const reports: Uint8Array = checkMany(new TextEncoder().encode('{"visit_date": "2026-12-01"}\n'));
export const beginning: Uint8Array = checkMany(new Uint8Array(), reports);

export { appeal, check, questions };
