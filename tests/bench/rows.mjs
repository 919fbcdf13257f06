// A list of so many rows of twelve columns, as CSV and as a workbook that SheetJS writes.

import xlsx from 'xlsx';

const HEAD = ['№', 'ФИО', 'Комната', 'Статус', 'Дата рождения', 'ИИН', 'Паспорт', 'Срок действия', 'Кто подаёт', 'Дееспособность нарушена', 'Семья', 'Примечание'];

const row = (n) => [
  `${n}`, `Фамилия ${n} Имя ${n % 97}`, `${n % 400}`, n % 7 ? 'ВНЖ' : 'беженец', `${10 + (n % 18)}.0${1 + (n % 9)}.${1950 + (n % 50)}`, '', n % 3 ? 'оригинал' : 'копия',
  '31.12.2030', 'сам', 'нет', '', `примечание ${n % 1000}`,
];

/** The headings, and so many rows. @param {number} count */
export const list = (count) => [HEAD, ...Array.from({ length: count }, (_, n) => row(n))];

export const csv = (count) => list(count).map((cells) => cells.join(';')).join('\n');

export function workbook(count) {
  const { utils, write } = xlsx;
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(list(count)), '1');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}
