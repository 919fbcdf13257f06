// Accessibility faults that a machine can see, found by axe.

import axe from 'axe-core';

/**
 * What axe finds wrong with the page as it is now, one line each: nothing when all is well.
 * @param {string[]} tags the rules to apply, by axe's tags
 */
export async function accessibilityFaults(browser, tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']) {
  if (!(await browser.driver.executeScript('return Boolean(window.axe)'))) await browser.driver.executeScript(axe.source);
  const result = await browser.driver.executeAsyncScript(RUN, tags);
  return result.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

const RUN = `
  const [tags, done] = arguments;
  axe.run(document, { runOnly: tags }).then(({ violations }) => done(violations), (error) => done([
    { id: 'axe', help: String(error), nodes: [{ html: '' }] },
  ]));
`;
