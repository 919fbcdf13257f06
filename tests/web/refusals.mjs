// The table of every interface of a browser that the page's scripts touch, and what becomes of the page without each of them.
//
// Two files of tests go through it, one for each way of refusing: together they would take too long.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { putClock, TAG } from './clock.mjs';
import { cannot, ENGINE } from './engines.mjs';
import { openHost } from './host.mjs';
import { BREAKER, touched } from './touched-interfaces.mjs';
import { HELPERS, wording } from './page.mjs';
import { page, site } from './setup.mjs';

/** Without these no word can be shown, or no answer be given: the list stays, or comes back. */
const NEEDED = `WebAssembly::instantiateStreaming addEventListener fetch URL document customElements WebAssembly WeakRef Response.ok Response.json Response.text Response.headers Response.arrayBuffer
  Element.querySelector Document.createElement Document.createTextNode Node.appendChild Node.insertBefore Node.firstChild Node.nextSibling
  Element.attachShadow Element.setAttribute Element.remove Element.shadowRoot Element.attributes Element.children Node.parentNode URL.href
  HTMLLinkElement.href Element.closest HTMLElement.hidden HTMLElement.lang Document.documentElement Element.localName Element.className HTMLElement.dataset
  EventTarget.addEventListener CustomElementRegistry.define Node.textContent UIEvent.detail Element.hasAttribute
  Element.getAttribute HTMLElement.dataset HTMLInputElement.type HTMLInputElement.value HTMLInputElement.checked Element.removeAttribute Node.nodeValue`.split(/\s+/);

/** Without these the interview goes on, with every answer. */
const GOES_ON = `console print history localStorage navigator trustedTypes Intl removeEventListener clearTimeout setTimeout getComputedStyle
  requestAnimationFrame CustomEvent matchMedia MutationObserver HTMLElement.focus HTMLElement.offsetWidth HTMLElement.style ShadowRoot.activeElement
  Document.activeElement DocumentFragment.getElementById ShadowRoot.getElementById Document.getElementById DocumentFragment.querySelector DocumentFragment.querySelectorAll
  Element.querySelectorAll Document.querySelector Document.querySelectorAll Element.toggleAttribute Element.nextElementSibling Element.append Document.append
  DocumentFragment.append DocumentFragment.children Headers.append Node.childNodes Node.isConnected Node.baseURI Storage.getItem Storage.setItem Storage.removeItem
  History.back History.go History.pushState History.state EventTarget.dispatchEvent EventTarget.removeEventListener CSSStyleDeclaration.getPropertyValue
  CSSStyleDeclaration.removeProperty CSSStyleDeclaration.setProperty PageTransitionEvent.persisted PopStateEvent.state PointerEvent.pointerType
  MutationObserver.takeRecords MutationObserver.observe MediaQueryList.matches HTMLCanvasElement.getContext CanvasRenderingContext2D.fillStyle
  CanvasRenderingContext2D.fillRect CanvasRenderingContext2D.getImageData CanvasRenderingContext2D.restore CanvasRenderingContext2D.lang
  TrustedTypePolicyFactory.createPolicy TrustedTypePolicy.createScriptURL ServiceWorkerContainer.register Navigator.serviceWorker Navigator.language
  Document.children Document.hidden Response.status Response.url Response.type HTMLLinkElement.type   HTMLInputElement.step HTMLInputElement.min HTMLInputElement.max   Element.matches Element.getAttributeNames
  window CSS IntersectionObserver performance setInterval clearInterval location  Storage.key
  MutationObserver.disconnect URL.host ShadowRoot.host Element.before PointerEvent.height HTMLInputElement.height HTMLCanvasElement.height
  URL.pathname HTMLInputElement.validity Element.replaceWith ServiceWorkerContainer.controller History.replaceState
  Element.prepend DocumentFragment.prepend Document.prepend HTMLElement.attachInternals ElementInternals.states ElementInternals.shadowRoot
  ElementInternals.validity Element.scrollIntoView
  parent URLSearchParams ResizeObserver sessionStorage ResizeObserver.observe IntersectionObserver.observe HTMLElement.title Document.title Document.open
  HTMLInputElement.select Document.close HTMLElement.click Element.after MouseEvent.ctrlKey MouseEvent.altKey MouseEvent.metaKey MouseEvent.shiftKey
  Event.preventDefault Element.getBoundingClientRect URL.origin URL.hash HTMLInputElement.src Node.contains ResizeObserver.disconnect
  IntersectionObserver.disconnect Response.body Document.body Element.replaceChildren DocumentFragment.replaceChildren Document.replaceChildren
  MediaQueryList.onchange HTMLElement.onchange Document.onchange HTMLInputElement.files Document.createElementNS IntersectionObserver.takeRecords
  console::time WebAssembly::instantiate Response::error console::error console::warn Response::json CSS::supports
  CSS::turn`.split(/\s+/);

/** Not tried: what a test's own record of the page reads, what no browser lacks that knows custom elements at all, and what the glue of
 * wasm-bindgen asks for before any of our lines: that is there or not, and does not throw; and our module's `Counter`, by whose name WebKit has something of its own. */
const UNTRIED = `Counter CustomEvent.detail Element.id Event.target Event.type HTMLElement FinalizationRegistry HTMLLinkElement.target`.split(' ');

/** What a driver's own scripts may use in the page. */
const DRIVERS = ['setTimeout', 'clearTimeout', 'removeEventListener', 'EventTarget.removeEventListener'];

