export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  telemetry: false,
  css: ["../../portal/portal.css"],
  vue: { compilerOptions: { isCustomElement: (tag) => tag === "tirkeu-precheck" } },
  nitro: { output: { dir: "built" } },
});
