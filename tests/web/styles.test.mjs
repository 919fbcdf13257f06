// The style in browsers that cannot write every colour, in a person's own colours, and on paper.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { accessibilityFaults } from './axe.mjs';
import { cannot, ENGINE } from './engines.mjs';
import { openHost } from './host.mjs';
import { onPhone } from './visual-faults.mjs';
import { wording } from './page.mjs';
import { emulateMedia, prefer, resize } from './screen.mjs';
import { browser, page, setUp, site } from './setup.mjs';
import { STATES } from './every-state.mjs';

setUp();
afterEach(() => site.heal());

const ask = (script, ...words) => page.run(`return ${script}`, ...words);

async function open(head = '', body = '<tirkeu-precheck lang="en"></tirkeu-precheck>') {
  await openHost(page, body, { head });
  page.words = wording('en');
  await page.ready();
}

const look = (selector, ...properties) =>
  ask(`(([selector, names]) => { const style = getComputedStyle(root().querySelector(selector)); return names.map((name) => style[name]); })(arguments[0])`, [
    selector, properties,
  ]);

/** What is said in functions that a browser does not know, it does not know: here they have names that none knows. */
const UNKNOWN = {
  'light-dark()': [/light-dark\(/g, 'never-heard-of('],
  'color-mix()': [/color-mix\(/g, 'nor-of-this('],
  'either of them': [/light-dark\(|color-mix\(/g, 'never-heard-of('],
};

describe('in a browser that does not know', () => {
  for (const [name, [known, unknown]] of Object.entries(UNKNOWN)) {
    test(`${name}: borders, focus and contrast are there`, async () => {
      const css = readFileSync(join(process.env.TIRKEU_SITE, 'tirkeu.css'), 'utf8');
      assert.ok(css.match(known), 'the style uses it');
      site.host('/tirkeu.css', css.replace(known, unknown));
      await open();
      await page.tap('go::check:');
      const [width, border, colour, paper] = await look('.choice', 'borderTopWidth', 'borderTopStyle', 'borderTopColor', 'backgroundColor');
      assert.deepEqual([width, border], ['1px', 'solid']);
      assert.notEqual(colour, paper);
      await ask(`root().querySelector('#visit-date').focus()`);
      const [outline, width2, seen] = await look('#visit-date', 'outlineStyle', 'outlineWidth', 'outlineColor');
      assert.deepEqual([outline, width2], ['solid', '3px']);
      assert.notEqual(seen, paper);
      assert.deepEqual(await accessibilityFaults(browser, ['color-contrast']), []);
    });

    test(`${name}: a host’s dark colours can be read`, async () => {
      const css = readFileSync(join(process.env.TIRKEU_SITE, 'tirkeu.css'), 'utf8');
      site.host('/tirkeu.css', css.replace(known, unknown));
      await open('<style>:root { background: #101418 } * { --tirkeu-paper: #101418; --tirkeu-ink: #f4f4f4; --tirkeu-accent: #9ad }</style>');
      await page.tap('go::check:');
      assert.deepEqual(await accessibilityFaults(browser, ['color-contrast']), []);
    });
  }
});

const HOSTS = '<style>* { --tirkeu-accent: #5b1a8b; --tirkeu-on-accent: #fff; --tirkeu-ink: #222; --tirkeu-paper: #fffbe8 }</style>';
const UNREADABLE = '<style>* { --tirkeu-ink: #eee; --tirkeu-paper: #fff }</style>';

/** Once the colours were looked at: what does that is loaded for it. */
const measured = () => page.until(() => ask(`performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/host.js'))`), 'host.js').then(() => page.drawn());

describe('a host’s colours', () => {
  const KINDS = ['#fffbe8', 'rgb(255 251 232)', 'hsl(50 100% 95%)', 'oklch(98% .03 100)', 'color(display-p3 1 .98 .92)', 'color-mix(in oklab, white, #fff7d0)', 'light-dark(#fffbe8, #111)'];
  for (const paper of KINDS) {
    test(`of whatever kind are measured: ${paper}`, async () => {
      await open(`<style>* { --tirkeu-ink: #222; --tirkeu-paper: ${paper} }</style>`);
      await measured();
      assert.deepEqual(await ask('warnings'), []);
      await open(`<style>* { --tirkeu-ink: #fff6cc; --tirkeu-paper: ${paper} }</style>`);
      await page.until(() => ask('warnings.length > 0'), 'the warning');
      assert.match((await ask('warnings'))[0], /ink on paper/);
    });
  }

  test('that change later are followed, and taken back where they cannot be read', async () => {
    await open(HOSTS);
    await measured();
    await ask(`void document.body.insertAdjacentHTML('beforeend', '<style>.dim * { --tirkeu-ink: #eee }</style>')`);
    await ask(`document.body.className = 'dim'`);
    await page.until(() => ask('warnings.length > 0'), 'the warning');
    assert.deepEqual(await look('.visit', 'color'), ['rgb(27, 31, 36)']);
    await ask(`document.body.className = ''`);
    await page.until(async () => (await look('.visit', 'color'))[0] === 'rgb(34, 34, 34)', 'the host’s ink again');
  });

  describe('where the reader is protected from being recognised', { skip: ENGINE !== 'firefox' && 'only Firefox falsifies what a canvas shows' }, () => {
    before(() => prefer(browser, 'setBoolPref', 'privacy.resistFingerprinting', true));
    after(() => prefer(browser, 'setBoolPref', 'privacy.resistFingerprinting', false));

    test('stay, without a warning', async () => {
      await open(HOSTS);
      await measured();
      assert.deepEqual(await ask('warnings'), []);
      assert.deepEqual(await look('.primary', 'backgroundColor'), ['rgb(91, 26, 139)']);
    });
  });

  describe('in a person’s own colours', { skip: cannot('force colours') }, () => {
    afterEach(() => emulateMedia(browser, {}));

    for (const [name, head] of Object.entries({ readable: HOSTS, unreadable: UNREADABLE })) {
      test(`are not measured: ${name} ones`, async () => {
        await emulateMedia(browser, { 'forced-colors': 'active' });
        await open(head);
        await measured();
        assert.deepEqual(await ask('warnings'), []);
      });
    }

    test('are there again once those are taken away, and measured then', async () => {
      await emulateMedia(browser, { 'forced-colors': 'active' });
      await open(HOSTS);
      await measured();
      await emulateMedia(browser, {});
      assert.deepEqual(await look('.primary', 'backgroundColor'), ['rgb(91, 26, 139)']);
      assert.deepEqual(await ask('warnings'), []);
      await emulateMedia(browser, { 'forced-colors': 'active' });
      await open(UNREADABLE);
      await measured();
      await emulateMedia(browser, {});
      await page.until(() => ask('warnings.length > 0'), 'the warning');
    });
  });
});

describe('on paper', () => {
  /** Every rule for paper holds on the screen, and what the others say of the colours too. */
  const AS_PRINTED = `
    for (const { cssRules } of root().styleSheets) for (const rule of cssRules) if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all';
    const luminance = (colour) => {
      const [red, green, blue] = colour.match(/[\\d.]+/g).map((part) => Number(part) / (colour.startsWith('rgb') ? 255 : 1));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const texts = all('*').filter(visible).filter((shown) => [...shown.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()));
    const faults = [];
    for (const shown of texts) {
      const { color, textShadow } = getComputedStyle(shown);
      if (luminance(color) > 0.3 || textShadow !== 'none') faults.push(shown.className + ' ' + color + ' ' + textShadow);
      for (let at = shown; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (/^rgba\\(.* 0\\)$/.test(backgroundColor)) continue;
        if (luminance(backgroundColor) < 0.9) faults.push(shown.className + ' on ' + backgroundColor);
        break;
      }
    }
    return [texts.length, [...new Set(faults)]];
  `;
  const DARK = `<style>:root { color-scheme: dark; background: #000 } * { --tirkeu-paper: #101418; --tirkeu-ink: #f4f4f4; --tirkeu-accent: #9ad; --tirkeu-line: #888;
    --tirkeu-quiet: #ccc; --tirkeu-raised: #222; --tirkeu-on-accent: #000 }
    tirkeu-precheck::part(verdict), tirkeu-precheck::part(sheet) { background: #000; color: #fff; text-shadow: 0 0 2px #0f0 }</style>`;

  for (const name of ['answer: incomplete', 'visit sheet', 'complaint']) {
    test(`a dark host’s page is dark on white: ${name}`, async () => {
      await onPhone(page);
      await open(DARK);
      await measured();
      await STATES[name](page);
      await page.dressed();
      const [count, faults] = await page.run(AS_PRINTED);
      assert.ok(count > 5, `${count} texts`);
      assert.deepEqual(faults, []);
    });
  }
});

describe('a field', () => {
  after(() => resize(browser, 600, 900));

  for (const name of ['question: status', 'question: identity_document', 'visit sheet', 'appeal']) {
    test(`has letters of 16 px at least, so that no phone zooms in: ${name}`, async () => {
      await resize(browser, 320, 700);
      await open('<style>html { font-size: 10px }</style>');
      await STATES[name](page);
      await page.dressed();
      const sizes = await ask(`all('input:not([type=checkbox])').filter(visible).map((field) => parseFloat(getComputedStyle(field).fontSize))`);
      assert.ok(sizes.length > 0, 'a field');
      assert.deepEqual(sizes.filter((size) => size < 16), []);
    });
  }
});
