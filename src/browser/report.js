// The report as a plain object, made of the numbers that `src/wire/numbers.rs` writes: an object whose keys stand here is made at once,
// where one that is told key by key costs ten times as much. And a refusal as what is thrown.

/** What the numbers mean: the ids of each list, and the days of each edition. */
let verdicts, procedures, counters, reasons, requirements, statuses, bases, forms, citations, facts, documents, answers, editions;

export function learn(meaning) {
  const lists = meaning.split('\n').map((line) => line.split(' '));
  [verdicts, procedures, counters, reasons, requirements, statuses, bases, forms, citations, facts, documents, answers] = lists;
  editions = lists.slice(12);
}

/** A refusal, with the place in the application at which it is. */
export function refusal(message, path) {
  return Object.assign(new Error(message), { path });
}

let numbers, at;

export function report(told) {
  numbers = told;
  at = 7;
  const [edition = null, read = null, reviewed = null] = told[1] === 0 ? [] : editions[told[1] - 1];
  return {
    verdict: verdicts[told[0]],
    edition,
    sources_read: read,
    reviewed,
    stale: told[2] === 1,
    upcoming: told[3] === 0 ? null : { edition: editions[told[3] - 1][0], verdict: verdicts[told[4]] },
    procedures: those(procedures, told[5]),
    counters: those(counters, told[6]),
    elsewhere: each(elsewhere),
    findings: each(finding),
    unanswered: each(question),
    fix: each(fix),
  };
}

function each(one) {
  const count = numbers[at++];
  const all = [];
  for (let left = count; left > 0; left -= 1) all.push(one());
  return all;
}

/** The members of a list whose bits are set. */
function those(list, bits) {
  const members = [];
  for (let left = bits; left !== 0; left &= left - 1) members.push(list[31 - Math.clz32(left & -left)]);
  return members;
}

const place = () => {
  const counted = numbers[at++];
  return counted === 0 ? null : counted - 1;
};

const elsewhere = () => ({ person: place(), reason: reasons[numbers[at++]] });

function finding() {
  const requirement = requirements[numbers[at++]];
  const person = place();
  const status = statuses[numbers[at]];
  const basis = numbers[at + 1], accepts = numbers[at + 2];
  const sources = sourcesOf(numbers[at + 3], numbers[at + 4]);
  at += 5;
  if (basis === 0) return { requirement, person, status, sources };
  if (accepts === 0) return { requirement, person, status, basis: bases[basis - 1], sources };
  return { requirement, person, status, basis: bases[basis - 1], accepts: those(forms, accepts - 1), sources };
}

/** Lists of sources that came before, each to be copied: there are few. One stands in a place that its bits give, until another does. */
const known = [...new Uint8Array(256)].map(() => ({ low: 0, high: 0, sources: [] }));

function sourcesOf(low, high) {
  const place = known[(low ^ (low >>> 13) ^ (high << 3)) & 255];
  if (place.low !== low || place.high !== high) {
    Object.assign(place, { low, high, sources: [...those(citations, low), ...those(citations.slice(32), high)] });
  }
  return place.sources.slice();
}

function question() {
  const kind = numbers[at], index = numbers[at + 1];
  at += 2;
  return kind === 0 ? { fact: facts[index], person: place() } : { document: documents[index], person: place() };
}

function fix() {
  const requirement = requirements[numbers[at++]];
  const person = place();
  const kind = numbers[at++];
  if (kind === 0) return { requirement, person, bring: those(forms, numbers[at++]) };
  if (kind === 1) return { requirement, person, owner_present: those(answers, numbers[at++]) };
  return { requirement, person, apply_as: each(candidate) };
}

const candidate = () => ({ applicant: answers[numbers[at++]], needs: each(() => documents[numbers[at++]]) });
