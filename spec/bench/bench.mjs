import '../tools/nodeVersion.mjs'

await import('../tools/typescript.mjs')
const { runBenches } = await import('./runBenches.ts')
await runBenches(process.argv.slice(2))
