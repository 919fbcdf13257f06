// What a PDF says of its pages, whichever engine wrote it.

import { inflateSync } from 'node:zlib';

/** The size of each page in millimetres, rounded: engines round to whole points, each in its own way. */
export function paperSizes(pdf) {
  const pages = objects(pdf).filter((object) => /\/Type\s*\/Page\b/.test(object));
  return pages.map((page) => {
    const [, , , width, height] = page.match(/\/MediaBox\s*\[\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+?)\s*\]/);
    return [width, height].map((points) => Math.round((points / 72) * 25.4)).join(' × ');
  });
}

/** Firefox packs its objects: those are unpacked, and stand one after another. */
function objects(pdf) {
  const text = pdf.toString('latin1');
  const packed = text.split('endobj').filter((object) => /\/Type\s*\/ObjStm/.test(object));
  return [...text.split('endobj'), ...packed.flatMap((object) => unpacked(object).split(/(?<=>>)\s*(?=<<)/))];
}

function unpacked(object) {
  const start = object.match(/stream\r?\n/);
  return inflateSync(Buffer.from(object.slice(start.index + start[0].length), 'latin1')).toString('latin1');
}

/** How many pieces of text are shown on all the pages together; of what Chromium writes. */
export function piecesOfText(pdf) {
  const contents = objects(pdf).filter((object) => /\/FlateDecode/.test(object) && !/\/Length1|\/Subtype|\/Type/.test(object));
  return contents.flatMap((object) => unpacked(object).match(/\bT[jJ]\b/g) ?? []).length;
}
