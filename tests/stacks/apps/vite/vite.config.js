export default { build: { outDir: "built" } };
