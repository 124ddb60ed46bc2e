import './nodeVersion.mjs'

try {
  await import('./typescript.mjs')
  const { runAll } = await import('./runAll.ts')
  process.exitCode = (await runAll()) ? 0 : 1
} catch (error) {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
