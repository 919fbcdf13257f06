// The work on a whole list: in a worker, or, where none starts, in the page itself, in slices. It knows the module, and no element.

import init, { Roll } from "./list.js";

/** So long a slice is: the page, or a message to the worker, waits no longer. */
const SLICE = 24;

const pause = () =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), go());
    port2.postMessage(0);
  });

const parts = (roll) => ({
  overview: roll.overview(),
  matching: roll.matching(),
  rows: roll.rows("", 0),
  rests: roll.rests(),
});

/** What takes messages and answers them through `tell`; each has the number of what it answers. */
export const worker = (tell) => {
  let roll;
  let turn = Promise.resolve();

  /** How often all work was stopped: whatever began before is given up at the end of its slice. */
  let stops = 0;

  /** Slices until all is done; each tells how far it is. */
  const finish = async (id, phase) => {
    const before = stops;
    for (let last = 0; ; await pause()) {
      if (stops !== before) throw new Error("stopped");
      const end = performance.now() + SLICE;
      let isDone;
      do isDone = roll.step();
      while (!isDone && performance.now() < end);
      if (isDone) return;
      if (performance.now() - last < 50) continue;
      tell({ id, phase, done: roll.done(), total: roll.total() });
      last = performance.now();
    }
  };

  const checked = async (id) => {
    roll.check();
    await finish(id, "checking");
    return parts(roll);
  };

  const doing = {
    open: async (_, { wordings, language, today, sets, module, base }) => {
      await load(module, base, tell);
      roll = new Roll(wordings, language, today);
      sets.forEach(([what, value]) => roll.set(what, value));
      return { once: roll.once() };
    },
    read: async (id, { file, sets, today }) => {
      tell({ id, phase: "reading", done: 0, total: 0 });
      if (today) roll.set_today(today);
      roll.read(new Uint8Array(await file.arrayBuffer()));
      await finish(id, "reading");
      const failed = roll.failed();
      if (failed) return { failed };
      sets.forEach(([what, value]) => roll.set(what, value));
      return { ...(await checked(id)), once: roll.once() };
    },
    set: async (id, { what, value }) => (roll.set(what, value), checked(id)),
    say: async (_, { what, value }) => ({ once: (roll.set(what, value), roll.once()) }),
    rows: async (_, { group, page }) => ({ rows: roll.rows(group, page) }),
    faults: async (_, { place, kind, page }) => ({ faults: roll.faults(place, kind, page) }),
    one: async (_, { row }) => ({ one: roll.one(row) }),
    sheets: async (_, { group, row, page = 0 }) => ({
      sheets: roll.sheets(group, row, page),
      more: roll.about_sheets(group, row, page),
    }),
    request: async (_, { group }) => ({ sheets: roll.request(group), more: roll.about_request(group) }),
    template: async () => ({ file: roll.template() }),
    write: async (id) => {
      roll.write();
      await finish(id, "writing");
      const failed = roll.failed();
      return failed ? { failed } : { file: roll.written() };
    },
  };

  return ({ data: { id, act, ...rest } }) => {
    if (act === "ready") return tell({ id });
    if (act === "stop") return (stops += 1);
    const before = stops;
    const begin = () => (before === stops || act === "open" ? doing[act](id, rest) : Promise.reject(new Error("stopped")));
    turn = turn.then(begin).then(
      (answer) => tell({ id, answer }),
      (fault) => tell({ id, fault: String(fault?.message ?? fault).slice(0, 200) }),
    );
  };
};

/** Fetches the module, and tells how much of it is there. */
async function load(size, base, tell) {
  const answer = await fetch(new URL("list_bg.wasm", base));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const reader = answer.body.getReader();
  const pieces = [];
  for (let done = 0, piece; (piece = await reader.read()).value; pieces.push(piece.value)) {
    done += piece.value.length;
    tell({ phase: "loading", done, total: size });
  }
  await init({ module_or_path: await new Blob(pieces).arrayBuffer() });
}
