// What a host asks for: understood, however it is written; or refused, by name.
// Engines: chromium webkit

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { today } from './clock.mjs';
import { heard, openHost } from './host.mjs';
import { wording } from './page.mjs';
import { browser, page, setUp } from './setup.mjs';
import { goThrough, VERDICTS } from './situations.mjs';

setUp();

const ask = (script, ...words) => page.run(`return ${script}`, ...words);
const wait = (holds, what) => page.until(() => ask(holds), what);

/** Opens a host's page with one element in it that has these attributes; what is around it may be something else than its body. */
async function open(attributes = '', { around = (element) => element, ...settings } = {}) {
  await openHost(page, around(`<tirkeu-precheck id="it" ${attributes}></tirkeu-precheck>`), settings);
  page.words = wording('en');
  await wait(`it.result && root().querySelector('.visit')`, 'the element');
  await page.behind();
}

const language = () => ask(`root().querySelector('.visit').lang`);
const spoken = (tag) => wait(`root().querySelector('.visit').lang === '${tag}'`, tag);
const day = () => ask(`it.shadowRoot.getElementById('visit-date').value`);
const warnings = () => ask('warnings');

async function dayOf(attributes) {
  await open(attributes);
  await page.tap('go::check:');
  return day();
}

describe('visit-date', () => {
  const UNDERSTOOD = {
    '2027-03-10': '2027-03-10',
    ' 2027-03-10 ': '2027-03-10',
    '2027-03-10T09:00:00+05:00': '2027-03-10',
    '2027-03-10T09:00': '2027-03-10',
    '2027-03-10 09:00:00': '2027-03-10',
    '2027-03-10T00:00:00.000Z': '2027-03-10',
    '2027-03-09T19:00:00.000Z': '2027-03-10',
    '2027-03-10T09:00:00+05:00[Asia/Almaty]': '2027-03-10',
  };
  for (const [value, meant] of Object.entries(UNDERSTOOD)) {
    test(`“${value}” is ${meant}`, async () => {
      assert.equal(await dayOf(`lang="en" visit-date="${value}"`), meant);
      assert.deepEqual(await warnings(), []);
    });
  }

  for (const value of ['10.03.2027', '03/10/2027', '2027-02-30', '2027-13-01', '1999-12-31', '20270310', 'tomorrow', 'null', 'undefined', '']) {
    test(`“${value}” is refused by name, and it is said that today is used instead`, async () => {
      assert.equal(await dayOf(`lang="en" visit-date="${value}"`), today());
      const [warning, ...others] = await warnings();
      assert.deepEqual(others, []);
      assert.ok(warning.includes(`visit-date="${value}"`) && warning.includes('today'), warning);
    });
  }

  test('is refused once for each value, whenever that comes', async () => {
    await open('lang="en" visit-date="soon"');
    for (const value of ['2027-03-10', '2027-03-11', 'later', '2027-03-10', 'later']) await ask(`it.setAttribute('visit-date', '${value}')`);
    assert.deepEqual((await warnings()).map((warning) => warning.match(/="(\w+)"/)[1]), ['soon', 'later', 'later']);
  });

  test('that a host changes is followed, also over a day that was chosen', async () => {
    await open('lang="en" visit-date="2027-03-10"');
    await page.tap('go::check:');
    await page.fill('visit-date', '2027-04-01');
    await ask(`it.setAttribute('visit-date', '2027-03-11')`);
    assert.equal(await day(), '2027-03-11');
    await ask(`it.removeAttribute('visit-date')`);
    assert.equal(await day(), today());
  });

  test('is what clearing returns to', async () => {
    await open('lang="en" visit-date="2027-03-10"');
    await page.tap('go::check:');
    await page.fill('visit-date', '2027-04-01');
    await ask('it.clear()');
    await page.tap('go::check:');
    assert.equal(await day(), '2027-03-10');
  });
});

