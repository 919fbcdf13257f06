// json-logic-js: one rule for each paper, which says `fails`, `asks` or `fine`, and one rule for the verdict.

import jsonLogic from 'json-logic-js';
import { answerFrom } from '../cases.mjs';
import { LAW } from '../law.mjs';

const is = ([fact, answer]) => ({ '==': [{ var: fact }, answer] });

const rule = ({ paper, when, fails, asks }) => ({
  if: [
    { '!': { or: when.map(is) } }, 'fine',
    { in: [{ var: paper }, fails] }, 'fails',
    { in: [{ var: paper }, asks] }, 'asks',
    'fine',
  ],
});

const RULES = LAW.map(rule);

const VERDICT = {
  if: [{ in: ['fails', { var: 'said' }] }, 'incomplete', { in: ['asks', { var: 'said' }] }, 'ask', 'complete'],
};

export function open() {
  return { decide };
}

function decide(facts) {
  const said = jsonLogic.apply(RULES, facts);
  return answerFrom(jsonLogic.apply(VERDICT, { said }), said);
}
