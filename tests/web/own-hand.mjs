// The page under a person's own hand: each tap is a click of the browser's.
//
// A script's click is quicker, and enough for most tests; but a browser's Back passes over what no person's own act has put into its
// history.

import { Page } from './page.mjs';

export class PageByHand extends Page {
  async tap(...names) {
    for (const name of names) {
      const button = await this.run(BUTTON, name);
      if (!button) throw new Error(`${name} is not in view; to be seen: ${(await this.actions()).join(' ')}`);
      await button.click();
      await this.written(name);
    }
  }
}

/** In view, where a finger reaches it. */
const BUTTON = `
  const button = find(arguments[0]);
  button?.scrollIntoView({ block: 'center' });
  return button ?? null;
`;
