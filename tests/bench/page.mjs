// A page as a host of contenders: one bundle for each, with the peer that the bundler puts in the place of `peer`.

import * as peer from 'peer';
import { ready } from './contenders.mjs';

const page = {
  peer: () => peer,
  tirkeu,
  load: (module, name) => module.default({ module_or_path: new URL(name, import.meta.url) }),
};

/** As the README says. */
async function tirkeu() {
  const module = await import(new URL('./check.js', import.meta.url).href);
  await module.default();
  return module;
}

/** The contender, and its first answer. */
export async function first(name, application) {
  const contender = await ready(name, page);
  const said = await contender.decide(contender.input(application));
  return { ...contender, said: contender.answer(said) };
}
