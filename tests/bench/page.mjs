// A page as a host of contenders: one bundle for each, with the peer that the bundler puts in the place of `peer`.

import * as peer from 'peer';
import { ready } from './contenders.mjs';

const page = {
  peer: () => peer,
  tirkeu: () => import(new URL('./check.js', import.meta.url).href),
  load: (module, name) => module.default({ module_or_path: new URL(name, import.meta.url) }),
};

/** The contender, and its first answer. */
export async function first(name, application) {
  const contender = await ready(name, page);
  const said = await contender.decide(contender.input(application));
  return { ...contender, said: contender.answer(said) };
}
