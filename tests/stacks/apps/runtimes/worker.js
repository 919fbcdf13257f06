import { appeal, check, checkMany, initSync, questions, version } from "tirkeu";

initSync();

export default {
  fetch: () => {
    const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
    return new Response([verdict, checkMany(new Uint8Array()).length === 0 && version === check.version && appeal("2026-11-30").complain_by === "2027-02-28", questions().editions.at(-1).edition].join(" "));
  },
};
