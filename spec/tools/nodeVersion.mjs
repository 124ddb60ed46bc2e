// Imported before everything else, so it must itself be readable by an old Node.
const oldest = '20.19'
const [major, minor] = process.versions.node.split('.').map(Number)
const [oldestMajor, oldestMinor] = oldest.split('.').map(Number)

if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  console.error(`This needs Node ${oldest} or later; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`)
  process.exit(1)
}
