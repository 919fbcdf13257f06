// Others change the page too: translators, reader modes, extensions, a host's script. After the next answer what is shown is the state.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openHost } from './host.mjs';
import { page, setUp } from './setup.mjs';
import { VERDICTS, answerTo, goThrough } from './situations.mjs';

setUp();

const [ADULT] = VERDICTS.complete.people;

/** As page translation does it: every text becomes two elements of its own with other words in them. */
const TRANSLATE = `
  const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(({ data }) => data.trim())) {
    const [outer, inner] = [1, 2].map(() => document.createElement('font'));
    inner.textContent = 'x' + text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }`;

describe('page translation', () => {
  test('as it was reported: four answers later the verdict on the screen is that which is told', async () => {
    await page.open('ru');
    await page.tap('go::check:');
    for (const answers of [{}, {}, {}, { owner_identity: 'none' }]) {
      await page.run(TRANSLATE);
      for (let step = 0, question; step < 3 && (question = await page.question()); step += 1) {
        await page.tap(answerTo(question, [{ ...ADULT, owner_identity: 'none', ...answers }]));
      }
    }
    assert.equal(await page.run(`return document.querySelector('tirkeu-precheck').result.verdict`), 'incomplete');
    assert.equal(await page.verdict(), 'incomplete');
    assert.equal(await page.run(`return all('font').length`), 0);
  });

  test('a tap on translated words is a tap on the button', async () => {
    await page.open('ru');
    await page.tap('go::check:');
    await page.run(TRANSLATE);
    await page.run(`find('answer:0:status:foreigner').querySelector('font').click()`);
    assert.equal((await page.question()).subject, 'age');
  });

  test('what is typed for printing stays', async () => {
    await page.open('en');
    await goThrough(page, VERDICTS.complete);
    await page.tap('go::visit_sheet:');
    await page.until(() => page.run(`return all('.both [lang=kk]').length > 0`), 'the officer’s language');
    await page.fill('paper-name0', 'Aigul');
    await page.run(TRANSLATE);
    await page.run(`root().getElementById('paper-name0').before(document.createElement('i'))`);
    await page.press('officer:ru');
    await page.until(() => page.run(`return all('.both [lang=ru]').length > 0 && all('font').length === 0`), 'the other language');
    const typed = `return [root().getElementById('paper-name0').value, root().querySelector('[data-typed=name0]').textContent, all('i').length]`;
    assert.deepEqual(await page.run(typed), ['Aigul', 'Aigul', 0]);
  });

  test('is told what it must leave alone, and in which language each piece is', async () => {
    await page.open('en');
    await page.tap('go::check:');
    const answers = [{ ...ADULT, owner_identity: 'none' }];
    for (let question; (question = await page.question()); ) await page.tap(answerTo(question, answers));
    const left = (selector) => page.run(`return all(arguments[0]).map(({ translate }) => translate)`, selector);
    for (const selector of ['cite', '.languages button']) {
      const given = await left(selector);
      assert.ok(given.length > 0 && !given.includes(true), selector);
    }
    await page.tap('go::visit_sheet:');
    await page.until(() => page.run(`return all('.both [lang=kk]').length > 0`), 'the officer’s language');
    for (const selector of ['.typed', '.officers button']) {
      const given = await left(selector);
      assert.ok(given.length > 0 && !given.includes(true), selector);
    }
  });
});

describe('the focus', () => {
  test('stays where it is when nobody else did anything, and when others only add to it', async () => {
    await page.open('en');
    await page.tap('go::check:');
    for (const others of ['', `find('unknown:0:status:').dataset.other = 1; root().activeElement.classList.add('focus-visible')`]) {
      await page.run(`window.held = find('unknown:0:status:'); held.focus(); ${others}`);
      await page.run(`document.querySelector('tirkeu-precheck').setAttribute('visit-date', '2027-01-0${others ? 2 : 1}')`);
      await page.drawn();
      assert.equal(await page.run('return root().activeElement === held'), true, others);
    }
  });
});

const SEED = Number(process.env.TIRKEU_SEED ?? Date.now() % 1_000_000);
const ROUNDS = 100;

