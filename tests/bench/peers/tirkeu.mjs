// Tirkeu, as a portal's script calls it: a whole application in, the whole report out, both plain objects.

import { answerOf } from '../cases.mjs';

export async function open({ tirkeu }) {
  const { check } = await tirkeu();
  return { decide: check, answer: answerOf, takesApplication: true };
}
