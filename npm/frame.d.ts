// What `import "tirkeu/frame"` does: keeps every <iframe class="tirkeu"> as tall as what is in it.
export {};
