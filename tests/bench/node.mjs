// Node as a host of contenders: npm's packages as npm lays them out, Tirkeu by `tirkeu/check-inline`, as in Chromium.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const file = (name) => `${process.env.TIRKEU_STAGE}/${name}`;

export const node = {
  peer: (name) => import(`./peers/${name}.mjs`),
  tirkeu: () => import(pathToFileURL(file('npm/node-inline.js'))),
  load: (module, name) => module.initSync({ module: readFileSync(file(name)) }),
};
