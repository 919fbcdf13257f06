// The pre-check in a frame: as tall as what is in it, and heard by nobody but the origin that was named.
// Engines: chromium webkit

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pass, putClock, today } from './clock.mjs';
import { openBrowser } from './browser.mjs';
import { cannot } from './engines.mjs';
import { Page, wording } from './page.mjs';
import { serveSite } from './site.mjs';
import { resize } from './screen.mjs';
import { goThrough, VERDICTS } from './situations.mjs';

let frames, portal, browser, page;
before(async () => {
  frames = await serveSite(undefined, { policy: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'` });
  portal = await serveSite();
  browser = await openBrowser();
  page = new Page(browser, portal);
  page.words = wording('en');
  await browser.driver.get(portal.address);
  await resize(browser, 1200, 900);
});
after(async () => {
  await browser?.close();
  await frames?.close();
  await portal?.close();
});

const SANDBOX = 'allow-scripts allow-same-origin allow-modals allow-popups';
const ask = (script, ...words) => page.run(`return ${script}`, ...words);

/** Opens a portal's page with a frame that was told this origin. */
async function open({ origin = portal.address, sandbox = SANDBOX, helper = true, more = '', around = (frame) => frame } = {}) {
  const record = `<script>var heard = [], thrown = []; addEventListener('message', ({ data, origin }) => heard.push({ data, origin })); onerror = (message) => thrown.push(message)</script>`;
  const frame = `<iframe class="tirkeu" width="600" height="200" sandbox="${sandbox}" src="${frames.address}/embed.en.html#origin=${origin}${more}"></iframe>`;
  const script = helper ? '<script type="module" src="/frame.js"></script>' : '';
  portal.host('/portal.html', `<!doctype html>${record}${script}<body>${around(frame)}`);
  await browser.driver.get(`${portal.address}/portal.html`);
}

async function inside(act) {
  await browser.driver.switchTo().frame(0);
  try {
    return await act();
  } finally {
    await browser.driver.switchTo().defaultContent();
  }
}

const height = () => ask(`document.querySelector('iframe').getBoundingClientRect().height`);
const ready = () => inside(() => page.ready());
const isWhole = () => inside(() => ask('document.documentElement.scrollHeight <= innerHeight && innerHeight - document.documentElement.offsetHeight <= 4'));

describe('a frame', () => {
  test('is as tall as what is in it, whatever is shown there', async () => {
    await open();
    await ready();
    await page.until(isWhole, 'its height');
    const start = await height();
    assert.ok(start > 400, `${start}`);
    await inside(() => page.tap('go::check:', 'answer:0:status:foreigner'));
    await page.until(async () => (await height()) !== start && (await isWhole()), 'another height');
    await ask(`document.querySelector('iframe').width = 1100`);
    await page.until(isWhole, 'a height for a wide frame');
    const scrolls = await inside(() => ask(`all('.answer').some((shown) => shown.scrollHeight > shown.clientHeight + 1)`));
    assert.equal(scrolls, false, 'nothing in it scrolls by itself');
    assert.deepEqual(await ask('thrown'), []);
  });

  test('tells its height where the browser cannot say beforehand whether an address is one', async (t) => {
    t.after(() => frames.heal());
    const html = readFileSync(join(process.env.TIRKEU_SITE, 'embed.en.html'), 'utf8');
    const old = `<script>delete URL.canParse; var warnings = []; console.warn = (warning) => warnings.push(warning);</script>`;
    frames.host('/embed.en.html', html.replace('<head>', `<head>${old}`));
    await open();
    await ready();
    await page.until(isWhole, 'its height');
    assert.deepEqual(await inside(() => ask('warnings')), []);
  });

  test('works in the narrowest sandbox, as nobody in particular', async (t) => {
    t.after(() => frames.heal());
    // To WebKit 'self' is nobody in such a frame: the policy names its origin.
    const policy = `script-src ${frames.address} 'wasm-unsafe-eval'; style-src ${frames.address}; connect-src ${frames.address}`;
    const html = readFileSync(join(process.env.TIRKEU_SITE, 'embed.en.html'), 'utf8');
    frames.host('/embed.en.html', html, { 'Content-Security-Policy': policy });
    await open({ sandbox: 'allow-scripts' });
    await ready();
    await page.until(async () => (await height()) > 400, 'its height');
    await inside(() => page.tap('go::check:', 'answer:0:status:foreigner'));
    assert.equal((await inside(() => page.question())).subject, 'age');
    assert.deepEqual([...new Set((await ask('heard')).map(({ origin }) => origin))], ['null']);
  });

  test('shows its list where scripts may not run', async () => {
    await open({ sandbox: '' });
    assert.equal(await height(), 200 + 4);
    assert.deepEqual(await ask('heard'), []);
  });

  test('tells nobody but the origin that was named', async () => {
    for (const origin of ['https://elsewhere.example', '*', 'null', '', 'nonsense']) {
      await open({ origin });
      await ready();
      assert.deepEqual(await ask('heard'), [], `named ${origin}`);
    }
  });

  test('tells its height and nothing else', async () => {
    await open();
    await ready();
    await inside(() => page.tap('go::check:', 'answer:0:status:visitor'));
    await page.until(async () => (await ask('heard')).length > 1, 'two heights');
    for (const { data, origin } of await ask('heard')) {
      assert.deepEqual(Object.keys(data).sort(), ['height', 'tirkeu']);
      assert.equal(typeof data.height, 'number');
      assert.equal(origin, frames.address);
    }
  });
});

describe('what a portal names in the address', () => {
  const shown = () => inside(() => ask(`[root().querySelector('.visit').lang, root().getElementById('visit-date').value]`));
  const rename = (hash) => ask(`void (document.querySelector('iframe').src = document.querySelector('iframe').src.replace(/#.*/, arguments[0]))`, `#origin=${portal.address}${hash}`);
  const become = (language, day) => page.until(async () => String(await shown()) === `${language},${day}`, `${language} ${day}`);

  test('is heeded, and followed when it changes, without a loss', async () => {
    await open({ more: '&visit-date=2027-03-10T09:00:00%2B05:00&lang=ru-KZ' });
    await ready();
    await inside(() => page.tap('go::check:', 'answer:0:status:foreigner'));
    await become('ru', '2027-03-10');
    await rename('&visit-date=2027-03-11&lang=kk');
    await become('kk', '2027-03-11');
    assert.deepEqual(await inside(() => page.pressed()), ['answer:0:status:foreigner']);
    await rename('');
    await become('en', today());
  });

  test('is refused by name where it cannot be meant', async (t) => {
    t.after(() => frames.heal());
    frames.host('/record.js', `var warnings = []; console.warn = (...words) => warnings.push(words.join(' '));`);
    const html = readFileSync(join(process.env.TIRKEU_SITE, 'embed.en.html'), 'utf8').replace('<head>', '<head><script src="/record.js"></script>');
    frames.host('/embed.en.html', html);
    await open({ origin: 'portal.example', more: '&visit-date=10.03.2027' });
    await ready();
    const warnings = await inside(() => ask('warnings'));
    assert.equal(warnings.length, 2, warnings.join());
    for (const named of ['origin="portal.example"', 'visit-date="10.03.2027"']) assert.ok(warnings.some((warning) => warning.includes(named)), named);
  });
});

describe('after 15 idle minutes in a frame as tall as its page', () => {
  const MINUTE = 60_000;
  before(() => putClock(frames, ['embed.en.html']));
  after(() => frames.heal());

  /** Where the question is in the portal's window, from its top. */
  async function notice() {
    const top = await ask(`document.querySelector('iframe').getBoundingClientRect().top + document.querySelector('iframe').clientTop`);
    const inFrame = await inside(() => ask(`(({ top, bottom }) => [top, bottom])(root().querySelector('.visit .idle').getBoundingClientRect())`));
    return inFrame.map((edge) => Math.round(edge + top));
  }

  const isInView = async () => {
    const [top, bottom] = await notice();
    return top >= 0 && bottom <= (await ask('innerHeight'));
  };
  const scrollTo = (edge) => ask(`void scrollTo(0, document.querySelector('iframe').getBoundingClientRect().${edge} + scrollY - 600)`);

  async function asked({ without } = {}) {
    await open({ around: (frame) => `<h1 style="height: 700px">A portal</h1>${frame}<p style="height: 700px">More of it</p>` });
    await ready();
    // WebKit lets no frame of another origin take the focus, unless a person has brought it there.
    await inside(async () => (await ask(`root().querySelector('[id=start]')`)).click());
    await inside(() => goThrough(page, VERDICTS.incomplete));
    await page.until(isWhole, 'its height');
    assert.ok((await height()) > 1500, 'a frame that is taller than the window');
    await scrollTo('bottom');
    const place = await ask('scrollY');
    if (without) await inside(() => ask(`delete window[arguments[0]]`, without));
    await inside(() => pass(browser, 15 * MINUTE));
    return place;
  }

  test('the question is where the reader is, and has the focus, and nothing moved', async () => {
    const place = await asked();
    await page.until(isInView, 'the question to be in view');
    assert.equal((await inside(() => page.focus())).action, 'idle::no:');
    assert.equal(await ask('scrollY'), place);
    assert.ok(await inside(() => ask('document.hasFocus()')), 'the frame has the focus');
    await inside(() => page.tap('idle::no:'));
    await inside(() => page.drawn());
    assert.equal(await ask('scrollY'), place, 'nor afterwards');
    await inside(() => pass(browser, 14 * MINUTE));
    assert.equal(await inside(() => page.verdict()), 'incomplete');
  });

  test('the question is where the reader is, also once nothing can be loaded any more', async (t) => {
    t.after(() => frames.fault('/host.js', {}));
    frames.fault('/host.js', { status: 503 });
    await asked();
    await page.until(isInView, 'the question to be in view');
  });

  test('where nobody can tell what is in view, the focus scrolls to the question', { skip: cannot('follow a focus from a frame') }, async () => {
    await asked({ without: 'IntersectionObserver' });
    await page.until(isInView, 'the question to be in view');
    assert.equal((await inside(() => page.focus())).action, 'idle::no:');
  });

  test('it goes along with a reader who scrolls', async () => {
    await asked();
    await page.until(isInView, 'the question to be in view');
    await scrollTo('top');
    await page.until(isInView, 'the question to be in view again');
  });
});

describe('the helper', () => {
  test('is at most one KB', () => {
    assert.ok(statSync(join(process.env.TIRKEU_SITE, 'frame.js')).size <= 1024);
  });

  test('hears nobody but the frame', async () => {
    await open();
    await ready();
    await page.until(isWhole, 'its height');
    const before = await height();
    const stranger = `<script>parent.postMessage({ tirkeu: 'height', height: 9 }, '*')</script>`;
    portal.host('/stranger.html', stranger);
    frames.host('/stranger.html', stranger);
    for (const address of [portal.address, frames.address]) {
      const count = (await ask('heard')).length;
      await ask(`document.body.append(Object.assign(document.createElement('iframe'), { src: arguments[0] }))`, `${address}/stranger.html`);
      await page.until(async () => (await ask('heard')).length > count, `a stranger's message`);
    }
    await ask(`postMessage({ tirkeu: 'height', height: 9 }, '*')`);
    assert.equal(await height(), before);
  });

  test('takes a height and nothing else', async () => {
    await open();
    await ready();
    await page.until(isWhole, 'its height');
    const before = await height();
    await inside(() => ask(`[-1, 0, 1e9, NaN, '9px; color: red', null, {}].forEach((height) => parent.postMessage({ tirkeu: 'height', height }, '*'))`));
    await inside(() => ask(`[null, undefined, 7, 'height', { height: 9 }].forEach((data) => parent.postMessage(data, '*'))`));
    assert.equal(await height(), before);
    assert.deepEqual(await ask('thrown'), []);
  });
});
