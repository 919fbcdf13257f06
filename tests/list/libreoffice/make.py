#!/usr/bin/python3
"""Makes the files that stand beside it anew, with LibreOffice and without a screen: see README.md.

    make.py TIRKEU FOLDER

TIRKEU is the native program, whose templates are filled in as a person would: cell by cell, typed. FOLDER takes the files.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

XLSX = "Calc MS Excel 2007 XML"
PIPE = "tirkeu-list"

# What a person types below the example of a template, in its language: an adult, a child, somebody of whom nothing is known yet.
TEMPLATES = {
    "kk": ["Сейтқали Әсел", "Сейтқали Нұр", "Қуанышбек Ғалия"],
    "ru": ["Ким Елена", "Ким Пётр", "Ёлкина Анна"],
    "en": ["Lee Anna", "Lee Mark", "O'Neil Joan"],
}
BORN = ["12.03.1990", "2015-07-01", ""]

HEADINGS = [
    "№", "Комната", "Ф.И.О.", "ИИН", "Дата рождения", "Статус", "Документ", "Срок действия документа",
    "Кто подаёт", "Недееспособность", "Примечание",
]
# As a dormitory keeps it: rooms, one word spelled in many ways (one with Latin letters), days that are days (`=`), text with dots, ISO,
# a month by its name, an unknown word, a blank row, a formula, a number that begins like one.
DORMITORY = [
    ["1", "201а", "Ким Елена", "", "=DATE(1990;3;12)", "ВНЖ", "оригинал", "=DATE(2030;12;31)", "сам", "нет", ""],
    ["2", "201а", "Ли Пётр", "", "05.04.1991", "внж ", "Копия", "31.12.2030", "Сама", "Нет", "=2+2"],
    ["3", "202", "ÖZTÜRK Ayşe", "", "1995-03-04", "Вид на жительство", "ОРИГИНАЛ", "2030-12-31", "лично", "нет", "+7 701 000 00 00"],
    [],
    ["4", "203", "Сейтқали Әсел", "", "4 мая 2001 г.", "BHЖ", "подлинник", "бессрочно", "самостоятельно", "жоқ", "-"],
    ["5", "203", "Рахими Фарид", "", "=DATE(1988;1;9)", "Беженец", "эл.", "-", "сам", "нет", ""],
    ["6", "204", "Иванова Анна", "", "01.12.1999", "студент", "ориг.", "31.12.2030", "сама", "нет", "переехала из 201а"],
    ["7", "204", "Петров Иван", "", "02.02.1980", "лбг", "нет", "", "сам", "нет", ""],
]


def main():
    program, made = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as folder:
        office, desktop, dispatcher = started(folder)
        try:
            for language in TEMPLATES:
                template = pathlib.Path(folder, f"{language}.xlsx")
                subprocess.run([program, "list", "--template", language, "--out", template], check=True)
                fill_in(desktop, dispatcher, template, language, made)
            keep_a_list(desktop, made)
        finally:
            try:
                desktop.terminate()
            finally:
                office.wait(30)


def started(folder):
    words = ["--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", f"--accept=pipe,name={PIPE};urp;"]
    office = subprocess.Popen(["soffice", *words])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            made = lambda name: context.ServiceManager.createInstanceWithContext(f"com.sun.star.frame.{name}", context)
            return office, made("Desktop"), made("DispatchHelper")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def said(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def store(document, file, **how):
    document.storeToURL(file.as_uri(), said(**how))


def fill_in(desktop, dispatcher, template, language, made):
    document = desktop.loadComponentFromURL(template.as_uri(), "_blank", 0, said(Hidden=True))
    sheet, hidden = document.Sheets.getByIndex(0), document.Sheets.getByIndex(2)
    ids = [hidden.getCellByPosition(0, row).String for row in range(1, 40)]
    # The first choice of each list stands on the hidden sheet beside the others: what the cell's arrow would offer.
    choice = lambda id, place: hidden.getCellByPosition(2 * ids.index(id) + 2, place).String
    for row, (name, born) in enumerate(zip(TEMPLATES[language], BORN), 2):
        cells = {"number": str(row - 1), "name": name, "born": born}
        if born:
            cells |= {"status": choice("status", 0), "identity_document": choice("identity_document", 0)}
            cells |= {"applicant": choice("applicant", 0 if row == 2 else 1)}
            cells |= {"incapacitated": choice("incapacitated", 1) if row == 2 else "", "identity_document.valid_until": "31.12.2030"}
        for id, text in cells.items():
            typed(dispatcher, document, sheet.getCellByPosition(ids.index(id), row), text)
    store(document, made / f"template.{language}.xlsx", FilterName=XLSX)
    document.close(True)


def typed(dispatcher, document, cell, text):
    """As at the keyboard: the cell is gone to, and what is typed means what it means in a cell of its format."""
    frame = document.CurrentController.Frame
    place = cell.AbsoluteName.split(".")[-1]
    dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, said(ToPoint=place))
    dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, said(StringName=text))


def keep_a_list(desktop, made):
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, said(Hidden=True))
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "Общежитие"
    sheet.getCellByPosition(0, 0).String = "Список проживающих в общежитии № 3 на декабрь 2026 г."
    sheet.getCellRangeByPosition(0, 0, len(HEADINGS) - 1, 0).merge(True)
    for row, cells in enumerate([HEADINGS, *DORMITORY], 2):
        for column, text in enumerate(cells):
            cell = sheet.getCellByPosition(column, row)
            if text.startswith("="):
                cell.setFormula(text)
            else:
                cell.String = text
            if text.startswith("=DATE"):
                cell.NumberFormat = day(document)
                cell.setValue(cell.Value)
    store(document, made / "dormitory.xlsx", FilterName=XLSX)
    # 59 is `;`, 34 is `"`, the other 34 is windows-1251; then, as shown.
    store(document, made / "dormitory.csv", FilterName="Text - txt - csv (StarCalc)", FilterOptions="59,34,34,1,,1049,false,true")
    document.close(True)


def day(document):
    russian = uno.createUnoStruct("com.sun.star.lang.Locale", "ru", "RU", "")
    found = document.NumberFormats.queryKey("DD.MM.YYYY", russian, False)
    return found if found >= 0 else document.NumberFormats.addNew("DD.MM.YYYY", russian)


main()