describe('share-report', () => {
  const SENT = { '': true, true: true, TRUE: true, 'share-report': true, false: false, False: false, ' false ': false };
  for (const [value, isSent] of Object.entries(SENT)) {
    test(`="${value}" ${isSent ? 'sends the report' : 'sends nothing'}`, async () => {
      await open(`lang="en" share-report="${value}"`);
      await page.tap('go::check:', 'answer:0:status:visitor');
      if (isSent) await wait(`heard.some(({ type }) => type === 'tirkeu-report')`, 'the report');
      await page.drawn();
      assert.equal((await heard(page, 'tirkeu-report')).length > 0, isSent);
      assert.equal(await ask('it.shareReport'), isSent);
      assert.deepEqual(await warnings(), []);
    });
  }

  for (const value of ['no', '0', '1', 'null', 'undefined', 'off']) {
    test(`="${value}" is refused by name, and nothing is sent`, async () => {
      await open(`lang="en" share-report="${value}"`);
      await goThrough(page, VERDICTS.not_this_service);
      assert.deepEqual(await heard(page, 'tirkeu-report'), []);
      const [warning, ...others] = await warnings();
      assert.deepEqual(others, []);
      assert.ok(warning.includes(`share-report="${value}"`) && warning.includes('false'), warning);
    });
  }

  test('that a host takes back is followed at once', async () => {
    await open('lang="en" share-report');
    await wait(`heard.some(({ type }) => type === 'tirkeu-report')`, 'the report');
    await ask(`it.setAttribute('share-report', 'false')`);
    const before = (await heard(page, 'tirkeu-report')).length;
    await goThrough(page, VERDICTS.not_this_service);
    assert.equal((await heard(page, 'tirkeu-report')).length, before);
  });
});

test('page="false" leaves the host’s page alone', async () => {
  await open('lang="ru" page="false"');
  assert.equal(await ask('document.documentElement.lang'), 'en');
  assert.equal(await browser.driver.getTitle(), '');
  await page.tap('go::check:', 'answer:0:status:foreigner');
  assert.equal(await ask('history.state'), null);
});

describe('lang', () => {
  const TAGS = { 'kk-KZ': 'kk', KK: 'kk', kaz: 'kk', kz: 'kk', 'kk-Cyrl-KZ': 'kk', ru_RU: 'ru', 'ru_RU.UTF-8': 'ru', RU: 'ru', rus: 'ru', 'en-GB': 'en', eng: 'en',
    uz: 'uz', 'uz-Latn-UZ': 'uz', 'uz-Cyrl': 'ru', 'uz-Cyrl-UZ': 'ru', ua: 'uk', 'uk-UA': 'uk', 'fa-AF': 'fa-AF', fa: 'fa-AF', 'fa-IR': 'fa-AF', prs: 'fa-AF', PRS: 'fa-AF',
    uzb: 'uz', ukr: 'uk', fas: 'fa-AF', per: 'fa-AF', pes: 'fa-AF' };
  for (const [tag, meant] of Object.entries(TAGS)) {
    test(`“${tag}” is ${meant}`, async () => {
      await open(`lang="${tag}"`);
      assert.equal(await language(), meant);
      assert.deepEqual(await warnings(), []);
    });
  }

  // The first is one that no language has (BCP 47 keeps it for private use).
  for (const tag of ['qaa', 'run', 'rue', 'kkj', 'english', 'constructor']) {
    test(`“${tag}” is refused by name, and it is said what is spoken instead`, async () => {
      await open(`lang="${tag}"`, { around: (element) => `<div lang="ru">${element}</div>` });
      assert.equal(await language(), 'ru');
      const [warning, ...others] = await warnings();
      assert.deepEqual(others, []);
      assert.match(warning, new RegExp(`lang="${tag}".*\\bru$`));
    });
  }

  test('is that of what the element stands in, also outside of a shadow root', async () => {
    await openHost(page, `<div id="outer" lang="ru"></div><script>
      outer.attachShadow({ mode: 'open' }).innerHTML = '<tirkeu-precheck></tirkeu-precheck>'; </script>`);
    await wait(`outer.shadowRoot.firstChild.shadowRoot?.querySelector('.visit')?.lang === 'ru'`, 'Russian');
  });

  test('is that of the place to which the element is moved', async () => {
    await open('', { around: (element) => `<div lang="ru">${element}</div><div lang="kk" id="other"></div>` });
    await spoken('ru');
    await ask(`void other.append(document.querySelector('tirkeu-precheck'))`);
    await spoken('kk');
  });

  test('that changes around the element is followed', async () => {
    await open('', { around: (element) => `<div id="around" lang="ru">${element}</div>` });
    await ask(`around.lang = 'kk'`);
    await spoken('kk');
    await ask(`around.removeAttribute('lang')`);
    await spoken('en');
    await ask(`document.documentElement.lang = 'ru'`);
    await spoken('ru');
  });

  test('that a person chooses stays while the host changes other things, and gives way to what it asks for next', async () => {
    await open('lang="en"');
    await page.press('ru');
    await spoken('ru');
    await ask(`it.className = 'other'`);
    await ask(`document.body.className = 'other'`);
    await page.drawn();
    assert.equal(await language(), 'ru');
    assert.equal(await ask('it.lang'), 'en', 'the host’s own attribute is left alone');
    await ask(`it.lang = 'kk'`);
    await spoken('kk');
  });

  test('is what clearing returns to', async () => {
    await open('lang="en"');
    await page.press('ru');
    await spoken('ru');
    await page.tap('go::check:', 'answer:0:status:foreigner');
    await ask('it.clear()');
    await spoken('en');
  });

  test('is told of everything that is said', async () => {
    await open('lang="en"');
    await page.press('ru');
    await spoken('ru');
    assert.equal(await ask(`root().querySelector('[role=status]').closest('[lang]').lang`), 'ru');
  });
});

