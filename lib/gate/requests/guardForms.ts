import type { Realm } from './realm.js'

/** Guards forms that are sent to a frame of the page; one that takes the page along is a navigation. The answer hears of those that the visitor sends. */
export const guardForms = ({ win, wrap, judge, isShut, refuse }: Realm): ((event: Event) => void) => {
  const isRefused = (form: HTMLFormElement, by?: HTMLElement | null): boolean => {
    const read = (name: string) => by?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? ''
    // A window has its frames by their names.
    const found = (win as never as Record<string, Partial<Window> | undefined>)[read('target')]?.window && judge(read('action'))
    return isShut(found) && !refuse(found)
  }
  wrap<HTMLFormElement>('HTMLFormElement', 'submit', (run, args, form) => isRefused(form) || run(args))
  return (event) => {
    if (isRefused(event.target as HTMLFormElement, (event as SubmitEvent).submitter)) event.preventDefault()
  }
}
