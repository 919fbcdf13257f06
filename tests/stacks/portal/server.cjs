// What a portal's server writes where it requires instead of importing.

require("tirkeu/element");
require("tirkeu/frame");
const { default: init, appeal, check, initSync, questions, version } = require("tirkeu");

init().then(() => {
  initSync();
  const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
  console.log(verdict, version === check.version && appeal("2026-11-30").complain_by === "2027-02-28", questions().editions.at(-1).edition);
});
