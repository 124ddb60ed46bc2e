/** What the view is told when it is shown. */
export interface ViewInfo {
  readonly settings?: Readonly<Record<string, unknown>> | null
  readonly extensionSettings?: Readonly<Record<string, unknown>> | null
}

/** Adobe's bridge between the view and the page of Tags that shows it. */
export interface ExtensionBridge {
  register(view: { init(info: ViewInfo): void; validate(): boolean; getSettings(): object }): void
  /** Answers a data element between percent signs, or nothing when none was chosen. */
  openDataElementSelector(): Promise<string | undefined>
}

declare global {
  interface Window {
    readonly extensionBridge: ExtensionBridge
  }
}

/** Lets the user choose a data element; answers it between percent signs. */
export const chooseElement = async (): Promise<string | undefined> => {
  const chosen = await window.extensionBridge.openDataElementSelector()
  return chosen && !/^%.*%$/.test(chosen) ? `%${chosen}%` : chosen
}
