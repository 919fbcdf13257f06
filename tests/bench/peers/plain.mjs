// The floor: the common rules written by hand in JavaScript. No language, no data, no partial answers.

import { answerFrom } from '../cases.mjs';

export function open() {
  return { decide };
}

function decide(facts) {
  const { applicant, residence } = facts;
  const represented = applicant === 'parent' || applicant === 'attorney';
  const said = [
    represented && fails(facts.representative_identity),
    residence === 'other_owner' && fails(facts.owner_identity),
    residence === 'other_owner' && facts.owner_consent !== 'original' && 'asks',
    residence === 'institution' && original(facts.institution_request),
    fails(facts.identity_document),
    facts.age === '16_17' && fails(facts.birth_certificate) && 'asks',
    applicant === 'parent' && original(facts.proof_of_authority),
    applicant === 'attorney' && (fails(facts.power_of_attorney) || original(facts.power_of_attorney)),
  ];
  const verdict = said.includes('fails') ? 'incomplete' : said.includes('asks') ? 'ask' : 'complete';
  return answerFrom(verdict, said);
}

const missing = (form) => form === 'none' && 'fails';
const fails = (form) => (form === 'none' || form === 'copy') && 'fails';
const original = (form) => missing(form) || (form !== 'original' && 'asks');
