// The compiler of the build, file by file; `npm run types` is what checks types.
const { createHash } = require('node:crypto')
const ts = require('typescript')

const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  jsx: ts.JsxEmit.ReactJSX,
  esModuleInterop: true,
  inlineSourceMap: true,
  inlineSources: true,
}

module.exports = {
  process: (source, fileName) => ({ code: ts.transpileModule(source, { compilerOptions: options, fileName }).outputText }),
  getCacheKey: (source, fileName) =>
    createHash('sha1').update(ts.version).update(JSON.stringify(options)).update(fileName).update(source).digest('hex'),
}
