// The page as a test drives it: by the names of its actions, by ids and by the ids of its sentences.
//
// This file must know no sentence, no class and no law.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENGINE } from './engines.mjs';

const WORDING = new URL('../../www/wording/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Every language by its file, in the order in which the page offers them. */
const FILES = readdirSync(WORDING).map((name) => [name.replace('.json', ''), read(new URL(name, WORDING))])
  .sort(([, one], [, other]) => one['language.place'] - other['language.place']);
const isOriginal = ([, words]) => !('language.sources' in words);

/** Those that others are translated from, and those. */
export const LANGUAGES = FILES.filter(isOriginal).map(([tag]) => tag);
export const TRANSLATIONS = FILES.filter((file) => !isOriginal(file)).map(([tag]) => tag);

/** Every language in one engine, two of them in the others. */
export const SEEN = ENGINE === 'chromium' ? [...LANGUAGES, ...TRANSLATIONS] : LANGUAGES.slice(0, 2);

/** For what a language makes little difference to: the first, and the last, which runs from right to left where all are seen. */
export const TWO = [SEEN[0], SEEN.at(-1)];

/** The Cyrillic letters that each language has, as its own sentences show: none where it is written in others. */
export const CYRILLIC = Object.fromEntries(FILES.map(([tag, words]) => {
  const said = Object.values(words).filter((sentence) => typeof sentence === 'string').map((sentence) => sentence.split('^').filter((_, at) => at % 2 === 0).join(''));
  return [tag, [...new Set(said.join('').toLowerCase().match(/[\u0400-\u04ff]/gu))].sort().join('')];
}));

/** The site with languages that nobody speaks: longer, and from right to left. */
export const PSEUDO_SITE = process.env.TIRKEU_PSEUDO ?? new URL('../../target/pseudo', import.meta.url).pathname;
export const PSEUDO = ['en-XA', 'ar-XB'];

const PATIENCE = 20_000;

/** Every sentence of a language, by its id; a browser loads them in parts. */
export const wording = (language) => {
  const file = new URL(`${language}.json`, WORDING);
  if (existsSync(file)) return read(file);
  return Object.assign({}, ...['', '.later', '.paper'].map((part) => read(join(PSEUDO_SITE, 'wording', `${language}${part}.json`))));
};

/** The page in a browser. Whatever it shows is asked of the page itself, each time anew. */
export class Page {
  /**
   * @param {{ engine: string, driver: import('selenium-webdriver').WebDriver }} browser
   * @param {{ address: string }} site
   */
  constructor(browser, site) {
    this.browser = browser;
    this.driver = browser.driver;
    this.site = site;
  }

  /** Runs a script in the page; `root`, `visible`, `active` and `find` are at hand. */
  run(script, ...words) {
    return this.driver.executeScript(`${HELPERS}\n${script}`, ...words);
  }

  /** Opens the page of a language as somebody who was never there, or, with `keep`, as somebody who was. */
  async open(language, { keep = false } = {}) {
    this.language = language;
    this.words = wording(language);
    const path = `/${language}.html`;
    await this.visit(path);
    if (!keep && (await this.driver.executeScript(FORGET))) await this.visit(path);
    await this.ready();
  }

  visit(path) {
    return this.driver.get(this.site.address + path);
  }

  /** Once the element has taken over from the list; what the page shows before the module has started has the same buttons. */
  async ready() {
    const IS_READY = `return Boolean(document.querySelector('tirkeu-precheck')?.result && find('go::check:'));`;
    await this.until(() => this.run(IS_READY), 'the element to be ready');
    await this.behind();
  }

  /** Once what comes right behind the first question is there too; whether it is. */
  async behind() {
    const isThere = await this.waitShortly(IS_BEHIND);
    await sleep(25); // what has arrived is run
    return isThere;
  }

  /** Nobody waits long for what cannot be had: whether it was there in time. */
  async waitShortly(script) {
    const deadline = Date.now() + 2_000;
    let holds = await this.run(script);
    for (; !holds && Date.now() < deadline; holds = await this.run(script)) await sleep(25);
    return holds;
  }

  /** Once every style sheet that was asked for is there: that of sheets and complaints comes with the first of them. */
  async dressed() {
    const isDressed = `
      const links = all('link');
      const isPaper = ({ href }) => href.endsWith('/paper.css');
      const isWorn = root()?.adoptedStyleSheets?.length > 0;
      return links.every(({ sheet }) => sheet) && (isWorn || !root()?.querySelector('.sheet') || links.some(isPaper));`;
    await this.until(() => this.run(isDressed), 'the style');
  }

  /** Once all that makes the page work without a network has been fetched too. */
  async settled() {
    await this.driver.executeAsyncScript('const [done] = arguments; navigator.serviceWorker.ready.then(() => done(), done)');
  }

  async until(holds, what, patience = PATIENCE) {
    const deadline = Date.now() + patience;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
      await sleep(25);
    }
  }

  /** Taps these buttons one after another, each of which must be in view when its turn comes. */
  async tap(...names) {
    for (const name of names) {
      let fault = await this.run('return tap(arguments[0]);', name);
      if (fault === FOLDED) {
        await this.drawn();
        fault = await this.run('return tap(arguments[0]);', name);
      }
      if (fault) throw new Error(`${name}: ${fault}; to be seen: ${(await this.actions()).join(' ')}`);
      await this.written(name);
    }
  }

  /** Once what this button leads to is there: sheets, and what follows a refusal, come when they are asked for. */
  async written(name) {
    if (/^go::(?!check|start)/.test(name)) await this.waitShortly(`return !root()?.querySelector('.part:empty');`);
  }

  /** Presses a button that is the script's own: `back`, `print`, or a language. */
  async press(request) {
    const fault = await this.run(`return tap(arguments[0], 'data-script');`, request);
    if (fault) throw new Error(`${request}: ${fault}`);
  }

  /** Switches the language and waits until it is spoken. */
  async speak(language) {
    await this.press(language);
    this.words = wording(language);
    this.language = language;
    await this.until(() => this.run('return document.documentElement.lang === arguments[0]', language), language);
  }

  /** Fills a field by its id, as somebody who typed into it and left it. */
  async fill(id, value) {
    await this.run(FILL, id, value);
  }

  /** The names of the actions in view, in their order. */
  actions() {
    return this.run(`return all('[data-action]').filter(visible).map((shown) => shown.dataset.action);`);
  }

  /** The questions in view: `{ person, subject, kind, pressed, answers }`, in their order. */
  questions() {
    return this.run(QUESTIONS);
  }

  /** The question in front, where only one is in view; undefined once the answer is. */
  async question() {
    return (await this.questions())[0];
  }

  /** What was said: what is pressed in the question in front, and what the rows of the answers so far say, by the names of actions. */
  async pressed() {
    const [pressed, rows] = await this.run(`return [
      all('[data-action][aria-pressed=true]').map((shown) => shown.dataset.action),
      all('.said-so-far li').map((row) => [row.querySelector('.change').dataset.action, row.querySelector('.said').textContent]),
    ];`);
    return [...new Set([...pressed, ...rows.map(([change, said]) => actionOf(change, said))])].sort();
  }

  /** The verdict that the headline speaks of, by its id; undefined where no answer is in view. */
  async verdict() {
    const headline = await this.run(`const shown = root().getElementById('answer'); return shown?.textContent;`);
    if (!headline) return undefined;
    const ids = ['complete', 'ask', 'incomplete', 'not_this_service', 'undecided', 'not_covered'];
    const ends = ['', '.police', '.both', '.find_out'];
    const sentence = (id) => this.words[id]?.replaceAll('^', '') ?? '-';
    const says = (id) => ends.some((end) => like(sentence(`verdict.${id}${end}`)).test(headline));
    return ids.find(says) ?? `unknown: ${headline}`;
  }

  /** The section under the heading with this sentence: its text and its actions; null if there is none. */
  section(id) {
    return this.run(SECTION, this.words[id]);
  }

  /** All that is to be read, in view. */
  text() {
    return this.run(`return root().querySelector('[lang]').innerText;`);
  }

  /** Once the browser has drawn what is shown now; the focus follows with that. */
  async drawn() {
    await this.driver.executeAsyncScript('requestAnimationFrame(() => setTimeout(arguments[0]))');
  }

  /** Where the focus is: its tag, id, action and whether it can be seen; null when it is lost. */
  async focus() {
    await this.drawn();
    return this.run(FOCUS);
  }

  /** What is kept in the browser, of every kind. */
  stored() {
    return this.run(`return { local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie };`);
  }

  address() {
    return this.driver.getCurrentUrl();
  }
}