describe('an attribute that somebody misspelt', () => {
  for (const [name, meant] of [['visitdate', 'visit-date'], ['sharereport', 'share-report']]) {
    test(`${name} is named, and so is ${meant}`, async () => {
      await open(`lang="en" ${name}="2027-03-10"`);
      const [warning, ...others] = await warnings();
      assert.deepEqual(others, []);
      assert.ok(warning.includes(`${name}="2027-03-10"`) && warning.includes(meant), warning);
    });
  }
});

describe('properties', () => {
  const SET = `Object.assign(it, { visitDate: '2027-03-10T09:00:00+05:00', shareReport: true, lang: 'ru' })`;
  const holds = async () => {
    await spoken('ru');
    assert.deepEqual(await ask('[it.visitDate, it.shareReport, it.lang]'), ['2027-03-10', true, 'ru']);
    await wait(`heard.some(({ type, detail }) => type === 'tirkeu-report' && detail.report.edition)`, 'the report');
    await page.tap('go::check:');
    assert.equal(await day(), '2027-03-10');
    assert.deepEqual(await warnings(), []);
  };

  test('are heeded when they are set', async () => {
    await open();
    await ask(SET);
    await holds();
  });

  test('are heeded when they were set before the element was known', async () => {
    await open('', { around: (element) => `${element}<script>${SET}</script>` });
    await holds();
  });

  test('are heeded when they were set before the element stood anywhere', async () => {
    await openHost(page, `<script type="module">
      const it = document.createElement('tirkeu-precheck');
      it.id = 'it';
      ${SET};
      document.body.append(it);
    </script>`);
    await wait('document.getElementById("it")?.result', 'the element');
    await holds();
  });

  const VALUES = [
    [`it.visitDate = new Date('2027-03-09T19:00:00Z')`, ['2027-03-10', false]],
    [`it.visitDate = null`, [null, false]],
    [`it.visitDate = undefined`, [null, false]],
    [`it.shareReport = 'false'`, ['2027-01-01', false]],
    [`it.shareReport = ''`, ['2027-01-01', true]],
    [`it.shareReport = 1`, ['2027-01-01', true]],
    [`it.shareReport = null`, ['2027-01-01', false]],
  ];
  for (const [script, values] of VALUES) {
    test(script, async () => {
      await open('lang="en" visit-date="2027-01-01"');
      await ask(script);
      assert.deepEqual(await ask('[it.visitDate, it.shareReport]'), values);
      assert.deepEqual(await warnings(), []);
    });
  }

  test('a day that is none is refused by name', async () => {
    await open('lang="en"');
    await ask(`it.visitDate = '10.03.2027'`);
    await ask(`it.visitDate = new Date(NaN)`);
    assert.deepEqual((await warnings()).map((warning) => warning.match(/visit-date="(.*?)"/)[1]), ['10.03.2027', 'Invalid Date']);
    assert.equal(await ask('it.visitDate'), null);
  });
});
