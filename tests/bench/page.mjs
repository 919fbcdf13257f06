// A page as a host of contenders: one bundle for each, with the peer that the bundler puts in the place of `peer`, and ours, for
// ourselves, in the place of `check`.

import * as check from 'check';
import * as peer from 'peer';
import { ready } from './contenders.mjs';

const page = {
  peer: () => peer,
  tirkeu,
  load: (module, name) => module.default({ module_or_path: new URL(name, import.meta.url) }),
};

/** From one script, in a bundle as every other contender. */
async function tirkeu() {
  await check.default();
  return check;
}

/** The contender, and its first answer. */
export async function first(name, application) {
  const contender = await ready(name, page);
  const said = await contender.decide(contender.input(application));
  return { ...contender, said: contender.answer(said) };
}
