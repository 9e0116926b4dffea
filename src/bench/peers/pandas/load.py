"""Loads every workbook of a folder with pandas/openpyxl and one COPY: load.py FOLDER small|crosstab"""
import io
import sys
from pathlib import Path

import pandas
import psycopg2

MEASURES = ["MONTH", "YTD", "YTD_LY", "YOY_YTD"]


def report(sheet):
    period, area = sheet.iat[1, 4], sheet.iat[2, 4]
    lines = sheet.iloc[4:, [1, 3, 4, 5, 6]].set_axis(["code", *MEASURES], axis=1)
    lines = lines[lines["code"].astype(str).str.fullmatch(r"1\d{3}")]
    lines = lines.assign(
        area=area, period=period, indicator=lines["code"].map(lambda code: f"BENCH_{int(code) - 1000:03d}"))
    return lines.melt(["area", "indicator", "period"], MEASURES, "measure")


def crosstab(sheet):
    rows = sheet.iloc[2:, :6].set_axis(["area", "period", "label", "unit", *MEASURES[:2]], axis=1)
    rows = rows.assign(
        area=(160000 + rows["area"].str.replace(r"\D", "", regex=True).astype(int)).astype(str),
        indicator="BENCH_" + rows["label"].str.replace(r"\D", "", regex=True))
    return rows.melt(["area", "indicator", "period"], MEASURES[:2], "measure")


with psycopg2.connect("") as connection, connection.cursor() as cursor:
    for book in sorted(Path(sys.argv[1]).glob("*.xlsx")):
        sheet = pandas.read_excel(book, header=None, dtype=object)
        rows = crosstab(sheet) if sys.argv[2] == "crosstab" else report(sheet)
        text = io.StringIO(rows.to_csv(sep="\t", header=False, index=False))
        cursor.copy_from(text, "observation")
