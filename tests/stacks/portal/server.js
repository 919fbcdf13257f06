// What a portal's server writes: the rules, and the page's own script, which does nothing there.

import "tirkeu/element";
import "tirkeu/frame";
import init, { appeal, check, initSync, questions, version } from "tirkeu";

await init();
initSync();
const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
console.log(verdict, version === check.version && appeal("2026-11-30").complain_by === "2027-02-28", questions().editions.at(-1).edition);
