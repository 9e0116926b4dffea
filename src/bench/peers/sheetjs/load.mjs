// Loads every workbook of a folder with SheetJS and one COPY: node load.mjs FOLDER small|crosstab
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const XLSX = createRequire(import.meta.url)('xlsx')
const MEASURES = ['MONTH', 'YTD', 'YTD_LY', 'YOY_YTD']
const [folder, layout] = process.argv.slice(2)
const client = new pg.Client()
await client.connect()
const copy = client.query(copyFrom('copy observation from stdin'))
for (const file of readdirSync(folder).filter(name => name.endsWith('.xlsx'))) {
  const book = XLSX.readFile(join(folder, file), { dense: true })
  const rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, raw: true })
  if (layout === 'crosstab') {
    let piece = ''
    for (const [name, period, label, , month, sum] of rows.slice(2)) {
      const key = `${160000 + Number(name.replace(/\D/g, ''))}\tBENCH_${label.replace(/\D/g, '')}\t${period}\t`
      piece += `${key}MONTH\t${month}\n${key}YTD\t${sum}\n`
      if (piece.length > 65536) {
        if (!copy.write(piece)) await once(copy, 'drain')
        piece = ''
      }
    }
    copy.write(piece)
    continue
  }
  const period = rows[1][4], area = rows[2][4]
  let text = ''
  for (const row of rows.slice(4)) {
    if (!/^1\d{3}$/.test(row[1] ?? '')) continue
    const indicator = 'BENCH_' + String(Number(row[1]) - 1000).padStart(3, '0')
    MEASURES.forEach((measure, index) => {
      text += `${area}\t${indicator}\t${period}\t${measure}\t${row[3 + index]}\n`
    })
  }
  if (!copy.write(text)) await once(copy, 'drain')
}
copy.end()
await once(copy, 'finish')
await client.end()
