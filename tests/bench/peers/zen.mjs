// GoRules ZEN: its module for browsers evaluates expressions, not decision tables; one expression says of each paper whether it
// fails or asks, and another gives the verdict. Both are read anew each time: the module keeps no expression.

import * as zen from '@gorules/zen-engine-wasm/dist/zen_engine_wasm.js';
import { answerFrom } from '../cases.mjs';
import { LAW } from '../law.mjs';

const is = ([fact, value]) => `${fact} == '${value}'`;
const any = (conditions) => `(${conditions.join(' or ')})`;

function rule({ paper, when, fails, asks }) {
  const held = (forms) => `${any(when.map(is))} and ${any(forms.map((form) => is([paper, form])))}`;
  const told = (forms, outcome, rest) => (forms.length > 0 ? `(${held(forms)} ? '${outcome}' : ${rest})` : rest);
  return told(fails, 'fails', told(asks, 'asks', `'fine'`));
}

const SAID = `[${LAW.map(rule).join(', ')}]`;
const VERDICT = `some(said, # == 'fails') ? 'incomplete' : (some(said, # == 'asks') ? 'ask' : 'complete')`;

export async function open({ load }) {
  await load(zen, 'zen_engine_wasm_bg.wasm');
  return { decide };
}

function decide(facts) {
  const said = zen.evaluateExpression(SAID, facts);
  return answerFrom(zen.evaluateExpression(VERDICT, { said }), said);
}
