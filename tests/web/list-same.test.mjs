// The module and the native program write the same result, to the byte: from the same list, with the same said once for all.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { TIRKEU_ENGINE, TIRKEU_SITE, TIRKEU_PROGRAM } = process.env;
const DAY = '2026-12-01';
const SAID = { service: 'permanent', institution_request: 'original', incapacitated: 'no' };
const LANGUAGES = ['kk', 'ru', 'en'];

const folder = mkdtempSync(join(tmpdir(), 'tirkeu-'));
after(() => rmSync(folder, { recursive: true }));

const natively = (bytes, language) => {
  const [list, out] = ['list', 'out.xlsx'].map((name) => join(folder, name));
  writeFileSync(list, bytes);
  const said = Object.entries(SAID).flatMap(([id, answer]) => ['--say', `${id}=${answer}`]);
  execFileSync(TIRKEU_PROGRAM, ['list', list, '--visit', DAY, '--lang', language, '--out', out, ...said]);
  return readFileSync(out);
};

/** The module of the site, with the glue that was made beside it. */
async function module() {
  const { initSync, Roll } = await import(pathToFileURL(join(TIRKEU_SITE, '../list/list.js')).href);
  initSync({ module: readFileSync(join(TIRKEU_SITE, 'list_bg.wasm')) });
  const wordings = LANGUAGES.flatMap((name) => [name, readFileSync(new URL(`../../www/wording/${name}.json`, import.meta.url), 'utf8')]);
  return (language) => new Roll(wordings, language, DAY);
}

function inModule(roll, bytes) {
  const finish = () => {
    while (!roll.step());
    assert.equal(roll.failed(), undefined);
  };
  Object.entries(SAID).forEach(([id, answer]) => assert.ok(roll.set(`say:${id}`, answer)));
  roll.read(new Uint8Array(bytes));
  finish();
  roll.check();
  finish();
  roll.write();
  finish();
  return Buffer.from(roll.written());
}

/** Numbers from 0 up to a limit, always the same ones. */
function drawn(seed) {
  let state = seed;
  return (limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
}

/** A list with all that a row may say, and much that nobody can read. */
function list(seed) {
  const next = drawn(seed);
  const one = (...values) => values[next(values.length)];
  const day = () => `${1 + next(31)}.${1 + next(12)}.${1930 + next(110)}`;
  const row = (number) => [
    number, one('Ли', 'Ким Анна и Ким Олег', '=1+1', 'Серікұлы Ғани'), one('ВНЖ', 'лбг', 'беженец', 'студент', ''), one(day(), '1990', '03/04/01', '12.2010', ''),
    one('990230100002', '10203500001', '', '1'), one('оригинал', 'копия', 'на руках', 'просрочен', ''), one(day(), 'бессрочно', 'до 12.2026', '#N/A', ''),
    one('сам', 'мать', 'администрация', ''), one('', '', 'A', '01', '-'), one(day(), '', ''), one('примечание', '"в кавычках"', ''),
  ];
  const head = ['№', 'ФИО', 'Статус', 'Дата рождения', 'ИИН', 'Паспорт', 'Срок действия', 'Кто подаёт', 'Семья', 'День визита', 'Примечание'];
  const quoted = (cell) => `"${String(cell).replaceAll('"', '""')}"`;
  return [['Список'], head, ...Array.from({ length: 300 }, (_, index) => row(index + 1))].map((cells) => cells.map(quoted).join(';')).join('\n');
}

describe('the same list', { skip: TIRKEU_ENGINE !== 'chromium' && 'no browser is needed: once is enough' }, () => {
  for (const [index, language] of LANGUAGES.entries()) {
    test(`gives the same bytes natively and in the module, in ${language}`, async () => {
      const roll = await module();
      const text = list(index + 1);
      const native = natively(text, language);
      assert.ok(native.equals(inModule(roll(language), Buffer.from(text))), 'from a text');
      // As a workbook, with what stands in one: a result, read once more.
      assert.ok(natively(native, language).equals(inModule(roll(language), native)), 'from a workbook');
    });
  }

  test('of files of LibreOffice, too', async () => {
    const roll = await module();
    for (const name of ['dormitory.xlsx', 'dormitory.csv', 'template.ru.xlsx']) {
      const bytes = readFileSync(new URL(`../list/libreoffice/${name}`, import.meta.url));
      assert.ok(natively(bytes, 'ru').equals(inModule(roll('ru'), bytes)), name);
    }
  });

  test('the template has the same bytes', async () => {
    const roll = await module();
    for (const language of LANGUAGES) {
      const out = join(folder, 'template.xlsx');
      execFileSync(TIRKEU_PROGRAM, ['list', '--template', language, '--out', out]);
      assert.ok(readFileSync(out).equals(Buffer.from(roll(language).template())), language);
    }
  });
});
