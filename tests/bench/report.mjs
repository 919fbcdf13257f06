// The measured figures as sections of docs/BENCHMARKS.md.

import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { cases } from './cases.mjs';

const row = (...cells) => `| ${cells.join(' | ')} |`;
const figure = (value, digits = 3) =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(digits)));
const count = (value) => value.toLocaleString('en');

function table(heads, rows) {
  const line = heads.map((_, index) => (index === 0 ? '---' : '---:'));
  return [row(...heads), `|${line.join('|')}|`, ...rows.map((cells) => row(...cells))].join('\n');
}

/** Where and when. @param {number[]} loads what else ran, at the beginning and at the end */
export function machine(loads) {
  const said = (program, ...words) => execFileSync(program, words, { encoding: 'utf8' }).trim();
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${processors.length} × ${processors[0].model.trim()}, ${memory} GiB, Linux; ${said('rustc', '--version')}, Node ${process.version},
${said('chromium', '--version').replace(/ built on.*| snap/g, '')} without a screen. Load of the machine (1 minute): ${loads.map((load) => load.toFixed(1)).join(' before, ')} after.`;
}

export const load = () => loadavg()[0];

export function beside({ rows, verdicts, native }) {
  const ours = rows.find(({ name }) => name === 'tirkeu');
  const ratio = (value, to) => `${figure(value)} (${figure(value / to, 2)})`;
  const cells = ({ title, node, chromium }) => [
    title,
    ratio(node.cold, ours.node.cold),
    ratio(chromium.cold, ours.chromium.cold),
    ratio(node.warm, ours.node.warm),
    ratio(chromium.warm, ours.chromium.warm),
  ];
  const heads = ['', 'first answer in Node, ms', 'first answer in Chromium, ms', 'one application in Node, µs', 'in Chromium, µs'];
  const parts = ['decode', 'evaluate', 'encode', 'all'].map((part) => figure(native[part]));
  return `## Beside what a portal could pick

The same cases (${verdicts}) with the same answers, checked before anything is measured: what
the command line says of a case, every contender says, verdict and papers. The common rules are eight papers in seven situations of one person, whole answers only; each
contender says them in its own language (\`tests/bench/peers\`). In brackets: how many times ours. The first answer is counted from the
first line of script in a fresh process or profile, with loading and building the rules, in Chromium each contender as one bundle; one application is warm, the median of passes
over all cases; all are medians over several runs. The peers get flat facts, ours the whole application, and gives the whole report.

${table(heads, rows.map(cells))}

Plain JavaScript is faster than any module that objects must be carried into, and decides none of the rest: partial answers, exactly.

Natively, one application, µs: decoding JSON text ${parts[0]}, \`tirkeu::check\` ${parts[1]}, encoding the report ${parts[2]}; all of it ${parts[3]}.`;
}

export function firstVerdict(rows) {
  const ms = (value) => count(Math.round(value));
  const heads = ['', 'beginning in view', 'first question in view', 'asked by the element', 'five lines: script to first verdict'];
  const cells = ({ title, start, question, ready, verdict }) => [title, ms(start), ms(question), ms(ready), ms(verdict)];
  const slow = rows.find(({ roundTrip }) => roundTrip);
  const when = (after) => `${ms(Math.abs(after))} ms ${after < 0 ? 'before' : 'after'} the page itself had come`;
  const late = Object.entries(slow.late).map(([file, after]) => `\`${file}\` was asked for ${when(after)}`).join(', ');
  const holds = Object.values(slow.late).every((after) => after <= slow.roundTrip) ? 'no waterfall' : '**a waterfall**';
  return `## First verdict

Chromium, a fresh profile each time, files compressed with brotli as a portal would serve them; milliseconds, medians. The first three
are counted from the navigation until the frame is drawn. The page itself holds the beginning and the first question: the beginning is tapped once it is
drawn, and what it brings can be answered, whether the element is there or not; then the element takes over, and takes the answer up. The last is counted from the first line of a script that does what the README's five lines do: load \`check.js\`, then the module, then check.

${table(heads, rows.map(cells))}

At ${slow.roundTrip} ms a request ${late}; the wording stands in the page. At most one round trip after it, hence ${holds}.`;
}

/** One application by parts. */
export function checkParts(rows) {
  const heads = ['', 'the object is packed', 'unpacked, decided, told in numbers (the module)', 'the report is made an object', 'memory is given back', 'what is around it'];
  const cells = ({ title, packed, decided, made, collected, around }) => [title, ...[packed, decided, made, collected, around].map((time) => figure(time, 2))];
  return `## One application by parts

Warm, over the cases of the table above, µs; how much of the time is whose is the engine's own sampling.

${table(heads, rows.map(cells))}`;
}

/** From the navigation to the first question, and the largest of its parts. */
export function parts(rows) {
  const ms = (value) => count(Math.round(value));
  const heads = ['processor', 'page came', 'files came', 'first paint', 'script runs', 'module compiled', 'the element’s beginning there', 'its question there', 'drawn'];
  const cells = ({ slower, page, files, module, paint, script, compiled, tapped, asked, question }) =>
    [`${slower} times slower`, ...[page, Math.max(files, module), paint, script, compiled, tapped, asked, question].map(ms)];
  const held = ['processor', 'all work of the page’s thread', 'script and module', 'style', 'layout', 'parsing, painting and the rest'];
  const work = ({ ofAll, ofScript, ofStyle, ofLayout }) => [ofAll, ofScript, ofStyle, ofLayout, ofAll - ofScript - ofStyle - ofLayout];
  const worked = (row) => [`${row.slower} times slower`, ...work(row).map(ms)];
  const [all, ...each] = work(rows.at(-1));
  const largest = Math.max(...each);
  return `## Where the time goes

From the navigation until the element asks the first question, in Chromium, without a slow network and without a tap before it, a fresh profile each time,
milliseconds, medians; what comes behind the first question is held back. First when each thing had happened:

${table(heads, rows.map(cells))}

Then what the page's thread did until then:

${table(held, rows.map(worked))}

The largest part on the slowest processor is ${held[each.indexOf(largest) + 2]}: ${Math.round((largest / all) * 100)} in 100.`;
}

export function growth({ people, lines, unknown, again, anew }) {
  const mib = (kib) => figure(kib / 1024, 2);
  const ofPeople = ({ count: people, native, module }) =>
    [count(people), figure(native.milliseconds), mib(native.kib), figure(module.milliseconds), mib(module.kib)];
  const ofLines = ({ count: lines, one, two, module, many }) => {
    const cells = ({ milliseconds }) => [count(Math.round(milliseconds)), count(Math.round((lines / milliseconds) * 1000))];
    const inModule = module ? [...cells(module), mib(module.kib), ...cells(many), mib(many.kib)] : ['', '', '', '', '', ''];
    return [count(lines), ...cells(one), mib(one.kib), ...cells(two), mib(two.kib), ...inModule];
  };
  const perSecond = (lines, { milliseconds }) => Math.round((lines / milliseconds) * 1000);
  const [most] = lines.slice(-1);
  const warmest = lines.filter(({ warm }) => warm).at(-1);
  const times = (faster) => figure(most.one.milliseconds / faster, 3);
  const heads = ['people in one application', 'natively, ms', 'peak, MiB', 'in the module, ms', 'its memory, MiB'];
  const lineHeads = ['lines', 'one core, ms', 'a second', 'peak, MiB', 'two cores, ms', 'a second', 'peak, MiB'];
  return `## Growth

Natively: \`tirkeu check\` from the start of the program to its end, with its peak resident memory. In the module: \`check\` in Node with
plain objects (JSON text parsed first, for lines), and the module's own memory, which never shrinks.

${table(heads, people.map(ofPeople))}

Applications, one a line, each on another day than those like it among the quarter of a million before, through \`tirkeu check --lines\`, and one after another
through \`check\`, and many at once through \`checkMany\`, in the module:

${table([...lineHeads, 'module, ms', 'a second', 'its memory, MiB', '`checkMany`, ms', 'a second', 'its memory, MiB'], lines.map(ofLines))}

Of ${count(most.count)} lines two cores answer ${times(most.two.milliseconds)} times as many a second as one. Two programs at once, a core each, answer
${times(most.apart.milliseconds / 2)} times as many as one alone: so much the machine allows.

What was answered before is answered by what was written: line by line where it comes again letter for letter, and by its situation where no more than days
differ that decide nothing, as in the table. The ${count(cases().length)} cases in turn on one day, each line as before: ${count(perSecond(again.count, again.native))} lines a second on one core, ${count(perSecond(again.moduleCount, again.many))} through \`checkMany\`, warm. In the table above the
module has just been loaded, and the engine compiles it while it works; warm, after the same lines once before, \`checkMany\` answers ${count(perSecond(warmest.count, warmest.warm))} a second of them.
With all eight papers in each line, of which no two lines hold the same, every line is decided: ${count(perSecond(anew.count, anew.native))} a second on one core,
${count(perSecond(anew.moduleCount, anew.many))} through \`checkMany\`, warm.

Nothing known of anybody, which is the most that an evaluation ever has to go through:

${table(heads, unknown.map(ofPeople))}

It is bounded because people are independent of one another once the service and the set of applicants are fixed. A person has at most 123 ways of
filling in what is unknown for permanent and 113 for temporary registration, each looked at once and folded into the sets of applicants that may occur:
at most 2⁶ = 64. The application then has at most 63 × 15 = 945 ways, however many people there are: 236 · n + 945, twice where an edition is
still to come. Not the 123ⁿ · 945 of going through all.`;
}

export function list({ pages, lines, module }) {
  const ms = (value) => count(Math.round(value));
  const heads = ['', 'first sign', 'rows counted', 'answer shown', 'result made', 'request shown', 'cancelled', 'the page’s thread held, least', 'most', 'SheetJS and rules by hand: answer', 'its result made'];
  const cells = ({ title, file, page, peer }) => [
    `${title}, from ${file.endsWith('csv') ? 'CSV' : 'XLSX'}`,
    ...[page.told, page.counted, page.answered, page.written, page.requested, page.cancelled, page.held, page.mostHeld].map(ms),
    ...(peer ? [ms(peer.answered), ms(peer.saved)] : ['', '']),
  ];
  const per = ({ rows, milliseconds }) => figure((milliseconds / rows) * 1000, 2);
  const [text, book] = ['bench.csv', 'bench.xlsx'].map((file) => module[file]);
  return `## A whole list

10,000 rows of 12 columns on the page as it is served, milliseconds from the act until it is drawn, of five runs the least: what else the machine
does only ever adds. The held thread also by its most, since what must never be is not told by the least. The held thread is the longest that a timer of the page, always due, had to wait while the list was read, checked, written and its request built. SheetJS 0.18.5 reads the same workbook in the same browser's page, the rules of \`peers/plain.mjs\` decide each row, SheetJS writes; it tells no
fault, knows no synonym, and holds the page all the while. Chromium slows the page's thread alone, not a worker: at a sixth of the speed the work is done
without one, in slices, and the page is held as long as the longest of them.

${table(heads, pages.map(cells))}

${goalsOfList({ pages, lines, module })}

In the module, in Node: the longest slice, in which a cancelled work goes on, is ${ms(text.slice)} ms from CSV and ${ms(book.slice)} ms from XLSX; its memory after two lists of each ${ms(book.mib)} MiB.

Natively, \`tirkeu list\` from the start of the program to its end, with the result written:

${table(['rows', 'ms', 'µs a row', 'peak, MiB'], lines.map((line) => [count(line.rows), ms(line.milliseconds), per(line), figure(line.kib / 1024, 2)]))}`;
}

/** The figures of a whole list beside what they are to be, from the same run; SheetJS with the rules by hand where it did the same. */
function goalsOfList({ pages, lines, module }) {
  const worked = pages.filter(({ inPage }) => !inPage);
  const most = (among, of) => Math.max(...among.map(of));
  const whole = ({ page }) => page.answered + page.written;
  const row = (what, value, limit, unit, beside = '') => [what, `${count(Math.round(value))} ${unit}`, `at most ${count(limit)} ${unit}`, value <= limit ? 'yes' : '**no**', beside];
  const engines = [...new Set(worked.map(({ engine }) => engine))];
  const ofEngine = engines.map((engine) => {
    const own = worked.filter((page) => page.engine === engine);
    const { peer } = own.find(({ peer }) => peer) ?? {};
    return row(`answered and saved, ${own[0].title}`, most(own, whole), 2000, 'ms', peer ? `${count(Math.round(peer.answered + peer.saved))} ms` : '');
  });
  const slow = pages.filter(({ slower }) => slower);
  const slowPeer = slow.find(({ peer }) => peer)?.peer;
  const perRow = ({ rows, milliseconds }) => milliseconds / rows;
  const [first, last] = [lines.find(({ rows }) => rows === 10_000) ?? lines[0], lines.at(-1)];
  const grows = perRow(last) / perRow(first);
  const cells = [
    ...ofEngine,
    row('answered and saved at a sixth of the speed', most(slow, whole), 10_000, 'ms', slowPeer ? `${count(Math.round(slowPeer.answered + slowPeer.saved))} ms` : ''),
    row('first sign that it works', most(worked, ({ page }) => page.told), 200, 'ms', 'none'),
    row('first rows counted', most(worked, ({ page }) => page.counted), 200, 'ms', 'none'),
    row('cancelled', most(worked, ({ page }) => page.cancelled), 100, 'ms', 'cannot be'),
    row('the page’s thread held, the most of all runs, with a worker', most(worked, ({ page }) => page.mostHeld), 50, 'ms', 'all the while'),
    row('memory of the module', most(Object.values(module), ({ mib }) => mib), 128, 'MiB'),
    [`a row of ${count(last.rows)} natively, of one of ${count(first.rows)}`, `${figure(grows, 2)} times`, 'as long, within a quarter', grows <= 1.25 ? 'yes' : '**no**', ''],
  ];
  return table(['', 'measured, the worst of its kind', 'goal', 'holds', 'SheetJS and rules by hand'], cells);
}

/** Which of the goals hold, from the same run. */
export function goals({ rows, first, growth }) {
  const of = (name) => rows.find((row) => row.name === name);
  const [ours, peer] = [of('tirkeu'), of('json-rules-engine-11')];
  const slow = (fits) => first.find(fits).question;
  const most = growth.lines.at(-1);
  const inModule = growth.lines.filter(({ many }) => many).at(-1);
  const atMost = (what, value, limit, unit) => [what, `${figure(value)} ${unit}`, `at most ${count(limit)}`, value <= limit ? 'yes' : '**no**'];
  const atLeast = (what, value, limit, unit) => [what, `${figure(value)} ${unit}`, `at least ${count(limit)}`, value >= limit ? 'yes' : '**no**'];
  const cells = [
    atMost('first question, processor 20 times slower', slow(({ slower }) => slower === 20), 1500, 'ms'),
    atMost('first question, processor 4 times slower, 1.6 Mbit/s, 300 ms', slow(({ slower, roundTrip }) => slower === 4 && roundTrip), 2200, 'ms'),
    atMost('first answer in Chromium, of json-rules-engine’s (11 rules)', ours.chromium.cold / peer.chromium.cold, 0.7, 'of it'),
    atMost('first answer in Node, of json-rules-engine’s (11 rules)', ours.node.cold / peer.node.cold, 0.5, 'of it'),
    atMost('one application in Node', ours.node.warm, 4, 'µs'),
    atMost('one application in Chromium', ours.chromium.warm, 6, 'µs'),
    atMost('one of many through `checkMany` in Node, where most come again', (growth.again.many.milliseconds / growth.again.moduleCount) * 1000, 1.5, 'µs'),
    atMost('one of many through `checkMany` in Node, where they differ in their days', (inModule.warm.milliseconds / inModule.count) * 1000, 1.5, 'µs'),
    atMost('nothing known of one person, in Node', growth.unknown[0].module.milliseconds * 1000, 40, 'µs'),
    atLeast('applications a second natively, one core', (most.count / most.one.milliseconds) * 1000, 400_000, ''),
    atLeast('two cores, of what two programs reach', most.apart.milliseconds / 2 / most.two.milliseconds, 0.9, 'of it'),
  ];
  return `## Goals\n\n${table(['', 'measured', 'goal', 'holds'], cells)}`;
}
