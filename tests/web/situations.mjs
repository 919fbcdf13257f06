// People before the page: what each of them would answer, and how they go through it.
//
// This file must not know which question comes when: that is the page's.

/**
 * What somebody would answer, by the id of the question; `documents` is for every paper that has no answer of its own.
 * @typedef {Record<string, string> & { documents?: string }} Answers
 */

/** @type {Answers} */
const ADULT = {
  status: 'foreigner', age: 'adult', incapacitated: 'no', applicant: 'self',
  service: 'permanent', residence: 'other_owner', owner_present: 'yes', documents: 'original',
};

/** @type {Answers} */
const CHILD = { ...ADULT, age: 'under_14', applicant: 'parent' };

/**
 * The common situations: the people of each, the verdict they reach, and the most taps that this may take.
 * @type {Record<string, { people: Answers[], verdict: string, taps?: number }>}
 */
export const SITUATIONS = {
  'an adult in someone else’s flat': { people: [ADULT], verdict: 'complete', taps: 11 },
  'an adult in their own flat': { people: [{ ...ADULT, residence: 'own' }], verdict: 'complete', taps: 8 },
  'an adult in a flat of several owners': { people: [{ ...ADULT, residence: 'co_owned' }], verdict: 'complete', taps: 11 },
  'an adult in state housing': { people: [{ ...ADULT, residence: 'state_housing' }], verdict: 'ask', taps: 8 },
  'a stateless person in a hostel': {
    people: [{ ...ADULT, status: 'stateless', residence: 'institution' }], verdict: 'complete', taps: 9,
  },
  'a refugee in someone else’s flat': { people: [{ ...ADULT, status: 'refugee' }], verdict: 'complete', taps: 10 },
  'an adult for whom a holder of a power of attorney applies': {
    people: [{ ...ADULT, applicant: 'attorney' }], verdict: 'complete',
  },
  'a trustee for someone of 16': {
    people: [{ ...ADULT, age: '16_17', applicant: 'trustee' }], verdict: 'complete',
  },
  'a parent with a child of 5': { people: [ADULT, CHILD], verdict: 'ask' },
  'two parents with two children': { people: [ADULT, ADULT, CHILD, CHILD], verdict: 'ask' },
  'an asylum seeker in a hostel': {
    people: [{ ...ADULT, status: 'asylum_seeker', residence: 'institution' }], verdict: 'complete', taps: 8,
  },
  'a refugee with a child of 5': {
    people: [{ ...ADULT, status: 'refugee' }, { ...CHILD, status: 'refugee' }], verdict: 'ask',
  },
  'someone of 15 on a temporary stay': {
    people: [{ ...ADULT, age: '14_15', applicant: 'parent', service: 'temporary' }], verdict: 'ask',
  },
  'an adult whose owner does not come': { people: [{ ...ADULT, owner_present: 'no' }], verdict: 'incomplete', taps: 11 },
  'a child of 5 on a temporary stay': { people: [{ ...CHILD, service: 'temporary' }], verdict: 'not_this_service' },
  'a visitor': { people: [{ ...ADULT, status: 'visitor' }], verdict: 'not_this_service', taps: 2 },
};

/** What leads to each verdict. */
export const VERDICTS = {
  complete: { people: [ADULT] },
  ask: { people: [{ ...ADULT, residence: 'state_housing' }] },
  incomplete: { people: [{ ...ADULT, owner_identity: 'none' }] },
  not_this_service: { people: [{ ...ADULT, status: 'citizen' }] },
  undecided: { people: [{ ...ADULT, residence: 'unknown' }] },
  not_covered: { people: [ADULT], visitDate: '2024-03-15' },
};

/** The button that a question is answered with. */
export function answerTo(question, people) {
  const { person, subject, kind } = question;
  const answers = people[person ?? 0];
  const answer = answers[subject] ?? (kind === 'hold' ? answers.documents : undefined);
  if (answer === undefined) throw new Error(`no answer to ${person ?? 'all'}: ${subject}`);
  const who = person ?? '';
  return answer === 'unknown' ? `unknown:${who}:${subject}:` : `${kind}:${who}:${subject}:${answer}`;
}

/** Answers whatever the page asks until it asks no more; gives the taps that this took. */
export async function answerAll(page, people, most = 100) {
  for (let taps = 0; taps <= most; taps += 1) {
    const question = await page.question();
    if (!question) return taps;
    await page.tap(answerTo(question, people));
  }
  throw new Error(`after ${most} taps the page still asks: ${JSON.stringify(await page.question())}`);
}

/** From the start to the answer; gives the taps. */
export async function goThrough(page, { people, visitDate }) {
  await page.tap('go::check:');
  if (visitDate) await page.fill('visit-date', visitDate);
  let taps = 1 + (await answerAll(page, people.slice(0, 1)));
  for (let count = 2; count <= people.length; count += 1) {
    await page.tap('add_person');
    taps += 1 + (await answerAll(page, people.slice(0, count)));
  }
  return taps;
}