/** A pattern for a sentence whose places may hold anything. */
export function like(sentence) {
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u');
}

/** What was tapped is folded: it is unfolded, and can be tapped once that is drawn. */
const FOLDED = 'was folded';

/** At hand for every script that a test runs in the page. */
export const HELPERS = `
  const root = () => document.querySelector('tirkeu-precheck')?.shadowRoot;
  const all = (selector) => [...root().querySelectorAll(selector)];
  const visible = (shown) => shown.checkVisibility
    ? shown.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && shown.getClientRects().length > 0
    : shown.getClientRects().length > 0;
  const named = (name, by = 'data-action') => all('[' + by + ']').filter((shown) => shown.getAttribute(by) === name);
  const find = (name, by) => named(name, by).find(visible);
  /** What is folded is unfolded first, as a person would. */
  const unfold = (shown) => {
    for (let at = shown; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
  };
  const tap = (name, by) => {
    const shown = find(name, by);
    if (!shown && named(name, by).some((other) => other.closest('details:not([open])'))) {
      named(name, by).forEach(unfold);
      return '${FOLDED}';
    }
    if (!shown) return named(name, by).length > 0 ? 'is not in view' : 'is not there';
    shown.focus();
    shown.click();
    return null;
  };
`;

/** The style of the answer, and its words. */
const IS_BEHIND = `
  const loaded = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd > 0);
  const elements = [...document.querySelectorAll('tirkeu-precheck')].filter(({ result }) => result);
  return elements.every(({ shadowRoot }) => [...shadowRoot.querySelectorAll('link')].some(({ href, sheet }) => /answer[^/]*\\.css/.test(href) && sheet))
    && [/later[^/]*\\.txt/, /behind[^/]*\\.js/].every((file) => loaded.some(({ name }) => file.test(name)));
`;

