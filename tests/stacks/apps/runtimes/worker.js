import { check, checkMany, questions, version } from "tirkeu";

export default {
  fetch: () => {
    const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
    return new Response([verdict, checkMany(new Uint8Array()).length === 0 && version === check.version, questions().editions.at(-1).edition].join(" "));
  },
};
