// Tirkeu, as a portal's script calls it: a whole application in, the whole report out, both plain objects.

import { answerOf } from '../cases.mjs';

export async function open({ tirkeu, load }) {
  const module = await tirkeu();
  await load?.(module, 'check_bg.wasm');
  return { decide: module.check, answer: answerOf, takesApplication: true };
}