/** The action that said this to the question that a row changes, in whatever language the row is. */
function actionOf(change, said) {
  const [, person, subject] = change.split(':');
  for (const words of LANGUAGES.map(wording)) {
    const ids = Object.keys(words).filter((id) => words[id] === said || (id.startsWith('form.') && said.startsWith(`${words[id]}, `)));
    if (ids.includes('question.unknown')) return `unknown:${person}:${subject}:`;
    const answer = ids.find((id) => id.startsWith(`answer.${subject}.`));
    if (answer) return `answer:${person}:${subject}:${answer.split('.')[2]}`;
    const form = ids.find((id) => /^form\.(original|electronic|copy|none|expired)/.test(id));
    if (form) return `hold:${person}:${subject}:${form.split('.')[1]}`;
  }
  return `${change} ${said}`;
}

/** Tells whether there was anything to forget. */
const FORGET = `
  const kept = localStorage.length + sessionStorage.length;
  localStorage.clear();
  sessionStorage.clear();
  return kept > 0;
`;

const FILL = `
  const field = root().getElementById(arguments[0]);
  field.focus();
  if (field.type === 'checkbox') {
    if (field.checked !== arguments[1]) field.click();
  } else {
    field.value = arguments[1];
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
`;

const QUESTIONS = `
  const choices = all('[data-action]').filter(visible).filter(({ dataset }) => /^(answer|hold|unknown):/.test(dataset.action));
  const questions = new Map();
  for (const choice of choices) {
    const [kind, person, subject, answer] = choice.dataset.action.split(':');
    const key = person + ':' + subject;
    const question = questions.get(key) ?? { person: person === '' ? null : Number(person), subject, answers: [] };
    if (kind === 'unknown') question.unknown = true;
    else { question.kind = kind; question.answers.push(answer); }
    if (choice.getAttribute('aria-pressed') === 'true') question.pressed = kind === 'unknown' ? 'unknown' : answer;
    questions.set(key, question);
  }
  return [...questions.values()];
`;

const SECTION = `
  const heading = all('h2, h3').find((heading) => visible(heading) && heading.textContent === arguments[0]);
  if (!heading) return null;
  const section = heading.closest('section') ?? heading.parentElement;
  unfold(heading);
  return {
    text: section.innerText,
    actions: [...section.querySelectorAll('[data-action]')].map((shown) => shown.dataset.action),
  };
`;

const FOCUS = `
  const active = root().activeElement;
  if (!active || document.activeElement !== root().host) return null;
  const { id, dataset, tagName } = active;
  const seen = visible(active);
  return { tag: tagName.toLowerCase(), id, action: dataset.action ?? dataset.script ?? null, visible: seen };
`;
