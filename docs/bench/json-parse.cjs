// Only parses: node json-parse.cjs FOLDER.
const fs = require('node:fs')
const path = require('node:path')

let answers = 0
for (const name of fs.readdirSync(process.argv[2])) {
  answers += Object.keys(JSON.parse(fs.readFileSync(path.join(process.argv[2], name), 'utf8')).answers).length
}
console.log(answers)
