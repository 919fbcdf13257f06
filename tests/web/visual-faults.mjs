// What can be wrong with what the page shows, whatever it shows: each look gives its faults in words, nothing when all is well.
//
// This file must not know what is shown.

import { accessibilityFaults } from './axe.mjs';
import { CYRILLIC, like } from './page.mjs';
import { emulateMedia, resize } from './screen.mjs';

const PHONE = [390, 844];

/** Makes the window a phone's again. */
export const onPhone = (page) => resize(page.browser, ...PHONE);

/** Nothing sticks out sideways at 320 px, which is a window of 1280 px at 400 %. */
async function narrow(page) {
  await zoomed(page);
  return page.run(STICKING_OUT);
}

/** Nor with the text spacing that WCAG 2.2 (1.4.12) asks for, and no text is cut off. */
async function spaced(page) {
  await zoomed(page);
  await page.run(SPACE);
  const faults = [...(await page.run(STICKING_OUT)), ...(await page.run(CUT_OFF))];
  await page.run('root().adoptedStyleSheets = [];');
  return faults;
}

/** 1280 by 1024 pixels of a screen at 400 %. */
const zoomed = (page) => resize(page.browser, 320, 256);

/** Every part says its language: a Cyrillic letter stands where the language has it, a Kazakh one in Kazakh. */
const language = (page) => page.run(LANGUAGE, page.language, CYRILLIC);

/** What the live region may say. */
const SAID = [
  'verdict.complete', 'verdict.ask', 'verdict.incomplete', 'verdict.not_this_service',
  'verdict.undecided', 'verdict.undecided.find_out', 'verdict.not_covered',
];

/** The headline, and about how many questions are left. */
const saidSo = (words, id) => {
  const left = ['one', 'few', 'some', 'many'].map((about) => words[`question.left.${about}`]);
  return new RegExp(`${like(words[id]).source.slice(0, -1)}(\\. (${left.join('|')}))?$`, 'u');
};

/** One polite live region, with one sentence, and nothing else that speaks up by itself. */
async function live(page) {
  const regions = await page.run(LIVE);
  const faults = regions.length === 1 ? [] : [`${regions.length} live regions`];
  for (const { politeness, elements, text } of regions) {
    if (politeness !== 'polite') faults.push(`a live region is ${politeness}`);
    const isOne = text === '' || SAID.some((id) => saidSo(page.words, id).test(text));
    if (elements > 0 || !isOne) faults.push(`the live region says “${text}”`);
  }
  return faults;
}

/** Where the focus is can be seen. */
export async function focus(page) {
  const focus = await page.focus();
  if (!focus) return ['the focus is lost'];
  if (!focus.visible) return [`the focus is on ${focus.tag} ${focus.id} ${focus.action}, which is hidden`];
  return [];
}

/** What axe finds, in the light, on a phone. */
const light = (page) => accessibilityFaults(page.browser);

async function coloured(page, features) {
  await emulateMedia(page.browser, features);
  const faults = await accessibilityFaults(page.browser, ['color-contrast', 'link-in-text-block']);
  await emulateMedia(page.browser, {});
  return faults;
}

/** What axe finds in the dark. */
const dark = (page) => coloured(page, { 'prefers-color-scheme': 'dark' });

/** What axe finds in a person's own colours. */
const forced = (page) => coloured(page, { 'forced-colors': 'active' });

/** What axe finds where questions and answer stand side by side. */
async function wide(page) {
  await resize(page.browser, 1280, 900);
  const faults = [...(await accessibilityFaults(page.browser)), ...(await page.run(STICKING_OUT))];
  await onPhone(page);
  return faults;
}

/** The looks that every state gets in every language. */
export const EVERYWHERE = { focus, light, language, live, narrow, spaced };

/** Those of a language that is seen in one engine only. */
export const OF_A_TRANSLATION = { light, language, narrow, spaced };

/** Those of a language that nobody speaks. */
export const OF_A_PSEUDO = { light, narrow, spaced };

/** Those that a language makes no difference to. */
export const ONCE = { dark, forced, wide };

const STICKING_OUT = `
  const width = document.documentElement.clientWidth;
  const faults = [];
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth > width) faults.push('the page is ' + scrollWidth + ' px wide in ' + width);
  for (const shown of all('*').filter(visible)) {
    if (shown.closest('[role=status]')) continue;
    const { left, right } = shown.getBoundingClientRect();
    if (right > width + 1 || left < -1) {
      const name = shown.tagName.toLowerCase() + ' “' + shown.textContent.slice(0, 40) + '”';
      faults.push(name + ' reaches from ' + Math.round(left) + ' to ' + Math.round(right) + ' px of ' + width);
    }
  }
  return faults.slice(0, 3);
`;

/** A sheet made by script is not what the policy forbids. */
const SPACE = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }' +
    ' p { margin-bottom: 2em !important; }');
  root().adoptedStyleSheets = [sheet];
`;

/** What is there for a reader alone, clipped to nothing, is not cut off. */
const CUT_OFF = `
  const cut = all('*').filter(visible).filter((shown) => !shown.matches('[role=status], input') && getComputedStyle(shown).clipPath === 'none')
    .filter((shown) => ['hidden', 'clip'].includes(getComputedStyle(shown).overflowX) || shown.tagName === 'BUTTON')
    .filter((shown) => shown.scrollWidth > shown.clientWidth + 1 || shown.scrollHeight > shown.clientHeight + 1);
  return cut.slice(0, 3).map((shown) => shown.tagName.toLowerCase() + ' “' + shown.textContent.slice(0, 40) + '” is cut off');
`;

const LANGUAGE = `
  const [spoken, letters] = arguments;
  const fits = (text, language) => (text.toLowerCase().match(/[\u0400-\u04ff]/gu) ?? []).every((letter) => letters[language]?.includes(letter));
  const faults = [];
  const languageOf = (node) => {
    for (let at = node; at; at = at.parentNode ?? at.host) if (at.lang) return at.lang;
    return '';
  };
  if (document.documentElement.lang !== spoken) faults.push('the page says ' + document.documentElement.lang);
  const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const language = languageOf(node.parentElement);
    const text = node.data;
    const isTyped = node.parentElement.closest('[data-typed]');
    if (!fits(text, language) && !isTyped) faults.push('“' + text.slice(0, 50) + '” is said to be ' + (language || 'in no language'));
  }
  for (const shown of all('[aria-label], [title], [placeholder]')) {
    const text = shown.getAttribute('aria-label') ?? '';
    const language = languageOf(shown);
    if (!fits(text, language)) faults.push('“' + text + '” is said to be ' + language);
  }
  return faults.slice(0, 3);
`;

const LIVE = `
  const implicit = { alert: 'assertive', log: 'polite', status: 'polite' };
  return all('[aria-live], [role=status], [role=alert], [role=log], output').map((region) => ({
    politeness: region.getAttribute('aria-live') ?? implicit[region.getAttribute('role')] ?? 'polite',
    elements: region.childElementCount,
    text: region.textContent,
  }));
`;
