// The package as tools read it: what it exports is there, in the kind that each way of asking expects, and its types stand.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { app, bin, ROOT, run, write } from './tools.mjs';

const PACKED = join(ROOT, 'built', readdirSync(join(ROOT, 'built')).find((name) => name.endsWith('.tgz')));
const INSTALLED = join(ROOT, 'node_modules/tirkeu');

test('publint finds nothing', async () => {
  const { publint } = await import('publint');
  const { messages } = await publint({ pkgDir: INSTALLED, strict: true });
  assert.deepEqual(messages, []);
});

test('are-the-types-wrong finds nothing', () => run(bin('', 'attw'), [PACKED, '--format', 'ascii'], ROOT));

/** Programs, each with the settings under which a portal's own project would compile it. */
const PROGRAMS = {
  'a server, without the DOM library': {
    'program.ts': `
      import "tirkeu/element";
      import "tirkeu/frame";
      import init, { check, checkMany, initSync, questions, version, type Refusal, type Report } from "tirkeu";
      import { appeal } from "tirkeu/check";
      import start, { check as inline } from "tirkeu/check-inline";
      await start();
      export const same: Report = inline({ visit_date: "2026-12-01" });
      // @ts-expect-error it is check alone
      import { checkMany as none } from "tirkeu/check-inline";
      import type { TirkeuPrecheck } from "tirkeu/element";
      await init();
      await init({ module_or_path: "/tirkeu/check_bg.wasm" });
      initSync({ module: new Uint8Array() });
      const report: Report = check({ visit_date: "2026-12-01" });
      const said: [string, string, string, string | null] = [version, check.version, questions().editions[0]!.edition, questions().editions[0]!.reviewed];
      const words: string = appeal("2026-11-30").complain_by;
      const many: Uint8Array = checkMany(new Uint8Array());
      export const all = { report, said, words, many } satisfies object;
      export type Both = [Refusal, TirkeuPrecheck["result"]];
      // @ts-expect-error what starts the module is nobody else's business
      import("tirkeu").then(({ start }) => start);
    `,
    settings: { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2023'] },
  },
  'a server that requires': {
    'program.cts': `
      import tirkeu = require("tirkeu");
      import ours = require("tirkeu/element");
      export const report: tirkeu.Report = tirkeu.check({ visit_date: "2026-12-01" });
      export type Result = ours.Result;
    `,
    settings: { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2023'] },
  },
  'as projects resolved before 2022': {
    'program.ts': `import "tirkeu/element"; import { check } from "tirkeu/check"; export const told = check({ visit_date: "2026-12-01" }).verdict;`,
    settings: { module: 'esnext', moduleResolution: 'node10', lib: ['es2022', 'dom'] },
  },
  react: {
    'program.tsx': `
      import { useRef } from "react";
      import type { TirkeuPrecheck } from "tirkeu/react";
      import "tirkeu/react";
      export function Page() {
        const element = useRef<TirkeuPrecheck>(null);
        return <tirkeu-precheck ref={element} lang="kk" visit-date="2026-12-01" share-report className="wide" ontirkeu-report={({ detail }) => detail.report.fix}><p>…</p></tirkeu-precheck>;
      }
      // @ts-expect-error a day is a text
      export const wrong = <tirkeu-precheck visit-date={20261201} />;
    `,
    settings: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], jsx: 'react-jsx' },
  },
  preact: {
    'program.tsx': `
      import "tirkeu/preact";
      export const page = <tirkeu-precheck lang="kk" visit-date="2026-12-01" share-report ontirkeu-change={({ detail }) => detail.verdict}><p>…</p></tirkeu-precheck>;
      // @ts-expect-error a day is a text
      export const wrong = <tirkeu-precheck visit-date={20261201} />;
    `,
    settings: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], jsx: 'react-jsx', jsxImportSource: 'preact' },
  },
  solid: {
    'program.tsx': `
      import "tirkeu/solid";
      export const page = () => <tirkeu-precheck lang="kk" visit-date="2026-12-01" share-report="" on:tirkeu-change={({ detail }) => detail.verdict}><p>…</p></tirkeu-precheck>;
      // @ts-expect-error a day is a text
      export const wrong = () => <tirkeu-precheck visit-date={20261201} />;
    `,
    settings: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], jsx: 'preserve', jsxImportSource: 'solid-js' },
  },
  vue: {
    'program.ts': `
      import type { GlobalComponents } from "vue";
      import "tirkeu/vue";
      export type Ours = InstanceType<GlobalComponents["tirkeu-precheck"]>["$props"];
      export const props: Ours = { lang: "kk", visitDate: "2026-12-01", shareReport: true, onTirkeuReport: ({ detail }) => void detail.report.fix };
    `,
    settings: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], skipLibCheck: true },
  },
};

for (const [name, { settings, ...files }] of Object.entries(PROGRAMS)) {
  test(`the types stand: ${name}`, async () => {
    const folder = join(app('types'), 'built', name);
    rmSync(folder, { recursive: true, force: true });
    const compilerOptions = { strict: true, noEmit: true, target: 'es2022', types: [], ...settings };
    for (const [file, text] of Object.entries(files)) write(join(folder, file), text);
    write(join(folder, 'package.json'), '{ "type": "module" }');
    write(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    await run('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', folder], folder);
  });
}

test('the attributes are those of custom-elements.json', () => {
  const [element] = JSON.parse(readFileSync(join(INSTALLED, 'custom-elements.json'), 'utf8')).modules[0].declarations;
  const [, body] = readFileSync(join(INSTALLED, 'tirkeu.d.ts'), 'utf8').match(/interface TirkeuAttributes \{([^}]*)\}/);
  const typed = [...body.matchAll(/^ {2}"?([a-z-]+)"?\?:/gm)].map(([, attribute]) => attribute);
  assert.deepEqual(typed.sort(), element.attributes.map(({ name }) => name).sort());
});

test('docs/STACKS.md names the versions that are tested, and a page for each stack', () => {
  const docs = join(ROOT, '../../docs');
  const table = readFileSync(join(docs, 'STACKS.md'), 'utf8');
  const rows = [...table.matchAll(/^\| [^|]+ \| ([^|]+) \| ([^|]+) \| \[(\w+\.md)\]\(stacks\/\3\) \|$/gm)];
  const said = rows.map(([, version, what]) => `${version} ${what}`).join(' ');
  const tested = ['vite', 'webpack', 'rollup', 'esbuild', 'parcel', 'next', 'react', 'vue', 'nuxt', 'preact', 'solid-js', '@angular/core', '@sveltejs/kit', 'svelte', 'jest', 'vitest', 'deno', 'bun', 'workerd', 'wrangler'];
  for (const name of readdirSync(join(ROOT, 'apps'))) {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(app(name), 'package.json'), 'utf8'));
    for (const [tool, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (tested.includes(tool)) assert.ok(said.includes(version), `docs/STACKS.md does not say ${tool} ${version}`);
    }
  }
  assert.deepEqual([...new Set(rows.map(([, , , page]) => page))].sort(), readdirSync(join(docs, 'stacks')).sort());
});
