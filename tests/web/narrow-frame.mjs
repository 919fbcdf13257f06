// The page in a frame: as narrow as a phone, where a browser's window cannot be.

import { cannot } from './engines.mjs';
import { Page } from './page.mjs';

class FramedPage extends Page {
  async visit(path) {
    this.site.host('/framed.html', `<!doctype html><html lang="en"><title>A frame</title><iframe title="The page" src="${path}"></iframe>`);
    await super.visit('/framed.html');
    await this.driver.switchTo().frame(0);
  }
}

/** A page that can be made as narrow as a phone. */
export const phonePage = (browser, site) =>
  cannot('be as narrow as a phone') ? new FramedPage(browser, site) : new Page(browser, site);