describe(`a hundred random changes (seed ${SEED}; TIRKEU_SEED repeats it)`, () => {
  /** Mulberry32: small, and the same everywhere. */
  const random = ((state) => (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  })(SEED);

  const HELP = `
    const inIt = (id) => document.getElementById(id).shadowRoot;
    const shownAs = (node) => {
      if (node.nodeType !== 1) return node.nodeType === 3 ? node.data : '<!>';
      const attributes = [...node.attributes].map(({ name, value }) => name + '=' + value).sort();
      return [node.localName, ...attributes, node.value ?? '', node.checked ?? '', '(', ...[...node.childNodes].map(shownAs), ')'].join(' ');
    };
    const shown = (id) => [...inIt(id).querySelector('.tirkeu').childNodes].filter(({ role }) => role !== 'status').map(shownAs).join();
    const actions = (id) => [...inIt(id).querySelectorAll('.visit button[data-action]')].filter(({ dataset }) => !/^(clear|go::appeal)/.test(dataset.action));`;

  /** One change, made of three numbers. */
  const DISTURB = `${HELP}
    const [kind, one, other] = arguments;
    const inside = [...inIt('touched').querySelector('.visit').querySelectorAll('*')].flatMap((node) => [node, ...node.childNodes]);
    if (inside.length === 0) return 'nothing is left';
    const node = inside[one % inside.length], another = inside[other % inside.length];
    // What is folded up or not is for the person to say, so it is no change by others.
    const attributes = [...(node.attributes ?? [])].filter(({ name }) => name !== 'open');
    const gone = attributes[other % (attributes.length || 1)];
    const made = (name) => Object.assign(document.createElement(name), { textContent: 'other' });
    const changes = {
      replaced: () => node.replaceWith(made('font')),
      cloned: () => node.replaceWith(node.cloneNode(true)),
      wrapped: () => { const around = made('span'); node.replaceWith(around); around.append(node); },
      moved: () => !node.contains(another) && another.before(node),
      'moved into': () => !node.contains(another) && another.nodeType === 1 && another.append(node),
      'taken out': () => node.remove(),
      'without an attribute': () => gone ? node.removeAttribute(gone.name) : (node.data = 'changed'),
      'another attribute': () => gone ? node.setAttribute(gone.name, 'other') : (node.data += '!'),
      'one more attribute': () => node.setAttribute?.(['hidden', 'style', 'lang', 'inert'][other % 4], 'display:none'),
      'the other way round': () => node.replaceChildren?.(...[...node.childNodes].reverse()),
      normalised: () => node.normalize(),
      'beside something': () => node.before(made('div')),
      emptied: () => { node.textContent = ''; },
      'altered while it was out': () => {
        const { parentNode: parent, nextSibling: next } = node;
        node.remove();
        setTimeout(() => { node.textContent = 'altered'; parent.insertBefore(node, next?.parentNode === parent ? next : null); });
      },
    };
    const name = Object.keys(changes)[kind % Object.keys(changes).length];
    changes[name]();
    return name;`;

  /** The same action in both; where what was changed leaves none, the host says another day. */
  const ACT = `${HELP}
    const there = new Set(actions('touched').map(({ dataset }) => dataset.action));
    const both = actions('untouched').filter(({ dataset }) => there.has(dataset.action));
    const { action } = both[arguments[0] % (both.length || 1)]?.dataset ?? {};
    for (const id of ['touched', 'untouched']) {
      if (action) actions(id).find(({ dataset }) => dataset.action === action).click();
      else document.getElementById(id).setAttribute('visit-date', '2027-02-' + String(10 + arguments[0] % 18));
    }
    return action ?? 'another day';`;

  test('between answers: what is shown is what is shown where nobody changed anything', async () => {
    await openHost(page, ['touched', 'untouched'].map((id) => `<tirkeu-precheck lang="en" id="${id}" visit-date="2027-01-20"></tirkeu-precheck>`).join(''));
    await page.until(() => page.run(`return ['touched', 'untouched'].every((id) => document.getElementById(id).result)`), 'both');
    await page.behind();
    const done = new Set();
    for (let round = 0; round < ROUNDS; round += 1) {
      const way = [];
      for (let count = 0; count <= random(3); count += 1) way.push(await page.run(DISTURB, random(1000), random(100_000), random(100_000)));
      way.push(await page.run(ACT, random(100_000)));
      way.forEach((step) => done.add(step));
      let touched, untouched;
      const areAlike = async () => {
        [touched, untouched] = await page.run(`${HELP} return ['touched', 'untouched'].map(shown)`);
        return touched === untouched;
      };
      // What comes by the network, sheets and their second language, comes to each in its own time.
      await page.until(areAlike, 'both to show the same').catch(() => {});
      assert.equal(touched, untouched, `seed ${SEED}, round ${round}: ${way.join(', ')}`);
    }
    assert.ok(done.size > 30, `${[...done]}`);
    assert.deepEqual(await page.run('return [errors, thrown]'), [[], []]);
  });
});

describe('what stands around', () => {
  const CHANGES = {
    'the place is taken out': `root().querySelector('.visit').remove()`,
    'the place is wrapped': `const around = document.createElement('div'), shown = root().querySelector('.visit'); shown.replaceWith(around); around.append(shown)`,
    'all of it is taken out': `root().replaceChildren()`,
    'something stands in its place': `root().querySelector('.tirkeu').append(document.createElement('font'))`,
    'its attributes are gone': `for (const shown of all('.tirkeu, .visit, .live, link')) for (const { name } of [...shown.attributes]) shown.removeAttribute(name)`,
    'it is hidden': `for (const shown of all('.tirkeu, .visit')) shown.hidden = true`,
  };
  for (const [name, change] of Object.entries(CHANGES)) {
    test(`${name}: after the next action it stands again`, async () => {
      await openHost(page, '<tirkeu-precheck lang="en"></tirkeu-precheck>');
      await page.ready();
      await page.tap('go::check:', 'answer:0:status:foreigner');
      const outline = `return [...root().querySelectorAll('link, slot, .tirkeu, .live, .visit')].map(({ localName, className, parentNode, href, rel }) => [localName, className, parentNode.className, href, rel].join(' '))`;
      const before = await page.run(outline);
      await page.run(change);
      await page.run(`document.querySelector('tirkeu-precheck').setAttribute('visit-date', '2027-01-20')`);
      assert.deepEqual((await page.run(outline)).sort(), before.sort());
      await page.until(async () => (await page.question())?.subject === 'age', 'the question');
      await page.tap('answer:0:age:adult');
      const { actions } = await page.section('part.answers');
      assert.deepEqual(actions.filter((name) => name.startsWith('change:')), ['change:0:status:', 'change:0:age:']);
    });
  }
});
