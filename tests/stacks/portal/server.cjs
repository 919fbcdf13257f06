// What a portal's server writes where it requires instead of importing.

require("tirkeu/element");
require("tirkeu/frame");
const { default: init, check, questions, version } = require("tirkeu");

init().then(() => {
  const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
  console.log(verdict, version === check.version, questions().editions.at(-1).edition);
});
