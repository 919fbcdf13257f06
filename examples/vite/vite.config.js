export default {
  // The element finds its files beside itself, also while you develop.
  optimizeDeps: { exclude: ["tirkeu"] },
  // Every file stays a file: a strict policy forbids data: addresses.
  build: { assetsInlineLimit: 0 },
};
