// The cases: whole applications of one person, in every situation that the common rules tell apart.
//
// The common rules are the part of section 4 that every contender can say without distorting its own language: a foreigner,
// adult or 16 to 17, who applies in person, through an attorney or, the younger, through a parent, and lives in a place of another
// owner who comes along, in an institution or, applying in person, in a place of their own. Eight papers, each held in one of four
// forms; a paper fails the set, leaves something to ask, or neither.

import { LAW, PAPERS } from './law.mjs';

const FORMS = ['original', 'electronic', 'copy', 'none'];

const OF_APPLICATION = new Set(PAPERS.slice(0, 4));

/** Who is registered, who applies for them, where they will live. */
const SITUATIONS = [
  ['adult', 'self'],
  ['adult', 'attorney'],
  ['16_17', 'parent'],
].flatMap(([age, applicant]) =>
  ['own', 'other_owner', 'institution'].map((residence) => ({ age, applicant, residence })),
).filter(({ applicant, residence }) => residence !== 'own' || applicant === 'self');

/** Ten times each situation, with the papers it asks for; the same ones every time. */
export function cases(times = 10) {
  const random = numbers(2026);
  return Array.from({ length: times }, () => SITUATIONS).flat().map((situation) => application(situation, random));
}

/** Mulberry32, from a fixed seed. */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every other paper is an original, so that not every set fails. */
function application({ age, applicant, residence }, random) {
  const form = () => (random() < 0.5 ? FORMS[0] : FORMS[Math.floor(random() * 4)]);
  const held = (papers) => Object.fromEntries(papers.map((paper) => [paper, { form: form() }]));
  const asked = askedFor({ age, applicant, residence });
  const isShared = (paper) => OF_APPLICATION.has(paper);
  const person = { status: 'foreigner', age, ...(age === 'adult' && { incapacitated: 'no' }), applicant };
  const hasOwner = residence === 'other_owner';
  return {
    visit_date: '2026-12-01',
    answers: { service: 'permanent', residence, ...(hasOwner && { owner_present: 'yes' }) },
    documents: held(asked.filter(isShared)),
    people: [{ answers: person, documents: held(asked.filter((paper) => !isShared(paper))) }],
  };
}

function askedFor(answers) {
  const asked = LAW.filter(({ when }) => when.some(([fact, answer]) => answers[fact] === answer));
  return asked.map(({ paper }) => paper);
}

/** The flat facts that the peers take: three answers, and how each paper is held. */
export function facts({ answers, documents, people: [person] }) {
  const held = { ...documents, ...person.documents };
  const { age, applicant } = person.answers;
  const forms = PAPERS.map((paper) => [paper, held[paper]?.form ?? 'none']);
  return { age, applicant, residence: answers.residence, ...Object.fromEntries(forms) };
}

const FAILING = new Set(['missing', 'form_not_accepted', 'expired', 'absent', 'not_entitled']);

/** What is compared: the verdict, what fails and what is to be asked, from a report. */
export function answerOf({ verdict, findings }) {
  const those = (fits) => findings.filter(({ status }) => fits(status)).map(({ requirement }) => requirement);
  return { verdict, fails: those((status) => FAILING.has(status)), asks: those((status) => status === 'ask') };
}

/** The same from what a peer says of each paper: `fails`, `asks` or anything else. */
export function answerFrom(verdict, said) {
  const those = (word) => PAPERS.filter((_, index) => said[index] === word);
  return { verdict, fails: those('fails'), asks: those('asks') };
}
