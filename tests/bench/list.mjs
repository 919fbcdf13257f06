// A whole list in the module, and beside it what SheetJS takes to read and write the same: 10,000 rows of 12 columns.
//
// `cargo xtask site`, then `node tests/bench/list.mjs [ROWS]`. SheetJS is measured where it is installed (`npm install --no-save xlsx`).

import { readFileSync } from 'node:fs';
import { initSync, Roll } from '../../target/list/list.js';

const ROWS = Number(process.argv[2] ?? 10_000);
const RUNS = 5;

const wasm = initSync({ module: readFileSync(new URL('../../target/list/list_bg.wasm', import.meta.url)) });
const wordings = ['kk', 'ru', 'en'].flatMap((name) => [name, readFileSync(new URL(`../../www/wording/${name}.json`, import.meta.url), 'utf8')]);

const HEAD = ['№', 'ФИО', 'Комната', 'Статус', 'Дата рождения', 'ИИН', 'Паспорт', 'Срок действия', 'Кто подаёт', 'Дееспособность нарушена', 'Семья', 'Примечание'];
const row = (n) => [
  `${n}`, `Фамилия ${n} Имя ${n % 97}`, `${n % 400}`, n % 7 ? 'ВНЖ' : 'беженец', `${10 + (n % 18)}.0${1 + (n % 9)}.${1950 + (n % 60)}`, '', n % 3 ? 'оригинал' : 'копия',
  '31.12.2030', 'сам', 'нет', '', `примечание ${n % 1000}`,
];
const rows = [HEAD, ...Array.from({ length: ROWS }, (_, n) => row(n))];
const text = new TextEncoder().encode(rows.map((cells) => cells.join(';')).join('\n'));

const finish = (roll) => {
  let longest = 0;
  for (let done = false; !done; ) {
    const begun = performance.now();
    done = roll.step();
    longest = Math.max(longest, performance.now() - begun);
  }
  if (roll.failed()) throw new Error(roll.failed());
  return longest;
};

const timed = (act) => {
  const begun = performance.now();
  const what = act();
  return [performance.now() - begun, what];
};

/** Reads, checks, writes; the milliseconds of each, and the longest slice. */
function whole(bytes) {
  const roll = new Roll(wordings, 'ru', '2026-12-01');
  roll.set('say:service', 'permanent');
  roll.set('say:institution_request', 'original');
  const [read, slice] = timed(() => (roll.read(bytes), finish(roll)));
  const [check] = timed(() => (roll.check(), finish(roll)));
  const [shown] = timed(() => [roll.overview(), roll.matching(), roll.rows('', 0)]);
  const [write] = timed(() => (roll.write(), finish(roll)));
  const written = roll.written();
  roll.free();
  return { read, check, shown, write, slice, written };
}

const least = (runs) => Object.fromEntries(['read', 'check', 'shown', 'write', 'slice'].map((name) => [name, Math.round(Math.min(...runs.map((run) => run[name])))]));

const runs = (bytes) => Array.from({ length: RUNS }, () => whole(bytes));
const csv = runs(text);
const book = csv[0].written;
const xlsx = runs(book);
console.log(`${ROWS} rows, ms, least of ${RUNS}`);
console.log('from CSV ', JSON.stringify(least(csv)), `${text.length} bytes`);
console.log('from XLSX', JSON.stringify(least(xlsx)), `${book.length} bytes`);
console.log(`memory of the module: ${Math.round(wasm.memory.buffer.byteLength / 1048576)} MiB`);

const sheetjs = await import('xlsx').catch(() => undefined);
if (sheetjs) {
  const { read, utils, write } = sheetjs.default ?? sheetjs;
  const peer = Array.from({ length: RUNS }, () => {
    const [reading, table] = timed(() => utils.sheet_to_json(Object.values(read(book, { dense: true }).Sheets)[0], { header: 1 }));
    const [writing, bytes] = timed(() => {
      const out = utils.book_new();
      utils.book_append_sheet(out, utils.aoa_to_sheet(table), '1');
      return write(out, { type: 'buffer', bookType: 'xlsx', compression: true });
    });
    return { reading, writing, bytes: bytes.length };
  });
  console.log('SheetJS  ', JSON.stringify({ read: Math.round(Math.min(...peer.map((run) => run.reading))), write: Math.round(Math.min(...peer.map((run) => run.writing))) }), `${peer[0].bytes} bytes`);
}
