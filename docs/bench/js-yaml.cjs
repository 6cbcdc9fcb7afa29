// Only parses: npm install js-yaml, then node js-yaml.cjs FOLDER.
const fs = require('node:fs')
const path = require('node:path')
const yaml = require('js-yaml')

let answers = 0
for (const name of fs.readdirSync(process.argv[2])) {
  answers += Object.keys(yaml.load(fs.readFileSync(path.join(process.argv[2], name), 'utf8')).answers).length
}
console.log(answers)
