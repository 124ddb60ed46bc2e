import { copyOptions } from './copyOptions.js'
import { failure } from './failure.js'
import { readNames } from './names.js'
import type { ConfigureOptions, Renames } from './types.js'

/** The options of `configure`, checked; what is the SDK's own is copied under the names it knows. */
export const readSettings = (options: ConfigureOptions = {}, sdk: unknown, renames: Renames | undefined) => {
  const { optInEnabled = false, errorsEnabled = true, optIn, rename = renames, ...rest } = options
  for (const [option, got] of Object.entries({ optInEnabled, errorsEnabled }))
    if (got !== !!got) throw failure('invalid-config', `\`${option}\` must be true or false; it got ${got}.`)
  const names = readNames(sdk, rename)
  return {
    optInEnabled,
    errorsEnabled,
    optIn,
    org: rest.orgId ?? rest.imsOrgId,
    names,
    settings: Object.fromEntries(Object.entries(copyOptions(rest)).map(([option, value]) => [names[option] ?? option, value])),
  }
}
