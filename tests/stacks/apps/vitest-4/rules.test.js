// @vitest-environment jsdom
import "tirkeu/element";
import "tirkeu/frame";
import init, { check, questions, version } from "tirkeu";
import { expect, test } from "vitest";

test("the rules answer, and the element is known", async () => {
  await init();
  expect(check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] }).verdict).toBe("not_this_service");
  expect(questions().editions.at(-1).edition <= "2026-12-01").toBe(true);
  expect(check.version).toBe(version);
  expect(customElements.get("tirkeu-precheck")).toBeDefined();
});
