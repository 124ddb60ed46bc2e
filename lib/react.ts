import { useCallback, useSyncExternalStore } from 'react'
import type { CategoryInput, CategoryMap, NoCategories, OptIn, Permissions, Status } from './types.js'

/**
 * Answers the permissions, and renders again after each change.
 *
 * `initial` are the permissions the server rendered with: the first render in the browser repeats them.
 */
export const useOptIn = <More extends CategoryMap = NoCategories>(
  optIn: OptIn<More>,
  initial?: NoInfer<Permissions<More>>,
): Permissions<More> =>
  useSyncExternalStore(
    optIn.subscribe,
    () => optIn.permissions,
    // What is the same must be the same object: React would render again, and give up parts that still wait for their hydration.
    () => (initial && JSON.stringify(initial) !== JSON.stringify(optIn.permissions) ? initial : optIn.permissions),
  )

/**
 * Answers whether all of these categories are approved, and renders again only when that changes.
 *
 * `initial` are the permissions the server rendered with.
 */
export const useApproved = <More extends CategoryMap = NoCategories>(
  optIn: OptIn<More>,
  categories?: CategoryInput<More> | null,
  initial?: NoInfer<Permissions<More>>,
): boolean =>
  useSyncExternalStore(
    optIn.subscribe,
    () => optIn.isApproved(categories),
    () => (initial ? areApproved(optIn.Categories, categories, initial) : optIn.isApproved(categories)),
  )

/**
 * Answers where the decision stands, and renders again also after a completion that changed no permission.
 *
 * `initial` is the status the server rendered with; left out, the server and the first render of its page say `pending`.
 */
export const useStatus = <More extends CategoryMap = NoCategories>(optIn: OptIn<More>, initial: Status = 'pending'): Status =>
  useSyncExternalStore(
    useCallback(
      (told: () => void) => {
        const ends = [optIn.on('change', told), optIn.on('complete', told)]
        return () => ends.forEach((end) => end())
      },
      [optIn],
    ),
    () => optIn.status,
    () => initial,
  )

/** `isApproved` over permissions that are not the OptIn's own; own keys only, and what is not there is not approved. */
const areApproved = (
  values: Readonly<Record<string, string>>,
  categories: string | readonly string[] | null | undefined,
  permissions: Readonly<Record<string, boolean>>,
): boolean => {
  const named = [categories ?? []].flat()
  return (named.length ? named : Object.values(values)).every((name) => {
    const value = values[name] ?? name
    return Object.hasOwn(permissions, value) && permissions[value] === true
  })
}
