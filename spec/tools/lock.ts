interface LockedPackage {
  version?: string
  resolved?: string
  link?: boolean
  optionalDependencies?: Record<string, string>
  [field: string]: unknown
}

/** The part of package-lock.json that is read here. */
export interface Lock {
  packages: Record<string, LockedPackage>
}

interface Missing {
  name: string
  range: string
  /** Where it belongs in `packages`. */
  place: string
}

// Node looks for a package beside the one that wants it, then in each folder above.
const placesOf = (owner: string, name: string): string[] => {
  const parts = owner.split(/\/?node_modules\//).slice(1)
  return parts.concat('').map((_part, index) =>
    [...parts.slice(0, parts.length - index), name].map((part) => `node_modules/${part}`).join('/'),
  )
}

/** Lists the optional packages that are wanted but stand nowhere in the lock; `npm ci` refuses a lock with any. */
export const missingFrom = ({ packages }: Lock): Missing[] => {
  const missing = new Map<string, Missing>()
  for (const [owner, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const places = placesOf(owner, name)
      const place = places.at(-1) as string
      if (!places.some((there) => packages[there])) missing.set(place, { name, range, place })
    }
  }
  return [...missing.values()]
}

/** Lists the places whose package is written down with the address of a registry. */
export const addressesIn = ({ packages }: Lock): string[] =>
  Object.keys(packages).filter((place) => !packages[place]?.link && packages[place]?.resolved !== undefined)

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const libraries: Record<string, string> = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/** What the name of a binary package says about where it runs: `@rollup/rollup-linux-x64-musl`. */
export const platformOf = (name: string): { os?: string[]; cpu?: string[]; libc?: string[] } => {
  const words = name.split(/[/-]/)
  // A Mac's universal binary names no processor; fsevents names nothing at all.
  const os = name === 'fsevents' ? 'darwin' : words.find((word) => systems.includes(word))
  const cpu = words.find((word) => processors.includes(word))
  const libc = os === 'linux' ? words.map((word) => libraries[word]).find(Boolean) : undefined
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) }
}

/** The same lock with an entry for each missing optional package, in npm's order, and without addresses. */
export const mendLock = <L extends Lock>(lock: L): L => {
  const packages = structuredClone(lock.packages)
  for (const { name, range, place } of missingFrom(lock)) {
    const version = range.replace(/^[\^~=v]+/, '')
    packages[place] = { version, ...platformOf(name), dev: true, optional: true }
  }
  for (const place of addressesIn(lock)) delete packages[place]?.resolved
  const inOrder = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'))
  return { ...lock, packages: Object.fromEntries(inOrder) }
}
