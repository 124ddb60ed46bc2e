import './nodeVersion.mjs'

try {
  await import('./typescript.mjs')
  const { start } = await import('./start.ts')
  await start(process.cwd())
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
