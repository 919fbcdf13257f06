/** @jest-environment jsdom */
const { default: init, check, questions, version } = require("tirkeu");

require("tirkeu/element");
require("tirkeu/frame");

test("the rules answer", async () => {
  await init();
  expect(check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] }).verdict).toBe("not_this_service");
  expect(questions().editions.at(-1).edition <= "2026-12-01").toBe(true);
  expect(check.version).toBe(version);
  expect(() => check({ visit_date: "Алматы" })).toThrow("visit_date");
});
