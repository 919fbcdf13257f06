// publicodes: one rule for each paper, which says `fails`, `asks` or `fine`, and one rule for the verdict, in its French words.

import Engine from 'publicodes';
import { answerFrom } from '../cases.mjs';
import { LAW, PAPERS } from '../law.mjs';

const FACTS = ['age', 'applicant', 'residence', ...PAPERS];
const name = (fact) => fact.replaceAll('_', ' ');
const said = (paper) => `said of ${name(paper)}`;

const is = ([fact, value]) => `${name(fact)} = '${value}'`;
const any = (conditions) => ({ 'une de ces conditions': conditions });

function rule({ paper, when, fails, asks }) {
  const held = (forms) => any(forms.map((form) => is([paper, form])));
  const variation = (forms, outcome) =>
    forms.length > 0 ? [{ si: { 'toutes ces conditions': [any(when.map(is)), held(forms)] }, alors: outcome }] : [];
  return { variations: [...variation(fails, "'fails'"), ...variation(asks, "'asks'"), { sinon: "'fine'" }] };
}

const anyIs = (outcome) => any(PAPERS.map((paper) => `${said(paper)} = '${outcome}'`));

const VERDICT = {
  variations: [
    { si: anyIs('fails'), alors: "'incomplete'" },
    { si: anyIs('asks'), alors: "'ask'" },
    { sinon: "'complete'" },
  ],
};

export function open() {
  const facts = FACTS.map((fact) => [name(fact), { type: 'texte' }]);
  const papers = LAW.map((law) => [said(law.paper), rule(law)]);
  const engine = new Engine({ ...Object.fromEntries([...facts, ...papers]), verdict: VERDICT });
  return { decide: (facts) => decide(engine, facts) };
}

function decide(engine, facts) {
  engine.setSituation(Object.fromEntries(FACTS.map((fact) => [name(fact), `'${facts[fact]}'`])));
  const verdict = engine.evaluate('verdict').nodeValue;
  return answerFrom(verdict, PAPERS.map((paper) => engine.evaluate(said(paper)).nodeValue));
}
