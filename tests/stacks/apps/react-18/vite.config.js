export default { oxc: { jsx: { runtime: "automatic" } }, build: { outDir: "built", assetsInlineLimit: 0 }, ssr: { noExternal: ["tirkeu"] } };
