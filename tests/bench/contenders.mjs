// What a portal could pick, one row each. A row is served and run by name; `ready` puts it into a host: Node or a page.

import { facts } from './cases.mjs';

/**
 * @typedef {object} Contender
 * @property {string} title how the table calls it; its version comes in the place of `@`
 * @property {string} peer its file in `peers`
 * @property {object} [options] what the peer is opened with
 */

/** @type {Record<string, Contender>} */
export const CONTENDERS = {
  tirkeu: { title: 'Tirkeu, `check`: objects in, the whole report out', peer: 'tirkeu' },
  plain: { title: 'the rules written by hand in JavaScript (the floor)', peer: 'plain' },
  'json-logic': { title: 'json-logic-js @', peer: 'json-logic' },
  'json-rules-engine-11': { title: 'json-rules-engine @, 11 rules', peer: 'json-rules-engine', options: { rules: 11 } },
  'json-rules-engine-24': { title: 'json-rules-engine @, 24 rules', peer: 'json-rules-engine', options: { rules: 24 } },
  publicodes: { title: 'publicodes @', peer: 'publicodes' },
  surveyjs: { title: 'SurveyJS core @ (calculated values)', peer: 'surveyjs' },
  zen: { title: 'GoRules ZEN wasm @ (expressions)', peer: 'zen' },
};

/**
 * Opens a contender: `input` turns an application into what it takes, `decide` decides, `answer` gives what is compared.
 * @param {string} name
 * @param {{ peer: (file: string) => Promise<object>, tirkeu: () => Promise<object>, load: Function }} host
 */
export async function ready(name, host) {
  const { peer, options } = CONTENDERS[name];
  const { open } = await host.peer(peer);
  const { decide, answer = (said) => said, takesApplication } = await open({ ...host, ...options });
  return { decide, answer, input: takesApplication ? (application) => application : facts };
}
