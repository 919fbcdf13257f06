// What a portal's server writes: the rules, and the page's own script, which does nothing there.

import "tirkeu/element";
import "tirkeu/frame";
import init, { check, questions, version } from "tirkeu";

await init();
const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
console.log(verdict, version === check.version, questions().editions.at(-1).edition);
