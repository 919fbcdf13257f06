// A clock that a test moves: every timer of a page that is opened from now on waits until it is told that time has passed.
//
// Chromium only; timers of less than a second run as ever. This file must know no page.

/** Takes over the timers of pages opened from now on. `release` gives them back to the pages opened after it. */
export async function holdClock(browser) {
  const send = (method, parameters) => browser.driver.sendAndGetDevToolsCommand(method, parameters);
  const { identifier } = await send('Page.addScriptToEvaluateOnNewDocument', { source: CLOCK });
  return {
    /** So many milliseconds pass at once. */
    pass: (milliseconds) => browser.driver.executeScript('heldClock.pass(arguments[0])', milliseconds),
    release: () => send('Page.removeScriptToEvaluateOnNewDocument', { identifier }),
  };
}

const CLOCK = `(() => {
  const { setTimeout: begin, clearTimeout: end } = globalThis;
  const held = new Map();
  let now = 0, next = -1;
  globalThis.setTimeout = (act, delay, ...words) => {
    if (!(delay >= 1000)) return begin(act, delay, ...words);
    held.set(next, { at: now + delay, act: () => act(...words) });
    return next--;
  };
  globalThis.clearTimeout = (timer) => held.delete(timer) || end(timer);
  globalThis.heldClock = { pass(milliseconds) {
    const until = now + milliseconds;
    for (;;) {
      const due = [...held].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
      if (!due) break;
      now = due[1].at;
      held.delete(due[0]);
      due[1].act();
    }
    now = until;
  } };
})()`;