const BODY = '<tirkeu-precheck lang="en" id="it" share-report><ul id="list"><li>Passport</ul></tirkeu-precheck>';
const STYLE = '<style>tirkeu-precheck { --tirkeu-accent: #5b1a8b; --tirkeu-on-accent: #fff }</style>';

/** Opens a host's page in which an interface is refused until the element has started, or has failed to. */
export async function start(id, how) {
  const refuse = `<script>${BREAKER}
    var settled = 0, again = setTimeout;
    addEventListener('tirkeu-change', () => again(() => { settled = 1; }, 60));
    var refused = ${id ? `breaker.take(${JSON.stringify(id)}, ${JSON.stringify(how)})` : 'true'};</script>`;
  putClock(site, []);
  await openHost(page, BODY, { head: STYLE + TAG + refuse });
  page.words = wording('en');
  const isSettled = () => page.driver.executeScript(`return settled || errors.length > 0 && (settled -= .2) < -1`);
  await page.until(isSettled, `${id} ${how}: the element, or the list`, 3_000).catch(() => {});
  await page.driver.executeScript('breaker.give()');
}

/** What is to be seen: the list, or the interview with what is pressed in it. */
const SEEN = `const isList = list.checkVisibility(), shown = root()?.querySelector('[data-action]');
  return { isList, isShown: Boolean(shown?.checkVisibility()), thrown };`;

/** One after another: an interface is refused, something is done, and a moment later it is given back. */
const WALK = `
  const [id, how, done] = arguments;
  const begin = setTimeout, click = HTMLElement.prototype.click;
  const wait = (time) => new Promise((passed) => begin(passed, time));
  const said = [];
  const away = async (act, time = 20) => {
    breaker.take(id, how);
    act();
    await wait(time);
    breaker.give();
  };
  const press = async (name, by, time) => {
    const shown = find(name, by);
    if (!shown) return said.push('no ' + name);
    await away(() => click.call(shown), time);
  };
  /** How many answers there are: that of the question in front, and those in the rows under it. */
  const note = () => said.push(all('[data-action^="answer:"][aria-pressed=true], .said-so-far .said').length);
  /** What the refused interface must not have cost: the report, and the clock. */
  const others = async () => {
    const reports = () => heard.filter(({ type }) => type === 'tirkeu-report').length;
    const before = reports();
    find('answer:0:age:16_17').click();
    for (let times = 0; times < 150 && reports() === before; times += 1) await wait(20);
    said.push(reports() > before ? 'told' : 'not told');
    heldClock.pass(15 * 60_000);
    said.push(find('idle::no:') ? 'asked' : 'not asked');
    heldClock.pass(60_000);
    note();
  };
  const walk = async () => {
    await press('go::check:');
    for (const name of ['answer:0:status:foreigner', 'answer:0:age:adult']) await press(name);
    note();
    await press('keep');
    await press('back', 'data-script', 40);
    note();
    await press('ru', 'data-script', 60);
    note();
    await press('clear');
    await press('undo');
    note();
    await others();
  };
  walk().then(() => done({ said, isList: list.checkVisibility(), thrown, status: root().querySelector('[role=status]').textContent }), (error) => done({ said, error: String(error) }));`;

const ANSWERS = 2;

/** Every row one way in Chromium and the other way in one of the others, by turns; what not every engine can be without both ways in each. */
const TURNS = [['gone', 'firefox'], ['throwing', 'firefox'], ['gone', 'webkit'], ['throwing', 'webkit']];
const share = (rows, how) => rows.filter((id, index) => {
  const [inChromium, other] = TURNS[index % TURNS.length];
  return DRIVERS.includes(id) || ENGINE === (how === inChromium ? 'chromium' : other);
});

/** Goes through the table. @param {'gone' | 'throwing'} how each interface is refused */
export const refuseEach = (how) => describe(`every interface, ${how}`, () => {
  let found;
  before(async () => {
    await start();
    const { globals, members } = touched();
    found = await page.run('return breaker.find(...arguments)', globals, members);
  });

  test('holds all that the scripts touch', () => {
    const table = new Set([...NEEDED, ...GOES_ON, ...UNTRIED]);
    assert.deepEqual(found.filter((id) => !table.has(id)), []);
    assert.ok(found.length > 60, `${found.length} were found`);
  });

  for (const id of share(GOES_ON, how)) {
    const skip = DRIVERS.includes(id) && cannot('do without timers');
    test(`${id}, ${how}: the interview goes on with every answer`, { skip }, async () => {
      await start(id, how);
      assert.deepEqual(await page.run(SEEN), { isList: false, isShown: true, thrown: [] });
      await page.behind();
      const { said, ...seen } = await page.driver.executeAsyncScript(`${HELPERS}${WALK}`, id, how);
      assert.deepEqual(said, [...Array(4).fill(ANSWERS), 'told', 'asked', 0], JSON.stringify(seen));
      assert.deepEqual([seen.isList, seen.thrown], [false, []]);
    });
  }

  for (const id of share(NEEDED, how)) {
    test(`${id}, ${how}: there is the list, or the interview, and nothing is thrown`, async () => {
      await start(id, how);
      const { isList, isShown, thrown } = await page.run(SEEN);
      assert.ok(isList || isShown, JSON.stringify({ isList, isShown }));
      assert.deepEqual(thrown, []);
    });
  }
});
