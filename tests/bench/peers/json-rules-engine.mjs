// json-rules-engine, twice: 11 rules, one for each paper and outcome, with `any` where a paper is asked for in two situations;
// and 24 rules, one for each paper, form and situation. An event for each rule that holds.

import { Engine } from 'json-rules-engine';
import { answerFrom } from '../cases.mjs';
import { LAW, PAPERS } from '../law.mjs';

const is = ([fact, value]) => ({ fact, operator: 'equal', value });

const rule = (type, paper, all) => ({ conditions: { all }, event: { type, params: { paper } } });

const few = ({ paper, when, ...outcomes }) =>
  Object.entries(outcomes).filter(([, forms]) => forms.length > 0).map(([type, forms]) =>
    rule(type, paper, [{ any: when.map(is) }, { fact: paper, operator: 'in', value: forms }]),
  );

const many = ({ paper, when, ...outcomes }) =>
  Object.entries(outcomes).flatMap(([type, forms]) =>
    forms.flatMap((form) => when.map((situation) => rule(type, paper, [is(situation), is([paper, form])]))),
  );

/** @param {{ rules?: 11 | 24 }} host how many rules the law is written in */
export function open({ rules = 11 }) {
  const written = LAW.flatMap(rules === 11 ? few : many);
  if (written.length !== rules) throw new Error(`${written.length} rules, not ${rules}`);
  const engine = new Engine(written);
  return { decide: (facts) => decide(engine, facts) };
}

async function decide(engine, facts) {
  const { events } = await engine.run(facts);
  const said = Object.fromEntries(events.map(({ type, params }) => [params.paper, type]));
  const types = new Set(Object.values(said));
  const verdict = types.has('fails') ? 'incomplete' : types.has('asks') ? 'ask' : 'complete';
  return answerFrom(verdict, PAPERS.map((paper) => said[paper]));
}
