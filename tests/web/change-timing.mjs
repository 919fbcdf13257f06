// How long the page's script takes to show a change, in Chromium: `node change-timing.mjs`, with TIRKEU_SITE set to the built site.
//
// A measurement for docs/BENCHMARKS.md, not a test: no time is asserted here.

import { openBrowser } from './browser.mjs';
import { serveSite } from './site.mjs';

const ROUNDS = 15;

/** What the device keeps for so many people who said everything about themselves, as the page writes it. */
const kept = (people) => {
  const said = (person) =>
    ['status:foreigner', 'age:adult', 'incapacitated:no', 'applicant:self'].map((answer) => `answer:${person}:${answer}`);
  const all = Array.from({ length: people }, (_, person) => [...said(person), `hold:${person}:identity_document:original`]);
  return ['9999-12-31', ...Array(people - 1).fill('add_person'), ...all.flat(), 'answer::service:permanent', 'answer::residence:other_owner'].join(' ');
};

/** Answers one question again and again, each time otherwise; gives the milliseconds of script of each. */
const clicks = `
  const [rounds, done] = arguments;
  const root = document.querySelector('tirkeu-precheck').shadowRoot;
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const name = round % 2 ? 'answer::owner_present:yes' : 'answer::owner_present:no';
    const button = root.querySelector('[data-action="' + name + '"]');
    const start = performance.now();
    button.click();
    times.push(performance.now() - start);
  }
  done(times);`;

/** The least and the middle of these, in one text. */
const told = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return `${sorted[0].toFixed(1)} ms (middle ${sorted[Math.floor(sorted.length / 2)].toFixed(1)})`;
};

const site = await serveSite();
const browser = await openBrowser('chromium');
try {
  for (const people of [1, 10, 100]) {
    await browser.driver.get(`${site.address}/ru.html`);
    await browser.driver.executeScript('localStorage.setItem("tirkeu", arguments[0])', kept(people));
    await browser.driver.get(`${site.address}/ru.html`);
    const begin = `const begin = document.querySelector('tirkeu-precheck')?.shadowRoot?.querySelector('[data-action="go::check:"]');
      begin?.click(); return Boolean(begin);`;
    await browser.driver.wait(() => browser.driver.executeScript(begin), 20_000);
    const times = await browser.driver.executeAsyncScript(clicks, ROUNDS);
    console.log(`${people} people: script ${told(times)}`);
  }
} finally {
  await browser.close();
  await site.close();
}
