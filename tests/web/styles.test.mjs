// The style in browsers that cannot write every colour, in a person's own colours, and on paper.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { accessibilityFaults } from './axe.mjs';
import { cannot, ENGINE } from './engines.mjs';
import { openHost } from './host.mjs';
import { onPhone } from './visual-faults.mjs';
import { wording } from './page.mjs';
import { control, emulateMedia, prefer, resize } from './screen.mjs';
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

const SITE = process.env.TIRKEU_SITE;
const SHEETS = readdirSync(SITE, { recursive: true }).filter((name) => name.endsWith('.css'));
const sheet = (name) => readFileSync(join(SITE, name), 'utf8');

/** What came into style sheets after custom elements, private fields and WebAssembly: who knows those need not know these. */
const LATER = /(?<![\w-])(light-dark|color-mix|contrast-color|color|lab|lch|oklab|oklch|device-cmyk|if|attr|round|mod|rem|sibling-index|anchor)\(/g;

/** Every declaration of a style sheet, in its order, with the rule that it stands in and all that stands around that. */
function* declarations(css) {
  const around = [];
  let text = '';
  for (const part of css.replace(/\/\*[^]*?\*\//g, '').split(/([{};])/)) {
    if (part === '{') around.push(text.trim());
    else if (part === ';' || part === '}') {
      const [, property, value] = text.match(/^\s*([\w-]+)\s*:([^]*)$/) ?? [];
      if (property) yield { property, value, rule: around.at(-1), around: around.slice(0, -1) };
      if (part === '}') around.pop();
    }
    text = /[{};]/.test(part) ? '' : part;
  }
}

/** Without what is said beside it: what one cannot write takes the whole declaration with it, and a custom property all that has it. */
function unguarded(css) {
  const all = [...declarations(css)];
  const later = ({ value }) => [...value.matchAll(LATER)].map(([, name]) => name);
  return all.flatMap((declaration, at) => later(declaration).flatMap((name) => {
    const { property, value, rule, around } = declaration;
    const isPlain = (other) => other.property === property && other.rule === rule && later(other).length === 0;
    const hasPlain = all.slice(0, at).some((other) => isPlain(other) && other.around.every((outer) => around.includes(outer)));
    // What has a variable in it is taken for good until it is too late to take another.
    const isDropped = !property.startsWith('--') && !value.includes('var(');
    const isGuarded = around.some((outer) => outer.startsWith('@supports') && outer.includes(`${name}(`));
    return hasPlain && (isGuarded || isDropped) ? [] : [`${rule} { ${property}: ${name}() }`];
  }));
}

describe('what not every browser can write', () => {
  test('stands behind what every one can, in every style sheet', () => {
    assert.deepEqual(['tirkeu.css', 'answer.css', 'paper.css', 'code.css', 'roll.css', 'rulebook.css', 'workshop/workshop.css'].filter((name) => !SHEETS.includes(name)), []);
    assert.deepEqual(SHEETS.flatMap((name) => unguarded(sheet(name)).map((fault) => `${name}: ${fault}`)), []);
    assert.ok(['tirkeu.css', 'answer.css'].every((name) => sheet(name).match(LATER)), 'some use them');
  });

  test('is found where it does not', () => {
    const guarded = (name, rule) => `@supports (color: ${name}(red, red)) { ${rule} }`;
    assert.deepEqual(unguarded('a { color: red; color: light-dark(red, blue) }'), []);
    assert.deepEqual(unguarded(`a { --x: red } ${guarded('light-dark', 'a { --x: light-dark(red, blue) }')}`), []);
    for (const css of [
      'a { color: light-dark(red, blue) }',
      'a { color: light-dark(red, blue); color: red }',
      'a { color: red; color: color-mix(in srgb, var(--x), red) }',
      'a { --x: red; --x: light-dark(red, blue) }',
      guarded('light-dark', 'a { --x: light-dark(red, blue) }'),
      `a { --x: red } ${guarded('light-dark', 'a { --x: color-mix(in srgb, red, blue) }')}`,
      `@media print { a { --x: red } } ${guarded('light-dark', 'a { --x: light-dark(red, blue) }')}`,
    ]) assert.equal(unguarded(css).length, 1, css);
  });

  /** Of each that is seen: whether it has borders and an outline, and whether they and its letters can be seen. */
  const BONES = `
    const clear = (colour) => /^rgba\\(.*, 0\\)$|^transparent$/.test(colour);
    return all('*').filter(visible).map((shown) => {
      const style = getComputedStyle(shown);
      const borders = ['Top', 'Right', 'Bottom', 'Left'].map((side) => ['Width', 'Style'].map((what) => style['border' + side + what]).join(' ') + (clear(style['border' + side + 'Color']) ? ' clear' : ''));
      return [shown.localName, shown.className, ...borders, style.outlineWidth, style.outlineStyle, clear(style.color)].join(', ');
    });
  `;
  for (const name of ['answer: incomplete', 'complaint']) {
    test(`costs no border, no outline and no letter: ${name}`, async () => {
      const look = async () => {
        await onPhone(page);
        await open();
        await STATES[name](page);
        await page.dressed();
        await page.drawn();
        await ask(`void all('button').filter(visible).at(-1).focus()`);
        return page.run(BONES);
      };
      const known = await look();
      for (const name of ['tirkeu.css', 'answer.css', 'paper.css', 'code.css']) site.host(`/${name}`, sheet(name).replace(LATER, 'never-heard-of('));
      const unknown = await look();
      assert.deepEqual(unknown.filter((shown, at) => shown !== known[at]), []);
      assert.deepEqual([unknown.length, known.length > 30], [known.length, true]);
      assert.ok(known.some((shown) => shown.includes('3px, solid')), 'the focus is seen');
      assert.deepEqual(await accessibilityFaults(browser, ['color-contrast']), []);
    });
  }
});

describe('in a browser that does not know', () => {
  for (const [name, [known, unknown]] of Object.entries(UNKNOWN)) {
    test(`${name}: borders, focus and contrast are there`, async () => {
      const css = readFileSync(join(process.env.TIRKEU_SITE, 'tirkeu.css'), 'utf8');
      assert.ok(css.match(known), 'the style uses it');
      site.host('/tirkeu.css', css.replace(known, unknown));
      await open();
      await page.tap('go::check:');
      // The focus goes to the question first.
      await page.drawn();
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

/** Two portals that look nothing alike, each in ten lines at most. */
const THEMES = {
  'sharp and blue, on cream': `tirkeu-precheck {
    --tirkeu-ink: #10213a;
    --tirkeu-paper: #fdf9f0;
    --tirkeu-accent: #0b3d91;
    --tirkeu-on-accent: #ffffff;
    --tirkeu-radius: 0;
    --tirkeu-font: Georgia, serif;
  }`,
  'round and green, at night': `tirkeu-precheck {
    color-scheme: dark;
    --tirkeu-ink: #e9f5ee;
    --tirkeu-paper: #0c1512;
    --tirkeu-accent: #7fe0b0;
    --tirkeu-on-accent: #04231a;
    --tirkeu-stop: #ffb4a3;
    --tirkeu-ask: #f2c46d;
    --tirkeu-radius: 1.25em;
  }`,
};

describe('a portal’s theme', () => {
  after(() => resize(browser, 600, 900));

  for (const [name, theme] of Object.entries(THEMES)) {
    test(`of ten lines is taken up everywhere, and can be read: ${name}`, async () => {
      assert.ok(theme.split('\n').length <= 10, 'ten lines');
      await resize(browser, 1280, 900);
      await open(`<style>${theme}</style>`);
      const set = Object.fromEntries([...theme.matchAll(/--tirkeu-([\w-]+): (.*);/g)].map(([, token, value]) => [token, value]));
      const inPixels = (value) => ask(`(() => { const it = root().querySelector('.primary').appendChild(document.createElement('i')); it.style.color = arguments[0]; const { color } = getComputedStyle(it); it.remove(); return color; })()`, value);
      const [button, letters, corner] = await look('.primary', 'backgroundColor', 'color', 'borderTopLeftRadius');
      assert.deepEqual([button, letters], [await inPixels(set.accent), await inPixels(set['on-accent'])]);
      assert.equal(corner === '0px', set.radius === '0', corner);
      assert.deepEqual(await accessibilityFaults(browser, ['color-contrast']), []);
      await STATES['answer: incomplete'](page);
      assert.deepEqual(await look('.visit', 'color'), [await colour(set.ink)]);
      assert.deepEqual(await look('.status', 'color'), [await colour(set.stop ?? '#a3290f')]);
      assert.deepEqual(await accessibilityFaults(browser, ['color-contrast']), []);
      assert.deepEqual(await ask('warnings'), []);
    });
  }
});

/** A colour as the browser computes it. */
const colour = (value) => ask(`(() => { const it = document.body.appendChild(document.createElement('i')); it.style.color = arguments[0]; const { color } = getComputedStyle(it); it.remove(); return color; })()`, value);

/** A control of each kind, by a selector, and what leads to it. */
const KINDS = {
  'question: status': ['.choice', '.quiet', '.languages button[aria-pressed=false]', '.languages button[aria-pressed=true]', 'input[type=date]', '.more summary'],
  'question that was answered before': ['.choice[aria-pressed=true]'],
  'answer: incomplete': ['.next .primary', '.next button:not(.primary)', '.fix .change', '.why > summary', '.why a', '.rests > details > summary'],
};

/** The least contrast of what is read in this control, text and what it stands on. */
const CONTRAST = `
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (...colours) => {
    for (const colour of colours) { paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); }
    const [red, green, blue] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const control = all(arguments[0]).find(visible);
  const texts = [control, ...control.querySelectorAll('*')].filter(visible).filter(({ childNodes }) => [...childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()));
  const ratio = (shown) => {
    const grounds = [];
    for (let at = shown; at; at = at.parentElement ?? at.getRootNode().host) grounds.unshift(getComputedStyle(at).backgroundColor);
    const [one, other] = [luminance('#fff', ...grounds), luminance('#fff', ...grounds, getComputedStyle(shown).color)].sort((one, other) => other - one);
    return (one + 0.05) / (other + 0.05);
  };
  return control.matches('input') ? ratio(control) : Math.min(...texts.map(ratio));
`;

describe('a control', { skip: ENGINE !== 'chromium' && 'only Chromium says that a pointer is there without one' }, () => {
  after(async () => {
    await emulateMedia(browser, {});
    await resize(browser, 600, 900);
  });

  /** What a control looks like: its ground, its letters, its border, the line below them, the ring around it. */
  const seen = (selector) => ask(`(() => {
    const style = getComputedStyle(all(arguments[0]).find(visible));
    return ['backgroundColor', 'color', 'borderTopColor', 'textDecorationLine', 'textDecorationThickness', 'outlineStyle'].map((name) => style[name]).join('; ');
  })()`, selector);

  for (const scheme of ['light', 'dark']) {
    for (const [state, selectors] of Object.entries(KINDS)) {
      test(`looks otherwise under a pointer, and when it is pressed, and can be read: ${state}, ${scheme}`, async () => {
        await emulateMedia(browser, scheme === 'dark' ? { 'prefers-color-scheme': 'dark' } : {});
        await onPhone(page);
        await page.open('ru');
        await STATES[state](page);
        await page.dressed();
        await page.run(`all('details').forEach((details) => (details.open ||= details.matches('.more') === false)); root().activeElement?.blur();`);
        await page.drawn();
        for (const selector of selectors) {
          const looks = {};
          const force = await control(browser, selector);
          // What is typed into has the focus once it is pressed.
          const pressed = selector.startsWith('input') ? ['hover', 'focus-within'] : ['hover', 'active'];
          for (const [name, classes] of Object.entries({ rest: [], hovered: ['hover'], pressed })) {
            await force(classes);
            looks[name] = await seen(selector);
            const contrast = await page.run(CONTRAST, selector);
            assert.ok(contrast >= 4.5, `${selector} ${name}: ${contrast.toFixed(2)}`);
          }
          await force([]);
          assert.equal(await seen(selector), looks.rest, `${selector}: as before, once it is left`);
          assert.equal(new Set(Object.values(looks)).size, 3, `${selector}: ${JSON.stringify(looks)}`);
        }
      });
    }
  }
});

describe('pictures', () => {
  const PICTURES = `
    const shown = all('.choice, .bag label, .where h3').filter(visible).map((place) => getComputedStyle(place, '::before'));
    return shown.map((style) => (style.content === 'none' ? null : [style.content, style.maskImage.includes('pictures.svg'), style.getPropertyValue('--_picture')]));
  `;

  test('stand beside the choices and the papers, each its own, and say nothing', async () => {
    await open();
    await STATES['question: identity_document'](page);
    const pictures = await page.run(PICTURES);
    assert.ok(pictures.every(([content, isOne]) => content === '""' && isOne), JSON.stringify(pictures));
    const places = pictures.map(([, , place]) => place.trim());
    assert.deepEqual([new Set(places.slice(0, 5)).size, places[5]], [5, ''], 'five forms, and none for what is not known');
    await STATES['answer: incomplete'](await reopened());
    assert.deepEqual((await page.run(PICTURES)).map(([, , place]) => place.trim()), ['16', '0', '8', '0']);
  });

  test('tell the two counters apart, and who comes along', async () => {
    await open();
    await STATES['question: applicant'](page);
    const who = await page.run(PICTURES);
    assert.ok(who.every(([content, isOne]) => content === '""' && isOne), JSON.stringify(who));
    assert.ok(new Set(who.map(([, , place]) => place.trim())).size >= 4, JSON.stringify(who));
    const counters = new Set();
    for (const state of ['answer: incomplete', 'answer: a refugee, who goes to the police']) {
      await STATES[state](await reopened());
      const [content, place] = await page.run(`const style = getComputedStyle(all('.where h3')[0], '::before'); return [style.content, style.getPropertyValue('--_picture').trim()];`);
      assert.equal(content, '""');
      counters.add(place);
    }
    assert.equal(counters.size, 2, [...counters].join());
  });

  test('can be missing: every word is there, and no room stays coloured', async () => {
    site.fault('/pictures.svg', { status: 404 });
    await page.open('en');
    await STATES['question: identity_document'](page);
    assert.deepEqual((await page.question()).answers, ['original', 'electronic', 'expired', 'copy', 'none']);
    assert.deepEqual(await accessibilityFaults(browser), []);
  });

  const reopened = async () => {
    await open();
    return page;
  };
});

describe('the question in front', () => {
  after(() => resize(browser, 600, 900));

  /** How far down its last answer ends, and what stands there. */
  const REACH = `
    const choices = all('.question.current .choice').filter(visible);
    const { top } = all('.question.current h3')[0].getBoundingClientRect();
    return [Math.round(top), Math.round(choices.at(-1).getBoundingClientRect().bottom), scrollY];
  `;
  for (const name of Object.keys(STATES).filter((name) => name.startsWith('question: '))) {
    test(`is in view at 1280 by 800 without scrolling: ${name}`, async () => {
      await resize(browser, 1280, 800);
      await page.open('kk');
      await STATES[name](page);
      await page.drawn();
      const [top, bottom, scrolled] = await page.run(REACH);
      assert.equal(scrolled, 0);
      assert.ok(top > 0 && bottom <= 800, `from ${top} to ${bottom}`);
    });
  }
});
