// The page without script: the list, complete.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cannot } from './engines.mjs';
import { LANGUAGES, SEEN, TRANSLATIONS, wording as marked } from './page.mjs';
import { allowScripts } from './screen.mjs';
import { browser, setUp, site } from './setup.mjs';

/** The sentences as they are shown: without the marks of what is Russian. */
const wording = (language) => Object.fromEntries(Object.entries(marked(language)).map(([id, said]) => [id, String(said).replaceAll('^', '')]));

const CAN_SWITCH = !cannot('switch scripts off');

/** Where they cannot be switched off, the policy forbids them. */
setUp(CAN_SWITCH ? {} : { policy: `default-src 'none'; style-src 'self'; img-src 'self'` });

/** Where a browser runs scripts, but none of this page, what is below the window is laid out as one comes to it: here one looks at all of it. */
const UNROLLED = `document.querySelectorAll('.list *').forEach(({ style }) => { style.contentVisibility = 'visible'; });`;

describe('without script', () => {
  before(() => CAN_SWITCH && allowScripts(browser, false));
  after(() => CAN_SWITCH && allowScripts(browser, true));

  const PAPERS = [
    'representative_identity', 'owner_identity', 'owner_consent', 'institution_request', 'identity_document',
    'birth_certificate', 'proof_of_authority', 'power_of_attorney',
  ];
  const OTHERS = ['owner_presence', 'whose_consent', 'own_registration', 'right_to_apply'];
  const ELSEWHERE = ['citizen', 'temporary_permit', 'visitor'];
  const NOT_DECIDED = ['translation', 'passport', 'absent_owner', 'akimat'];

  for (const language of SEEN) {
    test(`the list is complete in ${language}`, async () => {
      const words = wording(language);
      await browser.driver.get(`${site.address}/${language}.html`);
      const shown = await browser.driver.executeScript(`${UNROLLED} return document.body.innerText`);
      const ids = [
        'page.title', 'page.who', 'start.not',
        ...PAPERS.flatMap((id) => ['', '.what', '.when', '.get'].map((part) => `document.${id}${part}`)),
        ...OTHERS.flatMap((id) => [`requirement.${id}`, `requirement.${id}.when`]),
        ...OTHERS.map((id) => `requirement.${id}.ask`),
        ...ELSEWHERE.map((status) => `elsewhere.${status}`),
        ...NOT_DECIDED.map((id) => `answer.undecided.${id}`),
        'answer.not_reviewed',
      ];
      assert.deepEqual(ids.filter((id) => !shown.includes(words[id])), []);
      assert.ok(!shown.includes(words['page.fallback']), 'nothing failed');
      const buttons = await browser.driver.executeScript(`return [...document.querySelectorAll('.next')].filter((it) => it.getClientRects().length > 0).length`);
      if (CAN_SWITCH) assert.equal(buttons, 0, 'nothing is offered that only a script does');
      assert.equal(await browser.driver.executeScript(`return document.querySelector('tirkeu-precheck').shadowRoot?.querySelector('.tirkeu') ?? null`), null);
      const links = await browser.driver.executeScript(`return [...document.links].map(({ lang, href }) => [lang, href])`);
      for (const other of [...LANGUAGES, ...TRANSLATIONS]) {
        assert.ok(links.some(([lang, href]) => lang === other && href === `${site.address}/${other}.html`), other);
      }
    });

    test(`every paper says which forms count in ${language}, and that it must not have expired`, async () => {
      const words = wording(language);
      await browser.driver.get(`${site.address}/${language}.html`);
      const items = await browser.driver.executeScript(`${UNROLLED} return [...document.querySelectorAll('li')].map((li) => li.innerText)`);
      const forms = ['original', 'electronic', 'copy'];
      for (const id of PAPERS) {
        const item = items.find((text) => text.startsWith(words[`document.${id}`]));
        const named = (form) =>
          ['', '.consent', '.paper'].map((kind) => words[`form.list.${form}${kind}`]).some((name) => name && item.includes(name));
        assert.deepEqual(forms.filter((form) => !named(form)), [], item);
      }
    });
  }
});
