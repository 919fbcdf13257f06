// SurveyJS core: a form whose calculated values are the rules; the verdict is one more of them. It decides the common rules and
// nothing of its own questions, pages or visibility, which is what it is made for. One model takes one application after another.

import { Model } from 'survey-core';
import { answerFrom } from '../cases.mjs';
import { LAW, PAPERS } from '../law.mjs';

const is = ([fact, value]) => `{${fact}} = '${value}'`;
const any = (conditions) => `(${conditions.join(' or ')})`;

function rule({ paper, when, fails, asks }) {
  const asked = any(when.map(is));
  const held = (forms) => `${asked} and ${any(forms.map((form) => is([paper, form])))}`;
  const told = (forms, outcome, rest) => (forms.length > 0 ? `iif(${held(forms)}, '${outcome}', ${rest})` : rest);
  return { name: `said_${paper}`, expression: told(fails, 'fails', told(asks, 'asks', `'fine'`)) };
}

const anyIs = (outcome) => any(PAPERS.map((paper) => is([`said_${paper}`, outcome])));

const VERDICT = {
  name: 'verdict',
  expression: `iif(${anyIs('fails')}, 'incomplete', iif(${anyIs('asks')}, 'ask', 'complete'))`,
};

export function open() {
  const questions = ['age', 'applicant', 'residence', ...PAPERS].map((name) => ({ type: 'text', name }));
  const model = new Model({ elements: questions, calculatedValues: [...LAW.map(rule), VERDICT] });
  return { decide: (facts) => decide(model, facts) };
}

function decide(model, facts) {
  model.data = facts;
  const said = PAPERS.map((paper) => model.getVariable(`said_${paper}`));
  return answerFrom(model.getVariable('verdict'), said);
}
