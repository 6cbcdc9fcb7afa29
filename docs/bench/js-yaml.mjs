// js-yaml.cjs with the library's build for ES modules, which runs slower.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const resolved = createRequire(import.meta.url).resolve('js-yaml')
const { load } = await import(path.join(path.dirname(resolved), 'js-yaml.mjs'))
let answers = 0
for (const name of fs.readdirSync(process.argv[2])) {
  answers += Object.keys(load(fs.readFileSync(path.join(process.argv[2], name), 'utf8')).answers).length
}
console.log(answers)
